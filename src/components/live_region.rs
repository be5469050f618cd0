//! A live region with a debounced message: screen readers announce results, not each key.

use yew::prelude::*;

use crate::components::changing_text::changing_text;
use crate::hooks::timers::use_debounce;

/// Props of [`LiveRegion`].
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct LiveRegionProps {
    /// The message; empty for none.
    pub text: AttrValue,
    /// How long the text must stay the same before it is announced, in milliseconds.
    pub delay_ms: i32,
}

/// A visually hidden live region.
#[component]
pub fn LiveRegion(props: &LiveRegionProps) -> Html {
    let announced = use_state_eq(AttrValue::default);
    let announce = {
        let announced = announced.setter();
        use_debounce(props.delay_ms, Callback::from(move |text| announced.set(text)))
    };
    use_effect_with(props.text.clone(), move |text| announce.emit(text.clone()));
    html! { <p class="visually-hidden" role="status">{changing_text(&announced)}</p> }
}
