//! A live region with debounced text: screen readers announce results, not each key.

use yew::prelude::*;

use crate::hooks::timers::use_debounce;

/// What the live region announces.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct LiveRegionProps {
    /// The text; empty for nothing.
    pub text: AttrValue,
    /// The delay of the debounce, in milliseconds.
    pub after: i32,
}

/// A live region that is not seen.
#[component]
pub fn LiveRegion(props: &LiveRegionProps) -> Html {
    let announced = use_state_eq(AttrValue::default);
    let announce = {
        let announced = announced.setter();
        use_debounce(props.after, Callback::from(move |text| announced.set(text)))
    };
    use_effect_with(props.text.clone(), move |text| announce.emit(text.clone()));
    // Keyed by its text, so that Yew replaces a node that a translator has changed.
    html! { <p class="visually-hidden" role="status"><span key={announced.to_string()}>{&*announced}</span></p> }
}
