//! Brings the page to life in slices: the controls of the whole story first, then each section when it is near the
//! viewport or touched. Knows where roots stand, not what is in them.
//!
//! Sections far away sleep on even while the browser is idle: at a tenth of the speed of a desk machine each awakening
//! costs a frame, a reader who leaves after the first screen would pay for all of them, and one who goes on finds a
//! section awake a whole screen before it comes into view.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{document, events, window};

thread_local! {
    /// Sections that are not alive yet.
    static WAITING: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// The first root, between the task that reads it and the one that wakes it: its waking is the longest of the load.
    static FIRST: RefCell<Option<(Element, Labels)>> = const { RefCell::new(None) };
}

/// The element that holds a root.
pub type Holder = Element;

/// Brings a root to life, given the words of its controls.
pub type Awaken = fn(Holder, Labels);

/// Reads the page's first `[data-root]`: the controls of the whole story, or what is the page's only root.
pub fn read_first() {
    let root = document().and_then(|document| document.query_selector("[data-root]").ok()?);
    FIRST.set(root.and_then(read));
}

/// Calls `awaken` for the root that [`read_first`] has read.
pub fn awaken_first(awaken: Awaken) {
    if let Some((root, labels)) = FIRST.take() {
        awaken(root, labels);
    }
}

/// Calls `awaken` for every other root, when it is near or touched.
pub fn awaken_others(awaken: Awaken) {
    WAITING.set(elements("[data-root]").into_iter().skip(1).collect());
    awaken_near(awaken);
    awaken_touched(awaken);
}

fn wake(root: Element, awaken: Awaken) {
    if let Some((root, labels)) = read(root) {
        awaken(root, labels);
    }
}

/// Shows a root's controls and reads their words; nothing if the page is not as the prerenderer wrote it.
fn read(root: Element) -> Option<(Element, Labels)> {
    reveal(&root, ":not(.tools > *)");
    let labels = labels(&root)?;
    Some((root, labels))
}

fn awaken_near(awaken: Awaken) {
    let seen = Closure::<dyn Fn(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let near = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            for root in near.filter(IntersectionObserverEntry::is_intersecting).map(|entry| entry.target()) {
                observer.unobserve(&root);
                take(&root).into_iter().for_each(|root| wake(root, awaken));
            }
        },
    )
    .into_js_value();
    let options = IntersectionObserverInit::new();
    options.set_root_margin("100% 0px");
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options) {
        WAITING.with_borrow(|waiting| waiting.iter().for_each(|root| observer.observe(root)));
    }
}

fn awaken_touched(awaken: Awaken) {
    let Some(document) = document() else { return };
    for kind in ["pointerdown", "focusin"] {
        events::listen(&document, kind, move |event| {
            root_of(event).and_then(|root| take(&root)).into_iter().for_each(|root| wake(root, awaken));
        });
    }
}

fn root_of(event: &Event) -> Option<Element> {
    events::target(event)?.closest("[data-root]").ok()?
}

fn take(root: &Element) -> Option<Element> {
    WAITING.with_borrow_mut(|waiting| {
        let at = waiting.iter().position(|other| other == root)?;
        Some(waiting.remove(at))
    })
}

pub(super) fn elements(selector: &str) -> Vec<Element> {
    let page = document().and_then(|document| document.document_element());
    page.map(|page| all(&page, selector)).unwrap_or_default()
}

/// Everything in a place that suits a selector.
pub(super) fn all(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = place.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// Shows controls that needed a script to answer them; those of the tools show themselves.
fn reveal(place: &Element, which: &str) {
    for control in all(place, &format!("[data-action][hidden]{which}")) {
        let _ = control.remove_attribute("hidden");
    }
}

/// Says that the page is hydrated: all that needs no section works.
pub fn say_hydrated() {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        reveal(&page, ":not(.tools > *, [data-root=section] *)");
        let _ = page.set_attribute("data-hydrated", "");
    }
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark("hydrated");
    }
}

/// The words of the controls in a root, as they stand in the page.
pub struct Labels {
    /// The section whose cards they are for.
    pub section: Option<String>,
    /// Names the group.
    pub label: String,
    /// Opens all.
    pub open_all: String,
    /// Closes all.
    pub close_all: String,
    /// What the counter says before anything is counted.
    pub cards: String,
    /// The counter's pattern.
    pub count: String,
}

/// Reads back what the prerenderer wrote.
fn labels(root: &Element) -> Option<Labels> {
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let counter = find("[data-counter]")?;
    Some(Labels {
        section: root.get_attribute("data-section"),
        label: find(".tools")?.get_attribute("aria-label")?,
        open_all: find("[data-action=expand-all]")?.text_content()?,
        close_all: find("[data-action=collapse-all]")?.text_content()?,
        cards: counter.text_content()?,
        count: counter.get_attribute("data-counter")?,
    })
}
