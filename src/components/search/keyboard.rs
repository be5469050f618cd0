//! The keys of the search: Escape clears the field, arrow keys move between field and results.

use yew::prelude::*;

use super::state::SearchAction;
use crate::hooks::timers::queue_task;
use crate::hooks::{Element, ElementExt, attempt, focus, popover, scroll};

/// Handles a key in the search. `answered` is the text that the visible results belong to. Returns whether the key was
/// used.
pub(super) fn handle_key(
    key: &str,
    dispatch: &Callback<SearchAction>,
    answered: &str,
    field: &NodeRef,
    panel: &NodeRef,
) -> bool {
    let step: fn(usize, usize) -> Option<usize> = match key {
        "Escape" => {
            let Some(text) = element(field).filter(|field| !field.value().is_empty()) else {
                // In WebKit the empty field takes the key, and the browser does not close the popover.
                element(field).iter().for_each(popover::hide_around);
                return false;
            };
            // Before clearing, because `focusin` searches for the field's text.
            focus_field(field);
            // The state may not contain the last letter yet.
            attempt(|| text.set_value(""));
            dispatch.emit(SearchAction::SetText(String::new()));
            return true;
        }
        "ArrowDown" | "Enter" if element(field).is_some_and(|field| focus::contains_focus(&field)) => {
            let text = element(field).map(|field| field.value()).unwrap_or_default();
            let is_answered = text == answered;
            dispatch.emit(SearchAction::SetText(text));
            if is_answered {
                return focus_link(panel, 0);
            }
            // The results of the last letter are not rendered yet.
            let panel = panel.clone();
            queue_task(move || {
                focus_link(&panel, 0);
            });
            return true;
        }
        "ArrowDown" => |at, last| Some(last.min(at + 1)),
        "ArrowUp" => |at, _| at.checked_sub(1),
        "Home" => |_, _| Some(0),
        "End" => |_, last| Some(last),
        _ => return false,
    };
    let links = links(panel);
    let Some(at) = links.iter().position(focus::contains_focus) else { return false };
    match step(at, links.len() - 1) {
        Some(next) => focus_link(panel, next),
        None => focus_field(field),
    }
}

/// The links of results, and the button for more.
fn links(panel: &NodeRef) -> Vec<Element> {
    element(panel).map(|panel| panel.find_all("li a, button:not([hidden])")).unwrap_or_default()
}

/// Focuses the result at an index. Returns whether there is one.
pub(super) fn focus_link(panel: &NodeRef, at: usize) -> bool {
    let links = links(panel);
    let Some(link) = links.get(at) else { return false };
    attempt(|| focus::focus(link));
    scroll::scroll_into_view_nearest(link);
    true
}

fn focus_field(field: &NodeRef) -> bool {
    element(field).is_some_and(|field| focus::focus(&field).is_ok())
}

/// The element that a component has rendered with this reference.
pub(super) fn element(node: &NodeRef) -> Option<Element> {
    node.cast()
}
