//! A text for screen readers, told once it rests: listeners hear results, not keys.

use yew::prelude::*;

use crate::hooks::timers::use_debounce;

/// What is told.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct LiveRegionProps {
    /// The text; empty for nothing.
    pub text: AttrValue,
    /// How long it rests before it is told, in milliseconds.
    pub after: i32,
}

/// A live region that is not seen.
#[component]
pub fn LiveRegion(props: &LiveRegionProps) -> Html {
    let told = use_state_eq(AttrValue::default);
    let tell = {
        let told = told.setter();
        use_debounce(props.after, Callback::from(move |text| told.set(text)))
    };
    use_effect_with(props.text.clone(), move |text| tell.emit(text.clone()));
    // Made anew within the region: a translator may have put another text in its place.
    html! { <p class="visually-hidden" role="status"><span key={told.to_string()}>{&*told}</span></p> }
}
