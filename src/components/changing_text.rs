//! Text that changes while a page is open.

use yew::prelude::*;

/// A text in an element that Yew replaces when the text changes, because a translator may have changed its text node. Put
/// it into an element of its own: siblings may have been changed too.
pub(crate) fn changing_text(text: &AttrValue) -> Html {
    html! { <span key={&**text}>{text}</span> }
}
