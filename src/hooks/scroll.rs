//! Reads and changes the scroll position.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{document, window};
use super::{BrowserResult, Element, ElementExt, attempt, dom};

/// The distance of the reading line from the viewport's top, in pixels.
pub fn reading_line_y() -> f64 {
    dom::html_element().map_or(0.0, |root| f64::from(root.client_height()) * 0.3)
}

/// The distance of an element from the viewport's top, in pixels.
pub fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// The height of the viewport, in pixels.
pub fn window_height() -> f64 {
    window().ok().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// Whether the page is scrolled to its top.
pub fn is_at_top() -> bool {
    window().and_then(|window| window.scroll_y()).unwrap_or_default() <= 0.0
}

/// Whether the top of an element is in the viewport.
pub fn is_in_view(element: &Element) -> bool {
    (0.0..window_height()).contains(&top_of(element))
}

/// Scrolls an element to the viewport's top, below the scroll padding.
pub fn scroll_to(element: &Element) {
    attempt(force_full_layout);
    element.scroll_into_view();
}

/// Removes `data-layout`, so that the whole page has its real heights before it scrolls.
fn force_full_layout() -> BrowserResult {
    dom::html_element()?.remove_attribute("data-layout")
}

/// Scrolls only as far as necessary to show an element.
pub fn scroll_into_view_nearest(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Scrolls by a number of pixels.
pub fn scroll_by(pixels: f64) -> BrowserResult {
    window()?.scroll_by_with_x_and_y(0.0, pixels);
    Ok(())
}

/// Runs a change and keeps the content at the reading line in place. For browsers without scroll anchoring.
pub fn preserve_scroll_position(change: impl FnOnce()) {
    let anchor = scroll_anchor();
    let before = anchor.as_ref().map(top_of);
    change();
    if let (Some(anchor), Some(before)) = (anchor, before) {
        let moved = top_of(&anchor) - before;
        if moved != 0.0 {
            attempt(|| scroll_by(moved));
        }
    }
}

fn scroll_anchor() -> Option<Element> {
    let middle = dom::html_element().ok()?.client_width() / 2;
    let found = document().ok()?.element_from_point(middle as f32, reading_line_y() as f32)?;
    found.nearest(".passage > p, .fact, .section-head")
}

/// The section at the reading line.
pub fn section_being_read() -> Option<Element> {
    let line = reading_line_y();
    dom::find_all("main > .section").into_iter().rfind(|section| top_of(section) <= line)
}
