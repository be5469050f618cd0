//! Single keys: which of them may be meant for the page, and what they lead to. Knows the page's HTML. No key does what
//! no control does.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::{cards, comfort, document, events, roots, window};

/// No jump leaves a head further than this below the window's top, in pixels: what is further down is still to come.
const TOP: f64 = 120.0;

/// Listens to the keys that the sheet names, but for that of the search.
pub fn follow() {
    // Without the sheet, as in a frame, they could not be turned off.
    let Some(document) = document().filter(|_| comfort::is_offered()) else { return };
    events::listen(&document, "keydown", |event| {
        pressed(event);
    });
}

/// The key of an event, if it can be meant for the page: not for a field, a dialog or the browser, not held down, and not
/// where the reader has turned single keys off (WCAG 2.1.4).
pub(super) fn command(event: &Event) -> Option<String> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let taken =
        event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() || event.repeat();
    let typing = events::target(event)?.closest("input, textarea, select, [contenteditable]").ok()?.is_some();
    let covered = document()?.query_selector("dialog[open]").ok()?.is_some();
    let off = comfort::choice("keys").is_some_and(|keys| keys == "off");
    (!(taken || typing || covered || off)).then(|| event.key())
}

fn pressed(event: &Event) -> Option<()> {
    match command(event)?.as_str() {
        "?" => comfort::open_keys()?,
        "n" => go(true)?,
        "p" => go(false)?,
        "o" => cards::turn_all(here().map(|section| section.id()).as_deref()),
        "s" => share()?,
        _ => return None,
    }
    event.prevent_default();
    Some(())
}

/// Goes to the next head of the story, or to the one before; from a page of its own, to the next page.
fn go(on: bool) -> Option<()> {
    let link = if on { ".page > nav [rel=next]" } else { ".page > nav [rel=prev]" };
    if document()?.query_selector(".page").ok()?.is_some() {
        document()?.query_selector(link).ok()??.dyn_into::<HtmlElement>().ok()?.click();
        return Some(());
    }
    let sections = sections();
    let to = if on {
        sections.iter().find(|section| top_of(section) > TOP)
    } else {
        sections.iter().rfind(|section| top_of(section) < 0.0)
    };
    window()?.location().set_hash(&to?.id()).ok()?;
    // The address may have named it already.
    to?.scroll_into_view();
    Some(())
}

/// Presses the control that shares the card with the focus, or else the section that is read, or else the story.
fn share() -> Option<()> {
    let card = document()?.active_element()?.closest("article.fact").ok()?;
    let control = card.or_else(here).or_else(|| document()?.query_selector("main").ok()?)?;
    control
        .query_selector("[data-action=share]:not([hidden])")
        .ok()??
        .dyn_into::<HtmlElement>()
        .ok()?
        .click();
    Some(())
}

/// The section that crosses the middle of the window.
fn here() -> Option<Element> {
    let middle = window()?.inner_height().ok()?.as_f64()? / 2.0;
    sections().into_iter().rfind(|section| top_of(section) < middle)
}

fn sections() -> Vec<Element> {
    roots::elements("main > .section")
}

fn top_of(section: &Element) -> f64 {
    section.get_bounding_client_rect().top()
}
