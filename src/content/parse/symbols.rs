//! The ids that content files may refer to, and which of them are used.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::diagnostics::{Reporter, backticked, most_similar};
use crate::content::language::{likeliest_language, split_by_script};
use crate::content::text::Inline;
use crate::content::{EntityRef, FactRef, GuessRef, PlotRef, RecordRef, ReferenceRef, SectionRef};

/// All ids of a content folder.
#[derive(Debug, Default)]
pub(crate) struct SymbolTable {
    pub(crate) story_language: String,
    pub(crate) sections: BTreeMap<String, SectionRef>,
    pub(crate) facts: BTreeMap<String, FactRef>,
    pub(crate) entities: BTreeMap<String, EntityRef>,
    pub(crate) references: BTreeMap<String, ReferenceRef>,
    pub(crate) records: BTreeMap<String, RecordRef>,
    pub(crate) plots: BTreeMap<String, PlotRef>,
    pub(crate) guesses: BTreeMap<String, GuessRef>,
    /// Former ids of facts and sections, each with the id that took its place.
    pub(crate) successors: BTreeMap<String, String>,
    /// Names in other scripts, each with its language.
    pub(crate) languages: BTreeMap<String, String>,
    pub(crate) used_entities: RefCell<BTreeSet<EntityRef>>,
    pub(crate) used_records: RefCell<BTreeSet<RecordRef>>,
    /// Facts that unknown ids are likely to mean. They are not also reported as missing elsewhere.
    pub(crate) likely_meant_facts: RefCell<BTreeSet<FactRef>>,
}

/// Maps the names of files to indices.
pub(crate) fn ids_by_file<T>(reporters: &[Reporter<'_>], to_ref: impl Fn(usize) -> T) -> BTreeMap<String, T> {
    let named = |(index, reporter): (usize, &Reporter<'_>)| (reporter.file.stem().to_owned(), to_ref(index));
    reporters.iter().enumerate().map(named).collect()
}

impl SymbolTable {
    /// Resolves the id of a fact, or a former one.
    pub(crate) fn fact(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<FactRef> {
        let fact = look_up(&self.facts, "the id of a fact", self.present(&self.facts, id), span, reporter);
        if fact.is_none()
            && let Some(meant) = most_similar(id, self.facts.keys().map(String::as_str))
        {
            self.likely_meant_facts.borrow_mut().extend(self.facts.get(&meant));
        }
        fact
    }

    /// The fact with an id, or a former one. Reports nothing.
    pub(crate) fn known_fact(&self, id: &str) -> Option<FactRef> {
        self.facts.get(self.present(&self.facts, id)).copied()
    }

    /// Resolves the id of a section, or a former one.
    pub(crate) fn section(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<SectionRef> {
        self.section_folder(self.present(&self.sections, id), span, reporter)
    }

    /// Resolves the id of a section that a folder has as its name.
    pub(crate) fn section_folder(
        &self,
        id: &str,
        span: Range<usize>,
        reporter: Reporter<'_>,
    ) -> Option<SectionRef> {
        look_up(&self.sections, "the id of a section", id, span, reporter)
    }

    /// The id that took the place of a former one; for any other id, the id itself.
    fn present<'a, T>(&'a self, known: &BTreeMap<String, T>, id: &'a str) -> &'a str {
        let successor = self.successors.get(id).filter(|successor| known.contains_key(*successor));
        successor.filter(|_| !known.contains_key(id)).map_or(id, String::as_str)
    }

    /// The id of a section.
    pub(crate) fn section_id(&self, section: SectionRef) -> &str {
        self.sections.iter().find(|(_, section_ref)| **section_ref == section).map_or("", |(id, _)| id)
    }

    /// Resolves the id of an entity, and marks it as used.
    pub(crate) fn entity(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<EntityRef> {
        let entity = look_up(&self.entities, "the id of an entity", id, span, reporter)?;
        self.used_entities.borrow_mut().insert(entity);
        Some(entity)
    }

    /// Resolves the id of a reference.
    pub(crate) fn reference(
        &self,
        id: &str,
        span: Range<usize>,
        reporter: Reporter<'_>,
    ) -> Option<ReferenceRef> {
        look_up(&self.references, "the id of a reference", id, span, reporter)
    }

    /// Resolves the id of a record, and marks it as used.
    pub(crate) fn record(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<RecordRef> {
        let record = self.records.get(id).copied();
        if record.is_none() && !is_unread(&self.records, id, reporter) {
            // Ids of records are numbers, so that a similar one means nothing.
            reporter.error(span, "the id of a public record", backticked(id));
        }
        let record = record?;
        self.used_records.borrow_mut().insert(record);
        Some(record)
    }

    /// Resolves the id of a plot.
    pub(crate) fn plot(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<PlotRef> {
        look_up(&self.plots, "the id of a plot", id, span, reporter)
    }

    /// Resolves the id of a guess, which is the id of its fact.
    pub(crate) fn guess(&self, id: &str, span: Range<usize>, reporter: Reporter<'_>) -> Option<GuessRef> {
        look_up(&self.guesses, "the id of a fact with a file in guesses/", id, span, reporter)
    }

    /// Splits text where the script changes, and finds the language of each part.
    pub(crate) fn split_by_script(&self, text: &str) -> Vec<Inline> {
        split_by_script(text, &self.story_language, |run| self.languages.get(run).cloned())
    }

    /// The language of text in another script: that of a known name, else the likeliest.
    pub(crate) fn language(&self, text: &str) -> Option<String> {
        let likeliest = || likeliest_language(text, &self.story_language).map(str::to_owned);
        self.languages.get(text).cloned().or_else(likeliest)
    }
}

fn look_up<T: Copy>(
    known: &BTreeMap<String, T>,
    expected: &str,
    id: &str,
    span: Range<usize>,
    reporter: Reporter<'_>,
) -> Option<T> {
    let found = known.get(id).copied();
    if found.is_none() && !is_unread(known, id, reporter) {
        reporter.unknown(span, expected, id, known.keys().map(String::as_str));
    }
    found
}

/// Whether an id may be in a file that could not be read, which is reported already.
fn is_unread<T>(known: &BTreeMap<String, T>, id: &str, reporter: Reporter<'_>) -> bool {
    reporter.sink.is_unreadable(id) || (known.is_empty() && !reporter.sink.is_complete())
}
