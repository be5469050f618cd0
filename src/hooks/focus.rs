//! Moves the focus without scrolling.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::dom::not_found_error;
use super::{BrowserResult, Element, ElementExt, dom, scroll};

/// Focuses an element without scrolling.
pub fn focus(element: &Element) -> BrowserResult {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.dyn_ref::<HtmlElement>().ok_or_else(|| not_found_error("focus"))?.focus_with_options(&options)
}

/// Focuses an element that is not focusable, such as a heading, without scrolling. It stays focusable by script, so
/// that a dialog can return the focus to it.
pub fn focus_unfocusable(element: &Element) -> BrowserResult {
    element.set_attribute("tabindex", "-1")?;
    focus(element)
}

/// Focuses the summary of a `<details>`, unless it is open and has the focus.
pub fn focus_summary(details: &Element) -> BrowserResult {
    if details.has_attribute("open") && contains_focus(details) {
        return Ok(());
    }
    focus(&details.find("summary")?)
}

/// Focuses a field, selects its text and scrolls it into view.
pub fn focus_field(field: &Element) -> BrowserResult {
    focus(field)?;
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
    scroll::scroll_into_view_nearest(field);
    Ok(())
}

/// Whether an element is a text field or a choice, or is inside one.
pub fn is_field(element: &Element) -> bool {
    element.nearest("input, textarea, select, [contenteditable]").is_some()
}

/// Whether the focus is in a field.
pub fn is_field_focused() -> bool {
    dom::active_element().is_some_and(|active| is_field(&active))
}

/// Whether the focus is in an element.
pub fn contains_focus(element: &Element) -> bool {
    dom::active_element().is_some_and(|active| element.contains(Some(&active)))
}

/// Focuses the element that a component has rendered with this reference, without scrolling.
pub fn focus_node(node: &NodeRef) -> BrowserResult {
    focus(&dom::element(node)?)
}
