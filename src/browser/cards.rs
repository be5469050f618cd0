//! Which fact cards are open. The DOM is the truth: this room asks it, changes it, and tells who watches.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement};

use super::{address, document, events, whereabouts};

/// How many cards are open, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Open ones.
    pub open: u32,
    /// All.
    pub total: u32,
}

struct Watcher {
    section: Option<String>,
    total: u32,
    told: Box<dyn Fn(Count)>,
}

/// Keeps a watcher told; dropping it ends that.
pub struct Watch(#[expect(dead_code, reason = "held to keep the watcher alive")] Rc<Watcher>);

thread_local! {
    static WATCHERS: RefCell<Vec<Weak<Watcher>>> = const { RefCell::new(Vec::new()) };
    /// A recount is due after the next paint.
    static STALE: Cell<bool> = const { Cell::new(false) };
    /// `toggle` events still to come from [`set_all`]; they concern no single card.
    static MASS: Cell<u32> = const { Cell::new(0) };
}

/// Tells how many cards of a section, or of the page, are open: in a task of its own, since whoever asks has just come
/// to life in this one, and whenever that changes.
pub fn watch(section: Option<&str>, told: impl Fn(Count) + 'static) -> Watch {
    let section = section.map(str::to_owned);
    let total = count(&selector(section.as_deref(), ""));
    let watcher = Rc::new(Watcher { section, total, told: Box::new(told) });
    let first = Rc::downgrade(&watcher);
    events::soon(move || {
        if let Some(watcher) = first.upgrade() {
            watcher.recount(0);
        }
    });
    WATCHERS.with_borrow_mut(|watchers| {
        watchers.retain(|watcher| watcher.strong_count() > 0);
        watchers.push(Rc::downgrade(&watcher));
    });
    Watch(watcher)
}

impl Watcher {
    /// Counts and tells; `change` corrects for a click whose effect the DOM does not show yet.
    fn recount(&self, change: i32) {
        let open = count(&selector(self.section.as_deref(), "[open]"));
        (self.told)(Count { open: open.saturating_add_signed(change), total: self.total });
    }
}

/// Opens or closes every card of a section, or of the page, in one go; the reader keeps their place.
pub fn set_all(section: Option<&str>, open: bool) {
    let closed_or_open = if open { ":not([open])" } else { "[open]" };
    whereabouts::hold(|| {
        for card in all(&selector(section, closed_or_open)) {
            MASS.set(MASS.get() + 1);
            card.set_open(open);
        }
    });
    tell(|_| 0);
}

/// Opens every card of a section, or of the page; closes them where all are open.
pub(super) fn turn_all(section: Option<&str>) {
    set_all(section, count(&selector(section, ":not([open])")) > 0);
}

/// Listens, once for the whole page, to cards being opened and closed by whatever means.
pub fn follow() {
    let Some(document) = document() else { return };
    events::listen(&document, "click", |event| {
        MASS.set(0);
        clicked(event);
    });
    events::listen(&document, "toggle", |event| {
        toggled(event);
    });
}

/// A click on a card's summary: counted at once, a frame before `toggle` would tell.
fn clicked(event: &Event) -> Option<()> {
    let summary = events::target(event)?.closest("summary").ok()??;
    let card: HtmlDetailsElement = summary.parent_element()?.dyn_into().ok()?;
    let id = card.get_attribute("data-fact")?;
    let open = !card.open();
    address::follow_card(&id, open);
    tell(|section| match section {
        Some(section) if !within(&card, section) => 0,
        _ if open => 1,
        _ => -1,
    });
    Some(())
}

/// A card has opened or closed: by find-in-page, by a link, by a click that was counted already, or with all others.
fn toggled(event: &Event) -> Option<()> {
    let card: HtmlDetailsElement = events::target(event)?.dyn_into().ok()?;
    let id = card.get_attribute("data-fact")?;
    if MASS.get() > 0 {
        MASS.set(MASS.get() - 1);
    } else {
        address::follow_card(&id, card.open());
        if card.open() {
            address::focus_within(&card);
        }
    }
    events::one_answer(&STALE, events::after_paint, || tell(|_| 0));
    Some(())
}

fn tell(change: impl Fn(Option<&str>) -> i32) {
    let watchers: Vec<_> =
        WATCHERS.with_borrow(|watchers| watchers.iter().filter_map(Weak::upgrade).collect());
    for watcher in watchers {
        watcher.recount(change(watcher.section.as_deref()));
    }
}

fn within(card: &Element, section: &str) -> bool {
    matches!(card.closest(&format!("#{section}")), Ok(Some(_)))
}

fn selector(section: Option<&str>, state: &str) -> String {
    match section {
        Some(section) => format!("#{section} details[data-fact]{state}"),
        None => format!("details[data-fact]{state}"),
    }
}

fn count(selector: &str) -> u32 {
    document().and_then(|document| document.query_selector_all(selector).ok()).map_or(0, |list| list.length())
}

fn all(selector: &str) -> impl Iterator<Item = HtmlDetailsElement> {
    let list = document().and_then(|document| document.query_selector_all(selector).ok());
    let length = list.as_ref().map_or(0, |list| list.length());
    (0..length).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}
