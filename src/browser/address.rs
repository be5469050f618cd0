//! The address bar: opens the card that it names, and names the card that a reader opens.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, FocusOptions, HtmlDetailsElement, HtmlElement};

use super::{document, events, window};

/// Opens the card that the address names, now and whenever the address changes.
pub fn follow() {
    let Some(window) = window() else { return };
    arrive(Arrival::WithThePage);
    events::listen(&window, "hashchange", |_| {
        arrive(Arrival::Now);
    });
    events::listen(&window, "click", |event| {
        if leads_where_we_are(&event).is_some() {
            events::soon(|| {
                arrive(Arrival::Now);
            });
        }
    });
}

#[derive(PartialEq)]
enum Arrival {
    /// The page was opened at this address some time ago; the reader may have moved on.
    WithThePage,
    /// The reader has just followed a link, or gone back.
    Now,
}

fn arrive(arrival: Arrival) -> Option<()> {
    let place = document()?.get_element_by_id(&fragment()?)?;
    let card: HtmlDetailsElement = place.query_selector("details[data-fact]").ok()??.dyn_into().ok()?;
    card.set_open(true);
    if arrival == Arrival::Now {
        place.scroll_into_view();
    } else if !in_view(&place) {
        return None;
    }
    focus_within(&card);
    Some(())
}

/// Moves the focus to a card's summary, unless it is in the card already. Does not scroll.
pub(super) fn focus_within(card: &Element) {
    let active = document().and_then(|document| document.active_element());
    if active.is_some_and(|active| card.contains(Some(&active))) {
        return;
    }
    if let Ok(Some(summary)) = card.query_selector("summary") {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = summary.unchecked_into::<HtmlElement>().focus_with_options(&still);
    }
}

/// Names an opened card in the address, and takes a closed one out of it; adds nothing to the history.
pub(super) fn follow_card(id: &str, open: bool) {
    let named = fragment().is_some_and(|fragment| fragment == id);
    if named == open {
        return;
    }
    let Some(window) = window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else { return };
    let address = if open { format!("{path}{query}#{id}") } else { format!("{path}{query}") };
    if let Ok(history) = window.history() {
        // Refused in frames without an origin; the card opens all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// A click on a link to the fragment that the address has already: the browser tells of no change.
fn leads_where_we_are(event: &Event) -> Option<()> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#']").ok()??;
    (link.get_attribute("href")?.strip_prefix('#')? == fragment()?).then_some(())
}

fn fragment() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

fn in_view(place: &Element) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let bounds = place.get_bounding_client_rect();
    bounds.bottom() > 0.0 && bounds.top() < height
}
