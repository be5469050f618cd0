//! The page's fact cards: native `<details data-fact>`. Their `open` attributes are the only state.

use std::cell::RefCell;

use js_sys::WeakSet;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use super::{Element, ElementExt, Event, attempt, dom, events, focus};

thread_local! {
    /// The `<details>` whose next `toggle` event is caused by [`set_all`].
    static BULK_TOGGLED: RefCell<WeakSet> = RefCell::new(WeakSet::new());
}

/// The number of open cards on the page.
pub fn count_open() -> usize {
    dom::count("details[data-fact][open]")
}

/// Whether a section has closed cards.
pub fn has_closed(section: &str) -> bool {
    !all(Some(section), ":not([open])").is_empty()
}

/// Opens or closes every card of a section, or of the page. Marks sections with `data-cards-open`, with which
/// article.css shows the cards below the text.
pub fn set_all(section: Option<&str>, open: bool) {
    for section in
        dom::find_all(&section.map_or("main > .section".to_owned(), |section| ["#", section].concat()))
    {
        let _ = section.toggle_attribute_with_force("data-cards-open", open);
    }
    let focused = dom::active_element();
    for details in all(section, if open { ":not([open])" } else { "[open]" }) {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            BULK_TOGGLED.with_borrow(|toggled| toggled.add(details));
            details.set_open(open);
        }
    }
    // Keeps the focus visible if its card closes.
    if let Some(details) = focused.and_then(|focused| focused.nearest("details:not([open])")) {
        attempt(|| focus::focus_summary(&details));
    }
}

/// Returns whether [`set_all`] caused the `toggle` event of a card's `<details>`, and forgets it.
pub fn take_bulk_toggled(details: &Element) -> bool {
    BULK_TOGGLED.with_borrow(|toggled| toggled.delete(details))
}

/// Forgets what [`set_all`] has toggled.
pub fn clear_bulk_toggled() {
    BULK_TOGGLED.set(WeakSet::new());
}

/// The `<details>` of a card's `toggle` event, and whether it is open.
pub fn toggled_details(event: &Event) -> Option<(Element, bool)> {
    let details = events::target_element(event)?;
    details.has_attribute("data-fact").then(|| (details.clone(), details.has_attribute("open")))
}

/// The number of open cards after a click on a card; `None` for a click elsewhere.
pub fn predict_open_count(click: &Event) -> Option<usize> {
    let summary = events::target_element(click)?.nearest("details[data-fact] > summary")?;
    let is_open = summary.parent_element()?.has_attribute("open");
    Some(if is_open { count_open().saturating_sub(1) } else { count_open() + 1 })
}

/// Opens the card at an anchor, if there is one. Returns the card and its `<details>`.
pub fn open_at(id: &str) -> Option<(Element, Element)> {
    let card = dom::by_id(id).ok()?.nearest(".fact")?;
    let details = card.find("details[data-fact]").ok()?;
    details.dyn_ref::<HtmlDetailsElement>()?.set_open(true);
    Some((card, details))
}

/// The `<details>` of all cards in a state.
fn all(section: Option<&str>, state: &str) -> Vec<Element> {
    let section = section.map(|section| ["#", section, " "].concat()).unwrap_or_default();
    dom::find_all(&[section.as_str(), "details[data-fact]", state].concat())
}
