//! The address bar: opens the card that it names, and names the card that a reader opens.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlDetailsElement, HtmlElement};

use super::{document, events, window};

/// Opens the card that the address names, now and whenever the address changes.
pub fn follow() {
    let Some(window) = window() else { return };
    arrive(Arrival::Earlier);
    events::listen(&window, "hashchange", |_| {
        arrive(if FOLLOWED.take() { Arrival::Now } else { Arrival::Earlier });
    });
    events::listen(&window, "click", |event| {
        let leads = leads(event);
        FOLLOWED.set(leads == Some(Leads::Elsewhere));
        if leads == Some(Leads::Elsewhere) {
            leave();
        }
        if leads == Some(Leads::Here) {
            events::soon(|| {
                arrive(Arrival::Now);
            });
        }
    });
}

thread_local! {
    /// A link to another fragment has just been followed, and the address is to change.
    static FOLLOWED: Cell<bool> = const { Cell::new(false) };
}

#[derive(PartialEq)]
enum Arrival {
    /// The page was opened at this address some time ago, and the reader may have moved on; or they have gone back to it,
    /// and are where they left it.
    Earlier,
    /// The reader has just followed a link.
    Now,
}

fn arrive(arrival: Arrival) -> Option<()> {
    let place = document()?.get_element_by_id(&fragment()?)?.closest(".fact").ok()??;
    let card: HtmlDetailsElement = place.query_selector("details[data-fact]").ok()??.dyn_into().ok()?;
    card.set_open(true);
    let _ = card.set_attribute("data-arrived", "");
    if arrival == Arrival::Now {
        place.scroll_into_view();
    } else if !in_view(&place) {
        return None;
    }
    focus_within(&card);
    Some(())
}

/// Takes out of the address what it names, if the reader who follows a link has read on from there: who goes back to an
/// address that names something is brought there, and not to where they were.
fn leave() -> Option<()> {
    let place = document()?.get_element_by_id(&fragment()?)?;
    if in_view(&place) { None } else { replace(None) }
}

/// Moves the focus to a card's summary, unless it is in the card already. Does not scroll.
pub(super) fn focus_within(card: &Element) {
    let active = document().and_then(|document| document.active_element());
    if active.is_some_and(|active| card.contains(Some(&active))) {
        return;
    }
    if let Ok(Some(summary)) = card.query_selector("summary") {
        focus(&summary);
    }
}

/// Moves the focus to a place that takes none by itself. Does not scroll.
pub(super) fn stand_at(place: &Element) -> Option<()> {
    place.set_attribute("tabindex", "-1").ok()?;
    focus(place)
}

fn focus(place: &Element) -> Option<()> {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    place.dyn_ref::<HtmlElement>()?.focus_with_options(&still).ok()
}

thread_local! {
    /// The card that the address is to name after the next paint, if it is to change; within, none for no card.
    static WANTED: RefCell<Option<Option<String>>> = const { RefCell::new(None) };
}

/// Names an opened card in the address, and takes a closed one out of it; adds nothing to the history. Once a frame
/// at most, for browsers refuse an address that changes too often; and after its paint, which is for the card.
pub(super) fn follow_card(id: &str, open: bool) {
    let wanted = WANTED.take();
    let due = wanted.is_some();
    let now = wanted.unwrap_or_else(fragment);
    let named = now.as_deref() == Some(id);
    if named == open && !due {
        return;
    }
    WANTED.set(Some(if open { Some(id.to_owned()) } else { now.filter(|_| !named) }));
    if !due {
        events::after_paint(|| {
            if let Some(wanted) = WANTED.take() {
                replace(wanted.as_deref());
            }
        });
    }
}

fn replace(id: Option<&str>) -> Option<()> {
    if fragment().as_deref() == id {
        return None;
    }
    write(&window()?.location().search().ok()?, &id.map(|id| format!("#{id}")).unwrap_or_default())
}

/// Writes query and fragment into the address; adds nothing to the history.
pub(super) fn write(query: &str, fragment: &str) -> Option<()> {
    let window = window()?;
    let address = window.location().pathname().ok()? + query + fragment;
    // Refused in frames without an origin; the page is as the reader wants it all the same.
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()
}

#[derive(PartialEq)]
enum Leads {
    /// To the fragment that the address has already: the browser tells of no change.
    Here,
    /// To another fragment.
    Elsewhere,
}

/// Where a link that was clicked leads in the page.
fn leads(event: &Event) -> Option<Leads> {
    let link = events::target(event)?.closest("a[href^='#']").ok()??;
    let here = link.get_attribute("href")?.strip_prefix('#') == fragment().as_deref();
    Some(if here { Leads::Here } else { Leads::Elsewhere })
}

fn fragment() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Whether the head of a place is in the window.
fn in_view(place: &Element) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    (0.0..height).contains(&place.get_bounding_client_rect().top())
}
