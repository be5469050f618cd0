//! Leaving a part of the page: the focus or a click is elsewhere.

use yew::prelude::*;

use super::events::target_element;
use super::{Element, Event, Target, use_event};

/// Calls back whenever the focus goes, or the reader clicks, outside of an element. Moving to another window is not
/// leaving.
#[hook]
pub fn use_leave(root: &NodeRef, handler: impl Fn() + Clone + 'static) {
    let root = root.clone();
    let leave = move |event: &Event| {
        let is_within = |root: Element| Some(root.contains(Some(&*target_element(event)?)));
        if root.cast().and_then(is_within) != Some(true) {
            handler();
        }
    };
    use_event(Target::Document, "focusin", leave.clone());
    use_event(Target::Document, "click", leave);
}
