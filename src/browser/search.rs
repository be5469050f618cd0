//! The search of the story: answers its field with results as one types. What can be found is read off the page when
//! the field is first used, so that a reader who never searches pays nothing. Knows the page's HTML, never the story.

mod distance;
pub mod folding;
pub mod matching;
mod names;
mod panel;
pub mod passage;
pub(super) mod reading;

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use self::matching::Found;
use self::panel::{FIRST, PAGE, Panel};
use self::reading::Reading;
use super::{address, document, events, keys};

/// How long a pause between two keys is, in milliseconds.
const PAUSE: i32 = 150;

#[derive(Default)]
struct Search {
    reading: Reading,
    found: Found,
    /// How many results are shown.
    shown: usize,
}

thread_local! {
    static SEARCH: RefCell<Search> = RefCell::default();
    /// What stands in the field is to be answered.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the page's field and to the key that leads there, if there is a field.
pub fn follow() {
    let Some(document) = document() else { return };
    if field().is_none() {
        return;
    }
    events::listen(&document, "focusin", |event| {
        moved(event);
    });
    events::listen(&document, "input", |event| {
        if is_field(event) {
            events::one_answer(&ASKED, events::after_paint, || {
                answer();
            });
        }
    });
    events::listen(&document, "keydown", |event| {
        pressed(event);
    });
    events::listen(&document, "click", |event| {
        clicked(event);
    });
}

/// The focus has come into the search, or has left it.
fn moved(event: &Event) -> Option<()> {
    let panel = Panel::find()?;
    if is_within(event) {
        if !SEARCH.with_borrow(|search| search.reading.has_begun()) {
            events::soon(read_on);
        }
        if is_field(event) && panel.is_closed() {
            answer();
        }
    } else {
        panel.close();
    }
    Some(())
}

fn read_on() {
    let done = SEARCH.with_borrow_mut(|search| {
        search.reading.read_on();
        search.reading.is_done()
    });
    if !done {
        events::soon(read_on);
    } else if Panel::find().is_some_and(|panel| !panel.is_closed()) {
        // What was asked before all was read has been answered in part.
        SEARCH.with_borrow_mut(|search| search.found = Found::default());
        answer();
    }
}

/// Answers what stands in the field: with what a reader can see at once, and with a page of results when they rest.
fn answer() -> Option<()> {
    let query = field()?.value();
    let panel = Panel::find()?;
    let (asked, count) = SEARCH.with_borrow_mut(|search| {
        search.found = search.reading.index.find(&query, &search.found);
        (!search.found.is_idle(), search.found.entries.len())
    });
    if !asked {
        panel.close();
        return None;
    }
    show(&panel, FIRST);
    panel.open();
    if count <= FIRST {
        return Some(());
    }
    events::later(PAUSE, move || {
        let rests = field().is_some_and(|field| field.value() == query);
        if rests
            && !panel.is_closed()
            && !panel.has_focus()
            && SEARCH.with_borrow(|search| search.shown == FIRST)
        {
            show(&panel, PAGE);
        }
    });
    Some(())
}

/// Shows so many results.
fn show(panel: &Panel, most: usize) -> Option<()> {
    let query = field()?.value();
    SEARCH.with_borrow_mut(|search| {
        search.shown = most;
        panel.show(query.trim(), &search.found, &search.reading, most)
    })
}

fn pressed(event: &Event) -> Option<()> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let field = field()?;
    match event.key().as_str() {
        "/" if keys::command(event).is_some() => {
            field.focus().ok()?;
            field.select();
            panel::bring_near(&field);
        }
        "Escape" if is_within(event) && !event.is_composing() => {
            field.set_value("");
            answer();
            field.focus().ok()?;
        }
        _ => return None,
    }
    event.prevent_default();
    Some(())
}

fn clicked(event: &Event) -> Option<()> {
    let panel = Panel::find()?;
    if !is_within(event) {
        panel.close();
        return Some(());
    }
    let place = events::target(event)?;
    if place.closest("[data-search=more]").ok()?.is_some() {
        let shown = SEARCH.with_borrow(|search| search.shown);
        show(&panel, shown + PAGE);
        return panel.focus(shown);
    }
    if is_field(event) {
        panel::bring_near(&place);
    }
    let link = place.closest("a[data-entry]").ok()??;
    let at: usize = link.get_attribute("data-entry")?.parse().ok()?;
    let place = SEARCH.with_borrow(|search| search.reading.places.get(at).cloned())?;
    if place.id().is_empty() {
        // Prose has no address of its own; whoever opens it elsewhere gets its section.
        event.prevent_default();
    }
    events::soon(move || {
        panel.close();
        arrive(&place);
    });
    Some(())
}

/// Goes to what was found; a card is opened by its address.
fn arrive(place: &Element) -> Option<()> {
    if place.class_name() == "fact" {
        return None;
    }
    if place.id().is_empty() {
        place.scroll_into_view();
    }
    address::stand_at(place)
}

fn field() -> Option<HtmlInputElement> {
    document()?.query_selector("[data-action=search]").ok()??.dyn_into().ok()
}

fn is_field(event: &Event) -> bool {
    events::target(event).is_some_and(|place| matches!(place.matches("[data-action=search]"), Ok(true)))
}

fn is_within(event: &Event) -> bool {
    events::target(event).is_some_and(|place| matches!(place.closest(".search"), Ok(Some(_))))
}
