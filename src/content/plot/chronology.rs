//! A chronology: a list of events under their years.

use crate::content::date::PartialDate;
use crate::content::model::{FactRef, SectionRef, Story};

use super::layout::{ItemArrangement, PlotItem, PlotLayout};

/// An event of a chronology.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronologyRow {
    /// Date.
    pub date: PartialDate,
    /// Date as text, if `date` alone would mislead: a decade, or a part of a year.
    pub date_text: Option<String>,
    /// The event.
    pub event: String,
    /// A fact about it.
    pub fact: Option<FactRef>,
    /// Section that gives the colour. By default, that of the fact.
    pub section: Option<SectionRef>,
    /// Whether the event separates earlier events from later ones.
    pub is_turn: bool,
}

pub(super) fn layout(rows: &[ChronologyRow], story: &Story) -> PlotLayout {
    let item = |row: &ChronologyRow| {
        let decade = row.date_text.clone().filter(|_| row.date.month.is_none());
        let heading = decade.unwrap_or_else(|| row.date.year.to_string());
        let within = row.date_text.clone().filter(|text| *text != heading);
        let detail = within.unwrap_or_else(|| story.ui.format_date_without_year(row.date));
        PlotItem {
            heading,
            label: row.event.clone(),
            detail,
            facts: row.fact.into_iter().collect(),
            section: row.section.or_else(|| Some(story[row.fact?].section)),
            is_turn: row.is_turn,
            marks: Vec::new(),
        }
    };
    PlotLayout {
        arrangement: ItemArrangement::List,
        items: rows.iter().map(item).collect(),
        ..PlotLayout::default()
    }
}
