//! `ids.toml`: every published id. None disappears without a successor, and none is added unnoticed.

use std::collections::BTreeMap;

use toml::Spanned;

use super::diagnostics::{DiagnosticSink, Reporter, SourceFile, backticked};
use super::source_files::SourceFiles;
use super::symbols::SymbolTable;
use super::toml_table::TomlTable;
use crate::content::date::PartialDate;
use crate::content::{IdRegistry, Redirect};

const FILE: &str = "ids.toml";

/// A line of the list: an id, and its day or what took its place.
type Line = (Spanned<String>, Spanned<String>);

/// Reads the list and checks it against the story's ids.
pub(super) fn read(source_files: &SourceFiles, symbols: &SymbolTable, sink: &DiagnosticSink) -> IdRegistry {
    let Some(file) = source_files.require(FILE, sink) else { return IdRegistry::default() };
    let mut fields = TomlTable::parse(&file.text, Reporter::whole(file, sink));
    let expected = "a day, or the id that took its place, in quotes";
    let lines =
        |table: Option<TomlTable<'_>>| table.map(|table| table.entries_as(expected)).unwrap_or_default();
    let (sections, facts) = (lines(fields.table("sections")), lines(fields.table("facts")));
    fields.finish();
    let list = List { file, sink };
    let (sections, section_redirects) = list.read(sections, "section", &symbols.sections);
    let (facts, fact_redirects) = list.read(facts, "fact", &symbols.facts);
    let redirects = section_redirects.into_iter().map(|(from, to)| Redirect::Section { from, to });
    let redirects = redirects.chain(fact_redirects.into_iter().map(|(from, to)| Redirect::Fact { from, to }));
    IdRegistry { sections, facts, redirects: redirects.collect() }
}

struct List<'a> {
    file: &'a SourceFile,
    sink: &'a DiagnosticSink,
}

impl List<'_> {
    /// The publication days of present ids, and the successors of others.
    fn read<T: Copy + Ord>(
        &self,
        lines: Vec<Line>,
        what: &str,
        known: &BTreeMap<String, T>,
    ) -> (BTreeMap<T, PartialDate>, Vec<(String, T)>) {
        let mut days = BTreeMap::new();
        let mut redirects = Vec::new();
        for (id, value) in &lines {
            let day = value.get_ref().parse::<PartialDate>().ok().filter(|date| date.day.is_some());
            match (known.get(id.get_ref()), day) {
                (Some(at), Some(day)) => {
                    days.insert(*at, day);
                }
                (Some(_), None) => {
                    let expected = format!("a day as YYYY-MM-DD, for {} is told", backticked(id.get_ref()));
                    self.sink.error_at(self.file, value.span(), expected, backticked(value.get_ref()));
                }
                (None, Some(_)) => self.gone(id, what, known),
                (None, None) => match known.get(value.get_ref()) {
                    Some(to) => redirects.push((id.get_ref().clone(), *to)),
                    None => self.unknown(value, &format!("the id of a {what} that is told, or a day"), known),
                },
            }
        }
        let listed = |id: &&String| lines.iter().any(|(line, _)| line.get_ref() == *id);
        for id in known.keys().filter(|id| !listed(id)) {
            let expected = format!(
                "the {what} {}, with the day of the id that it replaces, or new by `cargo xtask register-ids`",
                backticked(id)
            );
            self.sink.error_at(self.file, 0..0, expected, "none");
        }
        (days, redirects)
    }

    /// Reports an id that is no longer in the story. Skipped if a file could not be read: it may be there.
    fn gone<T>(&self, id: &Spanned<String>, what: &str, known: &BTreeMap<String, T>) {
        if self.sink.is_complete() {
            let expected = format!("a {what} of this id, or the id that took its place instead of the day");
            self.unknown(id, &expected, known);
        }
    }

    fn unknown<T>(&self, id: &Spanned<String>, expected: &str, known: &BTreeMap<String, T>) {
        self.sink.unknown(self.file, id.span(), expected, id.get_ref(), known.keys().map(String::as_str));
    }
}
