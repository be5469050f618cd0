//! Reports focus and clicks outside an element.

use yew::prelude::*;

use super::events::target_element;
use super::{Element, Event, ListenOn, use_event};

/// Calls `handler` on a focus or click outside `root`. Ignores that the window loses or gains focus.
#[hook]
pub fn use_click_or_focus_outside(root: &NodeRef, handler: impl Fn() + Clone + 'static) {
    let root = root.clone();
    let leave = move |event: &Event| {
        let is_within = |root: Element| Some(root.contains(Some(&*target_element(event)?)));
        if root.cast().and_then(is_within) != Some(true) {
            handler();
        }
    };
    use_event(ListenOn::Document, "focusin", leave.clone());
    use_event(ListenOn::Document, "click", leave);
}
