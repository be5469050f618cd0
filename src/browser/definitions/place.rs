//! Where a definition lies: below its mark or above it, never over it, and whole on the screen. Knows nothing of what is
//! in it.

use web_sys::{Element, HtmlElement};

use super::super::document;

/// How far a definition keeps from its mark, and from the edges of the screen, in pixels.
const GAP: f64 = 6.0;
const EDGE: f64 = 8.0;

/// Places a definition beside a mark, in the page's own measures: so it goes with the page when that is scrolled, and
/// grows away from the mark. What there is no room for is scrolled within it.
pub(super) fn beside(mark: &Element, definition: &HtmlElement) -> Option<()> {
    let page = document()?.document_element()?;
    let (origin, words) = (page.get_bounding_client_rect(), mark.get_bounding_client_rect());
    // The page's own width: the room kept for a scroll bar is none for it.
    let (width, height) = (origin.width(), f64::from(page.client_height()));
    let style = definition.style();
    style.set_css_text("");
    let own = definition.get_bounding_client_rect();
    let above = words.top() - GAP - EDGE;
    let below = height - words.bottom() - GAP - EDGE;
    let is_below = own.height() <= below || below >= above;
    let (edge, up, room) =
        if is_below { (words.bottom() + GAP, "0", below) } else { (words.top() - GAP, "-100%", above) };
    let left = words.left().min(width - EDGE - own.width()).max(EDGE);
    let pixels = |length: f64| (length as i32).to_string();
    style.set_css_text(
        &[
            "top:",
            &pixels(edge - origin.top()),
            "px;left:",
            &pixels(left - origin.left()),
            "px;max-height:",
            &pixels(room),
            "px;translate:0 ",
            up,
        ]
        .concat(),
    );
    Some(())
}
