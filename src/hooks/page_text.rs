//! Reads the page's text for the search. Never reads sizes, which would make the browser lay out off-screen sections.

use std::vec::IntoIter;

use super::{Element, ElementExt, dom, timers};

/// The items of a section.
const ITEM_SELECTOR: &str =
    ".section-head, .passage > p, .later-events > p:not(.later-events-title), article.fact";
/// The title of an item.
const TITLE_SELECTOR: &str = "h2, .fact-title";
/// The parts of an item. Leaves out labels and sources, which are the same in all cards.
const PART_SELECTOR: &str = ".standfirst, .section-name, .figure, .claim, .adds, .derivation, .meta > :not(.verdict), .why, \
                     dl > dd:not(:has(.sources))";
/// Names of the things that an item is about.
const NAME_SELECTOR: &str = ".section-name, .meta > li:not(.verdict, :has(time))";

/// An item of the search: of this page (paragraph, card, section head) or of another (definition, card).
#[derive(Clone, Debug, PartialEq)]
pub struct SearchItem {
    /// The element, if it is in this page.
    pub element: Option<Element>,
    /// The URL for its link.
    pub href: String,
    /// The id of its section.
    pub section: String,
    /// The heading of its group in the results, such as the section's region.
    pub heading: String,
    /// The title, then the parts, one per line. Prose has no title.
    pub text: String,
    /// Whether the item defines what its title names.
    pub is_definition: bool,
    /// The names in the item, in groups of synonyms.
    pub names: Vec<Vec<String>>,
    /// The title in other scripts, each with its language.
    pub scripts: Vec<(String, String)>,
}

/// Reads the page in time slices. Calls `each` for every item, then `done`.
pub fn read_search_items(each: impl FnMut(SearchItem) + 'static, done: impl FnOnce() + 'static) {
    let sections = dom::find("main").map(|main| main.find_all(":scope > *")).unwrap_or_default();
    let reader =
        SearchItemIter { sections: sections.into_iter(), items: Vec::new().into_iter(), section: None };
    timers::run_in_slices(reader, each, done);
}

struct SearchItemIter {
    sections: IntoIter<Element>,
    items: IntoIter<Element>,
    section: Option<(String, String)>,
}

impl Iterator for SearchItemIter {
    type Item = SearchItem;

    fn next(&mut self) -> Option<SearchItem> {
        loop {
            if let Some(element) = self.items.next() {
                let (section, region) = self.section.clone().unwrap_or_default();
                return Some(search_item(element, section, region));
            }
            let section = self.sections.next()?;
            self.items = section.find_all(ITEM_SELECTOR).into_iter();
            self.section = Some((section.id(), section.text_of(".section-name")));
        }
    }
}

fn search_item(element: Element, section: String, heading: String) -> SearchItem {
    let text = match element.tag_name().as_str() {
        "P" => ["\n", &element.text()].concat(),
        _ => [texts(&element, TITLE_SELECTOR), texts(&element, PART_SELECTOR)].concat().join("\n"),
    };
    let names = texts(&element, NAME_SELECTOR).into_iter().map(|name| vec![name]).collect();
    let id = element.anchor_id();
    let href = ["#", if id.is_empty() { &section } else { &id }].concat();
    SearchItem {
        element: Some(element),
        href,
        section,
        heading,
        text,
        is_definition: false,
        names,
        scripts: Vec::new(),
    }
}

/// The texts of all matching descendants.
pub(super) fn texts(element: &Element, selector: &str) -> Vec<String> {
    element.find_all(selector).iter().map(ElementExt::text).collect()
}
