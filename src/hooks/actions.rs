//! Handles controls outside of islands: elements with `data-action="<name>"` anywhere in the page.

use yew::prelude::*;

use super::events::target_element;
use super::{Element, ElementExt, ListenOn, use_event};

/// Calls `handler` with each clicked control that has this `data-action`. Never prevents the default.
#[hook]
pub fn use_action(name: &'static str, handler: impl Fn(Element) + 'static) {
    use_event(ListenOn::Document, "click", move |event| {
        let control = target_element(event).and_then(|target| target.nearest("[data-action]"));
        if let Some(control) = control.filter(|control| control.attribute("data-action") == name) {
            handler(control);
        }
    });
}
