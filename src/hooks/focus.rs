//! Moving the focus without scrolling.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use super::dom::missing;
use super::{Attempt, Element, ElementExt, dom};

/// Focuses an element; does not scroll.
pub fn focus(element: &Element) -> Attempt {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.dyn_ref::<HtmlElement>().ok_or_else(|| missing("focus"))?.focus_with_options(&options)
}

/// Focuses an element that takes no focus by itself, such as a heading; does not scroll.
pub fn focus_static(element: &Element) -> Attempt {
    element.set_attribute("tabindex", "-1")?;
    focus(element)
}

/// Focuses a card's summary unless the focus is in the card already.
pub fn focus_card(card: &Element) -> Attempt {
    if dom::active_element().is_some_and(|active| card.contains(Some(&active))) {
        return Ok(());
    }
    focus(&card.find("summary")?)
}
