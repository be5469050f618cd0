//! Where the reader is: which section crosses the reading line, in the upper part of the window, and how much of the
//! story's text is above it. Marks the links to that section and draws how far they are. Text is counted in paragraphs,
//! so that no open card moves the count. Knows the links and the sections they lead to, of which the last is the notes.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DomRect, Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, NodeList,
};

use super::roots::elements;
use super::{document, events, window};

/// The links that sections are marked by, and the mark.
const LINKS: &str = ".beside a";
const MARK: &str = "aria-current";

/// The text of a section.
const TEXT: &str = ".section-body > p";

/// The control that says where the reader is when the links do not stand beside the text.
const BAR: &str = ".bar";

/// What shows how much has been read, and its whole length.
const DRAWN: &str = ".progress rect";
const LENGTH: u32 = 1000;

struct Section {
    link: Element,
    place: Element,
    text: NodeList,
    /// How many paragraphs are in the sections before it.
    before: u32,
}

impl Section {
    fn paragraph(&self, at: u32) -> Option<Element> {
        self.text.item(at)?.dyn_into().ok()
    }
}

/// A place in the text; a later one is greater.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Place {
    /// The section, in the order of the links.
    pub(super) section: usize,
    /// The paragraph of the section.
    pub(super) paragraph: u32,
    /// How much of the paragraph is above the reading line, in hundredths.
    pub(super) part: u32,
}

/// How far the reader is.
pub(super) enum Reached {
    /// The head, before all text.
    Head,
    /// The text.
    Text(Place),
    /// The notes, or what is after them.
    End,
}

thread_local! {
    static SECTIONS: RefCell<Vec<Section>> = const { RefCell::new(Vec::new()) };
    /// The section that crosses the reading line.
    static HERE: Cell<Option<usize>> = const { Cell::new(None) };
    /// A drawing is due before the next paint.
    static DUE: Cell<bool> = const { Cell::new(false) };
}

/// Follows the reader from section to section; in a page without such links there is nothing to follow.
pub fn follow() {
    let sections = sections();
    let Some(document) = document().filter(|_| !sections.is_empty()) else { return };
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(|entries: js_sys::Array| {
        let before = HERE.get();
        SECTIONS.with_borrow(|sections| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                let place = entry.target();
                let at = sections.iter().position(|section| section.place == place);
                if entry.is_intersecting() {
                    mark(sections, at);
                } else if at == HERE.get() {
                    mark(sections, None);
                }
            }
        });
        // Drawing measures: nothing for a page that has just come, and stands at its head.
        if HERE.get() != before {
            draw();
        }
    })
    .into_js_value();
    // A line across the window rather than an area: one section at a time is on it.
    let options = IntersectionObserverInit::new();
    options.set_root_margin("-30% 0px -70% 0px");
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options) {
        sections.iter().for_each(|section| observer.observe(&section.place));
    }
    SECTIONS.set(sections);
    events::listen(&document, "scroll", |_| {
        events::one_answer(&DUE, events::next_frame, || {
            draw();
        });
    });
}

fn sections() -> Vec<Section> {
    let mut before = 0;
    let section = |link: Element| {
        let place = document()?.get_element_by_id(link.get_attribute("href")?.strip_prefix('#')?)?;
        let text = place.query_selector_all(TEXT).ok()?;
        let section = Section { link, place, before, text };
        before += section.text.length();
        Some(section)
    };
    elements(LINKS).into_iter().filter_map(section).collect()
}

/// Moves the mark.
fn mark(sections: &[Section], here: Option<usize>) -> Option<()> {
    let link = |at: Option<usize>| at.and_then(|at| sections.get(at)).map(|section| &section.link);
    if let Some(before) = link(HERE.replace(here)) {
        let _ = before.remove_attribute(MARK);
    }
    let link = link(here);
    if let Some(link) = link {
        let _ = link.set_attribute(MARK, "location");
    }
    let said = link.and_then(|link| link.text_content()).unwrap_or_default();
    document()?.query_selector(BAR).ok()??.set_attribute("data-here", &said).ok()
}

/// Draws how much of the text has been read.
fn draw() -> Option<()> {
    let drawn = document()?.query_selector(DRAWN).ok()??;
    let read = match reached() {
        Reached::Head => 0,
        Reached::Text(place) => SECTIONS.with_borrow(|sections| {
            let before = |section: Option<&Section>| section.map_or(0, |section| section.before);
            let read = (before(sections.get(place.section)) + place.paragraph) * 100 + place.part;
            read * LENGTH / (before(sections.last()) * 100).max(1)
        }),
        Reached::End => LENGTH,
    };
    drawn.set_attribute("width", &read.to_string()).ok()
}

/// How far the reader is now.
pub(super) fn reached() -> Reached {
    SECTIONS.with_borrow(|sections| {
        let Some((notes, story)) = sections.split_last() else { return Reached::Head };
        match HERE.get() {
            Some(at) => story.get(at).map_or(Reached::End, |section| Reached::Text(place(at, section))),
            None if notes.place.get_bounding_client_rect().bottom() > line() => Reached::Head,
            None => Reached::End,
        }
    })
}

/// The place on the reading line, in a section that crosses it: in its last paragraph to have begun. Asks for a few
/// paragraphs only, and only in a section that is drawn already.
fn place(at: usize, section: &Section) -> Place {
    let line = line();
    let bounds = |at| section.paragraph(at).map(|paragraph| paragraph.get_bounding_client_rect());
    let (mut begun, mut end) = (0, section.text.length());
    while begun < end {
        let middle = begun.midpoint(end);
        if bounds(middle).is_some_and(|bounds| bounds.top() <= line) {
            begun = middle + 1;
        } else {
            end = middle;
        }
    }
    let paragraph = begun.saturating_sub(1);
    let above = |bounds: DomRect| ((line - bounds.top()) / bounds.height() * 100.0).clamp(0.0, 100.0) as u32;
    Place { section: at, paragraph, part: bounds(paragraph).map_or(0, above) }
}

/// How far below the window's top the reading line is.
fn line() -> f64 {
    let height = document().and_then(|document| document.document_element()).map(|page| page.client_height());
    f64::from(height.unwrap_or_default()) * 0.3
}

/// The link to a section.
pub(super) fn link(at: usize) -> Option<Element> {
    SECTIONS.with_borrow(|sections| sections.get(at).map(|section| section.link.clone()))
}

/// The section with an id, if it is one of the story's own.
pub(super) fn section(id: &str) -> Option<usize> {
    SECTIONS.with_borrow(|sections| sections.iter().position(|section| section.place.id() == id))
}

/// Brings a place to the reading line; gives back its paragraph.
pub(super) fn bring(place: Place) -> Option<Element> {
    let paragraph = SECTIONS.with_borrow(|sections| {
        let section = sections.get(place.section)?;
        section.paragraph(place.paragraph.min(section.text.length().saturating_sub(1)))
    })?;
    let bounds = paragraph.get_bounding_client_rect();
    let place = bounds.top() + bounds.height() * f64::from(place.part.min(100)) / 100.0;
    window()?.scroll_by_with_x_and_y(0.0, place - line());
    Some(paragraph)
}

/// Changes the page, and keeps what is on the reading line where it is: not every browser does so by itself.
pub(super) fn hold(change: impl FnOnce()) {
    let held = held();
    let before = held.as_ref().map(Element::get_bounding_client_rect);
    change();
    if let (Some(held), Some(before), Some(window)) = (held, before, window()) {
        let moved = held.get_bounding_client_rect().top() - before.top();
        if moved != 0.0 {
            window.scroll_by_with_x_and_y(0.0, moved);
        }
    }
}

fn held() -> Option<Element> {
    let document = document()?;
    let middle = document.document_element()?.client_width() / 2;
    let there = document.element_from_point(middle as f32, line() as f32)?;
    there.closest(".section-body > p, .fact, .section-head").ok()?
}
