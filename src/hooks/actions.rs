//! Controls outside of islands: any element marked `data-action="<name>"`, wherever in the page it stands.

use yew::prelude::*;

use super::events::target_element;
use super::{Element, ElementExt, Target, use_event};

/// Calls back with the control that was pressed, if it has this action. A control of a popover or a link acts by
/// itself as well: the default is never prevented.
#[hook]
pub fn use_action(name: &'static str, handler: impl Fn(Element) + 'static) {
    use_event(Target::Document, "click", move |event| {
        let control = target_element(event).and_then(|target| target.nearest("[data-action]"));
        if let Some(control) = control.filter(|control| control.attribute("data-action") == name) {
            handler(control);
        }
    });
}
