//! A live region with a debounced message: screen readers announce results, not each key.

use yew::prelude::*;

use crate::components::changing_text::changing_text;
use crate::hooks::timers::use_debounce;

/// Props of [`LiveRegion`].
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct LiveRegionProps {
    /// The message; empty for none.
    pub text: AttrValue,
    /// The delay of the debounce, in milliseconds.
    pub after: i32,
}

/// A visually hidden live region.
#[component]
pub fn LiveRegion(props: &LiveRegionProps) -> Html {
    let announced = use_state_eq(AttrValue::default);
    let announce = {
        let announced = announced.setter();
        use_debounce(props.after, Callback::from(move |text| announced.set(text)))
    };
    use_effect_with(props.text.clone(), move |text| announce.emit(text.clone()));
    html! { <p class="visually-hidden" role="status">{changing_text(&announced)}</p> }
}
