//! Reads `ids.toml`, the registry of published ids. Ids without a successor cannot be removed; new ids must be
//! registered.

use std::collections::BTreeMap;

use toml::Spanned;

use super::content_files::ContentFiles;
use super::diagnostics::{Reporter, backticked};
use super::symbols::SymbolTable;
use super::toml_table::TomlTable;
use crate::content::date::PartialDate;
use crate::content::{IdRegistry, Redirect};

const FILE: &str = "ids.toml";

/// A line: an id, and its day or its successor's id.
type Line = (Spanned<String>, Spanned<String>);

/// Reads the registry and checks it against the story's ids.
pub(super) fn read(content_files: &ContentFiles<'_>, symbols: &SymbolTable) -> IdRegistry {
    let Some(reporter) = content_files.require_file(FILE) else { return IdRegistry::default() };
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let expected = "a day, or the id that took its place, in quotes";
    let lines =
        |table: Option<TomlTable<'_>>| table.map(|table| table.entries_as(expected)).unwrap_or_default();
    let (sections, facts) = (lines(fields.table("sections")), lines(fields.table("facts")));
    fields.finish();
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
        let day = value.get_ref().parse::<PartialDate>().ok().filter(|date| date.day.is_some());
        match (known.get(id.get_ref()), day) {
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
