//! `published.toml`: every id that was ever published, so that none disappears without a successor and none is new
//! unnoticed. Knows nothing of addresses.

use std::collections::BTreeMap;

use toml::Spanned;

use super::fields::Fields;
use super::folder::Folder;
use super::names::Names;
use super::report::{File, Part, Report, quoted};
use crate::story::date::AsOf;
use crate::story::{Moved, Published};

const FILE: &str = "published.toml";

/// A line of the list: an id, and its day or what took its place.
type Line = (Spanned<String>, Spanned<String>);

/// Reads the list and holds it against what the story tells.
pub(super) fn read(folder: &Folder, names: &Names, report: &Report) -> Published {
    let Some(file) = folder.file(FILE, report) else { return Published::default() };
    let mut fields = Fields::parse(&file.text, Part::whole(file, report));
    let expected = "a day, or the id that took its place, in quotes";
    let lines = |table: Option<Fields<'_>>| table.map(|table| table.all(expected)).unwrap_or_default();
    let (sections, facts) = (lines(fields.table("sections")), lines(fields.table("facts")));
    fields.finish();
    let list = List { file, report };
    let (sections, moved_sections) = list.read(sections, "section", &names.sections);
    let (facts, moved_facts) = list.read(facts, "fact", &names.facts);
    let moved = moved_sections.into_iter().map(|(from, to)| Moved::Section { from, to });
    let moved = moved.chain(moved_facts.into_iter().map(|(from, to)| Moved::Fact { from, to }));
    Published { sections, facts, moved: moved.collect() }
}

struct List<'a> {
    file: &'a File,
    report: &'a Report,
}

impl List<'_> {
    /// The days of the ids that are told, and the successors of those that are gone.
    fn read<T: Copy + Ord>(
        &self,
        lines: Vec<Line>,
        what: &str,
        told: &BTreeMap<String, T>,
    ) -> (BTreeMap<T, AsOf>, Vec<(String, T)>) {
        let mut days = BTreeMap::new();
        let mut moved = Vec::new();
        for (id, value) in &lines {
            let day = value.get_ref().parse::<AsOf>().ok().filter(|date| date.day.is_some());
            match (told.get(id.get_ref()), day) {
                (Some(at), Some(day)) => {
                    days.insert(*at, day);
                }
                (Some(_), None) => {
                    let expected = format!("a day as YYYY-MM-DD, for {} is told", quoted(id.get_ref()));
                    self.report.at(self.file, value.span(), expected, quoted(value.get_ref()));
                }
                (None, Some(_)) => self.gone(id, what, told),
                (None, None) => match told.get(value.get_ref()) {
                    Some(to) => moved.push((id.get_ref().clone(), *to)),
                    None => self.unknown(value, &format!("the id of a {what} that is told, or a day"), told),
                },
            }
        }
        let listed = |id: &&String| lines.iter().any(|(line, _)| line.get_ref() == *id);
        for id in told.keys().filter(|id| !listed(id)) {
            let expected = format!("the {what} {} (`cargo xtask publish-ids` adds it)", quoted(id));
            self.report.at(self.file, 0..0, expected, "none");
        }
        (days, moved)
    }

    /// Notes an id that is no longer told; it may stand where nothing could be read.
    fn gone<T>(&self, id: &Spanned<String>, what: &str, told: &BTreeMap<String, T>) {
        if self.report.sees_all() {
            let expected = format!("a {what} of this id, or the id that took its place instead of the day");
            self.unknown(id, &expected, told);
        }
    }

    fn unknown<T>(&self, id: &Spanned<String>, expected: &str, told: &BTreeMap<String, T>) {
        self.report.unknown(self.file, id.span(), expected, id.get_ref(), told.keys().map(String::as_str));
    }
}
