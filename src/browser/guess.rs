//! Guesses: says what the range is set to, and shows guess and figure side by side. Knows the page's HTML, never the
//! story; keeps nothing and sends nothing.

use web_sys::{Element, Event, HtmlInputElement};

use wasm_bindgen::JsCast;

use super::{document, events};
use crate::pattern::fill;

/// A guess within this part of the range is near the figure.
const NEAR: f64 = 0.05;

/// Listens, once for the whole page, to every guess.
pub fn follow() {
    let Some(document) = document() else { return };
    events::listen(&document, "input", |event| {
        set(event);
    });
    events::listen(&document, "click", |event| {
        see(event);
    });
}

/// The range has been moved.
fn set(event: &Event) -> Option<()> {
    let range: HtmlInputElement =
        events::target(event)?.closest("[data-guess] input").ok()??.dyn_into().ok()?;
    let said = said(&range)?;
    range.set_attribute("aria-valuetext", &said).ok()?;
    range.next_element_sibling()?.set_text_content(Some(&said));
    Some(())
}

/// The reader asks for the figure.
fn see(event: &Event) -> Option<()> {
    let guess = events::target(event)?.closest("[data-guess] > button").ok()??.parent_element()?;
    let range: HtmlInputElement = part(&guess, "input")?.dyn_into().ok()?;
    let status = part(&guess, "[role=status]")?;
    let result = status.first_element_child()?;
    let gap = range.value_as_number() - js_sys::parse_float(&guess.get_attribute("data-answer")?);
    let side = if gap > 0.0 { "above" } else { "below" };
    let outcome = if gap.abs() <= NEAR * js_sys::parse_float(&range.max()) {
        "near"
    } else if guess.get_attribute("data-side").as_deref() == Some(side) {
        "open"
    } else {
        side
    };
    part(&result, "dd b")?.set_text_content(Some(&said(&range)?));
    part(&result, "rect")?.set_attribute("width", &range.value()).ok()?;
    let outcome = status.get_attribute(&["data-", outcome].concat());
    part(&result, "p b")?.set_text_content(outcome.as_deref());
    result.remove_attribute("hidden").ok()
}

fn said(range: &HtmlInputElement) -> Option<String> {
    Some(fill(&range.get_attribute("data-said")?, &[("guess", &range.value())]))
}

fn part(place: &Element, selector: &str) -> Option<Element> {
    place.query_selector(selector).ok()?
}
