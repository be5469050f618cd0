//! Published ids, and the redirects of former ids.

use std::collections::BTreeMap;
use std::ops::Index;

use toml::Spanned;

use super::date::PartialDate;
use super::parse::{ContentFiles, Reporter, SymbolTable, TomlTable, backticked};
use super::{FactRef, SectionRef, Story};

/// Registry of published ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdRegistry {
    /// Day on which each section was registered.
    pub sections: BTreeMap<SectionRef, PartialDate>,
    /// Day on which each fact was registered.
    pub facts: BTreeMap<FactRef, PartialDate>,
    /// Former ids.
    pub redirects: Vec<Redirect>,
}

impl IdRegistry {
    /// Day on which the story was published: the first day of a section.
    pub fn first_published(&self) -> Option<PartialDate> {
        self.sections.values().min().copied()
    }

    /// Day on which the newest section or fact was published.
    pub fn last_published(&self) -> Option<PartialDate> {
        self.sections.values().chain(self.facts.values()).max().copied()
    }
}

/// A former id and its successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// A fact.
    Fact {
        /// The former id.
        from: String,
        /// The fact that replaces it.
        to: FactRef,
    },
    /// A section.
    Section {
        /// The former id.
        from: String,
        /// The section that replaces it.
        to: SectionRef,
    },
}

/// Index of a redirect in [`IdRegistry::redirects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedirectRef(usize);

impl Index<RedirectRef> for Story {
    type Output = Redirect;

    fn index(&self, redirect: RedirectRef) -> &Redirect {
        &self.ids.redirects[redirect.0]
    }
}

impl Story {
    /// All redirects.
    pub fn redirects(&self) -> impl Iterator<Item = RedirectRef> + use<> {
        (0..self.ids.redirects.len()).map(RedirectRef)
    }

    /// Former ids of a fact.
    fn fact_aliases(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Fact { from, to } => (*to == fact).then_some(from.as_str()),
            Redirect::Section { .. } => None,
        })
    }

    /// Id of a fact, then its former ids.
    pub fn fact_ids(&self, fact: FactRef) -> impl Iterator<Item = &str> {
        std::iter::once(self[fact].id.as_str()).chain(self.fact_aliases(fact))
    }

    /// Former ids of a section.
    pub fn section_aliases(&self, section: SectionRef) -> impl Iterator<Item = &str> {
        self.ids.redirects.iter().filter_map(move |redirect| match redirect {
            Redirect::Section { from, to } => (*to == section).then_some(from.as_str()),
            Redirect::Fact { .. } => None,
        })
    }
}

const FILE: &str = "ids.toml";

/// A line: an id, and its day or its successor's id.
type Line = (Spanned<String>, Spanned<String>);

/// The lines of the registry, which are not checked yet.
pub(super) struct DeclaredIds<'a> {
    sections: Vec<Line>,
    facts: Vec<Line>,
    reporter: Reporter<'a>,
}

/// Declares the successors of former ids, so that the content may use a former id too.
pub(super) fn declare<'a>(
    content_files: &'a ContentFiles<'_>,
    symbols: &mut SymbolTable,
) -> Option<DeclaredIds<'a>> {
    let reporter = content_files.require_file(FILE)?;
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let expected = "a day, or the id that took its place, in quotes";
    let lines =
        |table: Option<TomlTable<'_>>| table.map(|table| table.entries_as(expected)).unwrap_or_default();
    let (sections, facts): (Vec<Line>, Vec<Line>) =
        (lines(fields.table("sections")), lines(fields.table("facts")));
    fields.finish();
    let successors = sections.iter().chain(&facts).filter(|(_, value)| day(value).is_none());
    symbols.successors =
        successors.map(|(id, successor)| (id.get_ref().clone(), successor.get_ref().clone())).collect();
    Some(DeclaredIds { sections, facts, reporter })
}

/// The day of an id that is in the story. `None` for the successor of a former id.
fn day(value: &Spanned<String>) -> Option<PartialDate> {
    value.get_ref().parse::<PartialDate>().ok().filter(|date| date.day.is_some())
}

/// Checks the registry against the story's ids.
pub(super) fn read(declared: Option<DeclaredIds<'_>>, symbols: &SymbolTable) -> IdRegistry {
    let Some(DeclaredIds { sections, facts, reporter }) = declared else { return IdRegistry::default() };
    let (sections, section_redirects) = list(&sections, "section", &symbols.sections, reporter);
    let (facts, fact_redirects) = list(&facts, "fact", &symbols.facts, reporter);
    let redirects = section_redirects.into_iter().map(|(from, to)| Redirect::Section { from, to });
    let redirects = redirects.chain(fact_redirects.into_iter().map(|(from, to)| Redirect::Fact { from, to }));
    IdRegistry { sections, facts, redirects: redirects.collect() }
}

/// Returns the publication days of present ids, and the successors of former ids.
fn list<T: Copy + Ord>(
    lines: &[Line],
    what: &str,
    known: &BTreeMap<String, T>,
    reporter: Reporter<'_>,
) -> (BTreeMap<T, PartialDate>, Vec<(String, T)>) {
    let unknown = |id: &Spanned<String>, expected: &str| {
        reporter.unknown(id.span(), expected, id.get_ref(), known.keys().map(String::as_str));
    };
    let mut days = BTreeMap::new();
    let mut redirects = Vec::new();
    for (id, value) in lines {
        match (known.get(id.get_ref()), day(value)) {
            (Some(known), Some(day)) => {
                days.insert(*known, day);
            }
            (Some(_), None) => {
                let expected =
                    format!("a day as YYYY-MM-DD, because {} is in the story", backticked(id.get_ref()));
                reporter.error(value.span(), expected, backticked(value.get_ref()));
            }
            // The id may be in a file that could not be read.
            (None, Some(_)) if !reporter.sink.is_complete() => {}
            (None, Some(_)) => {
                let gone = "which is published, or the id of its successor in place of its day";
                unknown(id, &format!("the file of this {what}, {gone}"));
            }
            (None, None) => match known.get(value.get_ref()) {
                Some(to) => redirects.push((id.get_ref().clone(), *to)),
                None => unknown(value, &format!("the id of a {what} in the story, or a day")),
            },
        }
    }
    if lines.is_empty() && !known.is_empty() {
        let expected = format!("the ids of {} {what}s, by `cargo xtask register-ids`", known.len());
        reporter.error(0..0, expected, "none");
        return (days, redirects);
    }
    let listed = |id: &&String| lines.iter().any(|(line, _)| line.get_ref() == *id);
    for id in known.keys().filter(|id| !listed(id)) {
        let expected = format!(
            "the {what} {}, with the day of the id that it replaces, or new by `cargo xtask register-ids`",
            backticked(id)
        );
        reporter.error(0..0, expected, "none");
    }
    (days, redirects)
}
