//! The keys of the search: Escape clears the field, arrow keys move between field and results.

use yew::prelude::*;

use super::state::SearchAction;
use crate::hooks::timers::queue_task;
use crate::hooks::{Element, ElementExt, attempt, dom, focus, popover, scroll};

/// Handles a key in the search. `answered` is the text that the visible results belong to. Returns whether the key was
/// used.
pub(super) fn handle_key(
    key: &str,
    dispatch: &Callback<SearchAction>,
    answered: &str,
    field: &NodeRef,
    results_ref: &NodeRef,
) -> bool {
    let step: fn(usize, usize) -> Option<usize> = match key {
        "Escape" => {
            let Ok(input) = dom::element(field) else { return false };
            if input.value().is_empty() {
                // In WebKit the empty field takes the key, and the browser does not close the popover.
                popover::hide_around(&input);
                return false;
            }
            // Before clearing, because `focusin` searches for the field's text.
            focus_field(field);
            // The state may not contain the last letter yet.
            attempt(|| input.set_value(""));
            dispatch.emit(SearchAction::SetText(String::new()));
            return true;
        }
        "ArrowDown" | "Enter" if dom::element(field).is_ok_and(|field| focus::contains_focus(&field)) => {
            let text = dom::element(field).map(|field| field.value()).unwrap_or_default();
            let is_answered = text == answered;
            dispatch.emit(SearchAction::SetText(text));
            if is_answered {
                return focus_link(results_ref, 0);
            }
            // The results of the last letter are not rendered yet.
            let results_ref = results_ref.clone();
            queue_task(move || {
                focus_link(&results_ref, 0);
            });
            return true;
        }
        "ArrowDown" => |at, last| Some(last.min(at + 1)),
        "ArrowUp" => |at, _| at.checked_sub(1),
        "Home" => |_, _| Some(0),
        "End" => |_, last| Some(last),
        _ => return false,
    };
    let links = links(results_ref);
    let Some(at) = links.iter().position(focus::contains_focus) else { return false };
    match step(at, links.len() - 1) {
        Some(next) => focus_link(results_ref, next),
        None => focus_field(field),
    }
}

/// The links of results, and the button for more.
fn links(results_ref: &NodeRef) -> Vec<Element> {
    dom::element(results_ref)
        .map(|results| results.find_all("li a, button:not([hidden])"))
        .unwrap_or_default()
}

/// Focuses the result at an index. Returns whether there is one.
pub(super) fn focus_link(results_ref: &NodeRef, at: usize) -> bool {
    let links = links(results_ref);
    let Some(link) = links.get(at) else { return false };
    attempt(|| focus::focus(link));
    scroll::scroll_into_view_nearest(link);
    true
}

fn focus_field(field: &NodeRef) -> bool {
    focus::focus_node(field).is_ok()
}
