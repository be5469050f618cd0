//! A chronology: events under their years, as rows of words.

use crate::content::date::PartialDate;
use crate::content::model::{FactRef, Story};

use super::layout::{ChartLayout, Entry, Group};

/// An event of a chronology.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronologyRow {
    /// When it was.
    pub date: PartialDate,
    /// The same in words, where the date alone would mislead: a decade, or a part of a year.
    pub when: Option<String>,
    /// What happened.
    pub words: String,
    /// The fact that tells more of it.
    pub fact: Option<FactRef>,
}

pub(super) fn layout(rows: &[ChronologyRow], story: &Story) -> ChartLayout {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let decade = row.when.clone().filter(|_| row.date.month.is_none());
        let heading = decade.unwrap_or_else(|| row.date.year.to_string());
        let within = row.when.clone().filter(|when| *when != heading);
        let entry = Entry {
            date: row.date.to_string(),
            when: within.unwrap_or_else(|| story.ui.within_year(row.date)),
            words: row.words.clone(),
            fact: row.fact,
            era: row.fact.and_then(|fact| story[fact].era),
        };
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.entries.push(entry),
            _ => groups.push(Group { heading, entries: vec![entry] }),
        }
    }
    ChartLayout::List(groups)
}
