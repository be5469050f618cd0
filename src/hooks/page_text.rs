//! The text of the page, for the search. Asks for text only: asking for sizes would have the browser lay out sections
//! that are out of sight.

use std::vec::IntoIter;

use super::{Element, ElementExt, dom, timers};

/// What is read in a section.
const PASSAGES: &str = ".section-head, .passage > p, .since > p:not(.since-head), article.fact, .prose-facts > li, \
                        .glossary > dt";
/// Which parts of it. Labels and sources are left out: they are the same in every card.
const PARTS: &str = "h2, .standfirst, .region, .fact-title, .figure, .claim, .adds, .derivation, .meta > :not(.verdict), \
                     .why, dl > dd:not(:has(.sources)), .prose-facts > li > a, .note, dt";
/// Names of what a passage is about.
const NAMES: &str = ".region, .meta > li:not(.verdict, :has(time))";

/// A passage of the page: a paragraph, a card, a section's head, a definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The element, if it is in this page.
    pub element: Option<Element>,
    /// Where a link to it leads.
    pub href: String,
    /// The id of its section.
    pub section: String,
    /// What it stands under: the section's region, or a heading within the section.
    pub heading: String,
    /// The title, then each part, a line each. Prose has no title.
    pub text: String,
    /// Whether it defines what its title names.
    pub is_definition: bool,
    /// The names that it defines, in groups of synonyms.
    pub names: Vec<Vec<String>>,
}

/// Reads the page in time slices: calls back with each passage, and at last once all is read.
pub fn read(each: impl FnMut(Passage) + 'static, done: impl FnOnce() + 'static) {
    let sections = dom::find("main").map(|main| main.find_all(":scope > *")).unwrap_or_default();
    let reader = Reader { sections: sections.into_iter(), passages: Vec::new().into_iter(), section: None };
    timers::in_slices(reader, each, done);
}

struct Reader {
    sections: IntoIter<Element>,
    passages: IntoIter<Element>,
    section: Option<(String, String)>,
}

impl Iterator for Reader {
    type Item = Passage;

    fn next(&mut self) -> Option<Passage> {
        loop {
            if let Some(element) = self.passages.next() {
                let (section, region) = self.section.clone().unwrap_or_default();
                return Some(passage(element, section, region));
            }
            let section = self.sections.next()?;
            self.passages = section.find_all(PASSAGES).into_iter();
            self.section = Some((section.id(), section.text_of(".region")));
        }
    }
}

fn passage(element: Element, section: String, region: String) -> Passage {
    let heading = glossary_heading(&element);
    let is_definition = heading.is_some();
    let text = match element.tag_name().as_str() {
        "P" => ["\n", &element.text()].concat(),
        _ if is_definition => {
            [Some(element.text()), definition(&element)].into_iter().flatten().collect::<Vec<_>>().join("\n")
        }
        _ => texts(&element, PARTS).join("\n"),
    };
    let mut names: Vec<_> = texts(&element, NAMES).into_iter().map(|name| vec![name]).collect();
    if is_definition {
        let mut all = texts(&element, "[lang]");
        all.extend(element.first_child().and_then(|name| name.text_content()));
        names.push(all);
    }
    let id = element.anchor();
    let href = ["#", if id.is_empty() { &section } else { &id }].concat();
    Passage {
        heading: heading.unwrap_or(region),
        element: Some(element),
        href,
        section,
        text,
        is_definition,
        names,
    }
}

/// What an entry of the glossary says of its name.
fn definition(entry: &Element) -> Option<String> {
    Some(entry.next_element_sibling()?.text())
}

/// The heading of the glossary, if an element names an entry of it.
fn glossary_heading(element: &Element) -> Option<String> {
    let glossary = element.parent_element().filter(|parent| parent.class_name() == "glossary")?;
    Some(glossary.previous_element_sibling()?.text())
}

/// The texts of the descendants that match.
pub(super) fn texts(element: &Element, selector: &str) -> Vec<String> {
    element.find_all(selector).iter().map(ElementExt::text).collect()
}
