//! Reads what can be found off the page, in slices short enough that nothing waits for them. Asks for text only,
//! never for what would have the browser lay out a section that is out of sight.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::super::{document, window};
use super::matching::Index;

/// What is read in a section, and of each which parts: labels and sources, the same in every card, are left out.
const ENTRIES: &str =
    ".section-head, .section-body > p, .since > p, article.fact, .told > li, .glossary > div";
const PARTS: &str = "h2, .standfirst, .region, .fact-title, .figure, .meta > :not(.verdict), .claim, .adds, .sum, \
                     dl > dd:not(.place, :has(.sources)), .told > li > a, .note, dt, .glossary dt + dd";

/// How long a slice may take, in milliseconds: with the key press that comes in its midst still within a frame.
const SLICE: f64 = 6.0;

/// A group of what was found: a section, or the glossary.
pub(super) struct Group {
    /// What it is called.
    pub(super) title: String,
    /// The section's id, which gives it its colour.
    pub(super) section: String,
}

/// What has been read, and what is still to be.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) index: Index,
    pub(super) groups: Vec<Group>,
    /// Where each entry stands.
    pub(super) places: Vec<Element>,
    waiting: Vec<Element>,
    section: Option<(NodeList, u32)>,
    begun: bool,
}

impl Reading {
    /// Whether it has begun.
    pub(super) fn has_begun(&self) -> bool {
        self.begun
    }

    fn begin(&mut self) {
        self.begun = true;
        let main = document().and_then(|document| document.query_selector("main").ok()?);
        let mut next = main.and_then(|main| main.last_element_child());
        while let Some(section) = next {
            next = section.previous_element_sibling();
            self.waiting.push(section);
        }
    }

    /// Whether all has been read.
    pub(super) fn is_done(&self) -> bool {
        self.begun && self.waiting.is_empty() && self.section.is_none()
    }

    /// Begins, or reads on for the time of a slice.
    pub(super) fn read_on(&mut self) -> Option<()> {
        if !self.begun {
            self.begin();
            return Some(());
        }
        let clock = window()?.performance()?;
        let end = clock.now() + SLICE;
        while clock.now() < end && !self.is_done() {
            self.read_next();
        }
        Some(())
    }

    fn read_next(&mut self) -> Option<()> {
        let Some((entries, at)) = &mut self.section else {
            let section = self.waiting.pop()?;
            let title = parts(&section, ".region").into_iter().next().unwrap_or_default();
            self.groups.push(Group { title, section: section.id() });
            self.section = Some((section.query_selector_all(ENTRIES).ok()?, 0));
            return Some(());
        };
        let Some(entry) = entries.item(*at) else {
            self.section = None;
            return Some(());
        };
        *at += 1;
        self.read(entry.dyn_into().ok()?)
    }

    fn read(&mut self, entry: Element) -> Option<()> {
        let name = entry.class_name();
        let text = match (name.as_str(), entry.tag_name().as_str()) {
            (_, "P") => format!("\n{}", spaced(&entry.text_content()?)),
            _ => parts(&entry, PARTS).join("\n"),
        };
        let is_named = entry.tag_name() == "DIV";
        if is_named {
            self.group_under(&entry.parent_element()?.previous_element_sibling()?);
            let title = entry.query_selector("dt").ok()??;
            let mut names = parts(&title, "[lang]");
            names.extend(title.first_child().and_then(|name| name.text_content()));
            self.index.name(names.iter().map(String::as_str));
        }
        for name in parts(&entry, ".region, .meta > li:first-child") {
            self.index.name([name.as_str()].into_iter());
        }
        self.index.add(self.groups.len() - 1, is_named, text);
        self.places.push(entry);
        Some(())
    }

    /// Groups what follows under a heading within the section.
    fn group_under(&mut self, heading: &Element) -> Option<()> {
        let title = spaced(&heading.text_content()?);
        let last = self.groups.last()?;
        if last.title != title {
            let section = last.section.clone();
            self.groups.push(Group { title, section });
        }
        Some(())
    }
}

/// What the parts of an element say, with single spaces.
pub(in crate::browser) fn parts(place: &Element, selector: &str) -> Vec<String> {
    let Ok(parts) = place.query_selector_all(selector) else { return Vec::new() };
    (0..parts.length()).filter_map(|at| Some(spaced(&parts.item(at)?.text_content()?))).collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
