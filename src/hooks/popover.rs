//! Shows and hides native popovers.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{BrowserResult, Element, ElementExt, dom};

/// Hides the matching popover, if it is open.
pub fn hide(selector: &str) {
    if let Ok(popover) = dom::find(selector) {
        let _ = popover.unchecked_ref::<HtmlElement>().hide_popover();
    }
}

/// Shows a popover. Fails in browsers without popovers.
pub fn show(popover: &Element) -> BrowserResult {
    popover.unchecked_ref::<HtmlElement>().show_popover()
}

/// Sets the CSS `anchor-name` of an element.
pub fn set_anchor(anchor: &Element, name: &str) {
    let style = anchor.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property("anchor-name", name);
}

/// Removes the CSS `anchor-name` of an element.
pub fn clear_anchor(anchor: &Element) {
    let _ = anchor.unchecked_ref::<HtmlElement>().style().remove_property("anchor-name");
    if anchor.attribute("style").is_empty() {
        let _ = anchor.remove_attribute("style");
    }
}

/// Whether the browser supports popovers.
pub fn is_supported() -> bool {
    dom::html_element().is_ok_and(|root| dom::has_property(&root, "popover"))
}

/// Hides the popover around an element, if it is open.
pub fn hide_around(element: &Element) {
    if let Some(popover) = element.nearest(":popover-open") {
        let _ = popover.unchecked_ref::<HtmlElement>().hide_popover();
    }
}

/// Shows the popover around an element, if it is closed.
pub fn show_around(element: &Element) {
    if let Some(popover) = element.nearest("[popover]:not(:popover-open)") {
        let _ = show(&popover);
    }
}
