//! Definitions in place: shows a copy of a marked entity's entry beside the words that name it, on hover, focus and tap.
//! Knows the page's HTML, never the story: where the page holds no entries, they are read where the mark leads.
//!
//! The first press of a mark shows its definition, the next one follows it; the keyboard, which sees the definition
//! with the focus, follows it at once.

mod place;

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Document, DomParser, Element, Event, HtmlAnchorElement, HtmlElement, KeyboardEvent, MouseEvent,
    SupportedType,
};

use super::{document, events, share, window};

/// How long a pointer rests on a mark before its definition shows, and how long it may be away from both before the
/// definition goes, in milliseconds.
const REST: i32 = 500;
const LEAVE: i32 = 300;

#[derive(Default)]
struct State {
    /// The mark whose definition is to show, whenever that is.
    wished: Option<Element>,
    /// Counts wishes, so that one that came later wins.
    turn: u32,
    shown: Option<Shown>,
    /// A mark is being pressed whose definition did not show before.
    fresh: bool,
    /// The page that holds the entries, once it has been read.
    notes: Option<Document>,
}

#[derive(Clone)]
struct Shown {
    mark: Element,
    popover: HtmlElement,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Listens, once for the whole page, to marks being pointed at, focused and pressed. In a frame they stay links: nothing
/// may lie over what is around it.
pub fn follow() {
    let Some(document) = document() else { return };
    if document.document_element().is_none_or(|page| page.has_attribute("data-embed")) {
        return;
    }
    let Some(window) = window() else { return };
    events::listen(&window, "mouseover", |event| {
        let over = within(event).or_else(|| mark(event));
        let after = if over.is_some() { REST } else { LEAVE };
        wish(over, after);
    });
    events::listen(&window, "focusin", |event| {
        if within(event).is_none() {
            soon(mark(event), 0);
        }
    });
    events::listen(&window, "pointerdown", pressed);
    events::listen(&window, "click", |event| {
        clicked(event);
    });
    events::listen(&window, "keydown", |event| {
        dismissed(event);
    });
    events::listen(&window, "resize", |_| {
        if let Some(Shown { mark, popover }) = shown() {
            place::beside(&mark, &popover);
        }
    });
}

/// The mark that an event happened to.
fn mark(event: &Event) -> Option<Element> {
    events::target(event)?.closest("a[data-entity]").ok()?
}

/// The mark whose definition an event happened in.
fn within(event: &Event) -> Option<Element> {
    let Shown { mark, popover } = shown()?;
    let place = events::target(event)?;
    popover.contains(Some(&place)).then_some(mark)
}

fn shown() -> Option<Shown> {
    STATE.with_borrow(|state| state.shown.clone())
}

/// What is pointed at has changed, or has not.
fn wish(wished: Option<Element>, after: i32) {
    if STATE.with_borrow(|state| state.wished != wished) {
        soon(wished, after);
    }
}

/// Shows a mark's definition after a while, or none, unless something else is wished before.
fn soon(wished: Option<Element>, after: i32) {
    let turn = STATE.with_borrow_mut(|state| {
        state.wished = wished;
        state.turn += 1;
        state.turn
    });
    events::later(after, move || {
        let (due, wished) = STATE.with_borrow(|state| (state.turn == turn, state.wished.clone()));
        match wished {
            Some(mark) if due => {
                show(&mark, false);
            }
            None if due && !is_held() => hide(),
            _ => {}
        }
    });
}

/// Whether the focus is on the mark or in its definition: then the pointer may go.
fn is_held() -> bool {
    let active = document().and_then(|document| document.active_element());
    let shown = shown().zip(active);
    shown.is_some_and(|(Shown { mark, popover }, active)| mark == active || popover.contains(Some(&active)))
}

fn pressed(event: &Event) {
    let inside = within(event).is_some();
    let mark = mark(event);
    let fresh = mark.is_some() && shown().map(|shown| shown.mark) != mark;
    STATE.with_borrow_mut(|state| state.fresh = fresh);
    if !inside && (fresh || mark.is_none()) {
        forget();
    }
}

fn clicked(event: &Event) -> Option<()> {
    let fresh = STATE.with_borrow_mut(|state| std::mem::take(&mut state.fresh));
    if within(event).is_some() {
        events::target(event)?.closest("a").ok()??;
        events::soon(forget);
        return None;
    }
    let mark = mark(event)?;
    let keys: &MouseEvent = event.dyn_ref()?;
    if !fresh || keys.ctrl_key() || keys.meta_key() || keys.shift_key() {
        forget();
        return None;
    }
    event.prevent_default();
    STATE.with_borrow_mut(|state| state.wished = Some(mark.clone()));
    show(&mark, true)
}

fn dismissed(event: &Event) -> Option<()> {
    STATE.with_borrow_mut(|state| state.fresh = false);
    let Shown { mark, popover } = shown()?;
    if event.dyn_ref::<KeyboardEvent>()?.key() != "Escape" {
        return None;
    }
    event.prevent_default();
    let active = document()?.active_element()?;
    if popover.contains(Some(&active)) {
        let _ = mark.dyn_ref::<HtmlElement>()?.focus();
    }
    STATE.with_borrow_mut(|state| state.turn += 1);
    hide();
    Some(())
}

fn forget() {
    STATE.with_borrow_mut(|state| {
        state.wished = None;
        state.turn += 1;
    });
    hide();
}

fn hide() {
    if let Some(Shown { mark, popover }) = STATE.with_borrow_mut(|state| state.shown.take()) {
        let _ = mark.remove_attribute("aria-describedby");
        popover.remove();
    }
}

/// Shows a mark's definition, once it is at hand. Where it cannot be had, a press that waited for it follows the mark.
fn show(mark: &Element, pressed: bool) -> Option<()> {
    if shown().is_some_and(|shown| shown.mark == *mark) {
        return None;
    }
    let leads: &HtmlAnchorElement = mark.dyn_ref()?;
    let hash = leads.hash();
    let id = hash.strip_prefix('#')?.to_owned();
    let here = if leads.get_attribute("href")?.starts_with('#') { document() } else { None };
    if let Some(notes) = here.or_else(|| STATE.with_borrow(|state| state.notes.clone())) {
        return present(mark, &notes.get_element_by_id(&id)?);
    }
    let (mark, leads) = (mark.clone(), leads.clone());
    spawn_local(async move {
        let notes = read(&leads.href()).await;
        let entry = notes.as_ref().and_then(|notes| notes.get_element_by_id(&id));
        STATE.with_borrow_mut(|state| state.notes = notes);
        let wished = STATE.with_borrow(|state| state.wished.as_ref() == Some(&mark));
        match entry {
            Some(entry) if wished => {
                present(&mark, &entry);
            }
            None if wished && pressed => leads.click(),
            _ => {}
        }
    });
    Some(())
}

async fn read(address: &str) -> Option<Document> {
    let html = share::read(address).await?;
    DomParser::new().ok()?.parse_from_string(&html, SupportedType::TextHtml).ok()
}

/// Shows a copy of an entry beside a mark. It stands right after the mark, so that the focus goes on into it.
fn present(mark: &Element, entry: &Element) -> Option<()> {
    hide();
    let popover: HtmlElement = document()?.create_element("dl").ok()?.dyn_into().ok()?;
    popover.set_class_name("definition");
    popover.set_attribute("popover", "manual").ok()?;
    popover.set_inner_html(&entry.outer_html());
    popover.first_element_child()?.remove_attribute("id").ok()?;
    let name = popover.query_selector("dt").ok()??;
    let leads = mark.get_attribute("href")?;
    name.set_inner_html(&["<a href=\"", &leads, "\">", &name.inner_html(), "</a>"].concat());
    let what = popover.query_selector("dd").ok()??;
    what.set_id("definition");
    mark.insert_adjacent_element("afterend", &popover).ok()?;
    if popover.show_popover().is_err() {
        popover.remove();
        return None;
    }
    mark.set_attribute("aria-describedby", "definition").ok()?;
    place::beside(mark, &popover);
    STATE.with_borrow_mut(|state| state.shown = Some(Shown { mark: mark.clone(), popover }));
    Some(())
}
