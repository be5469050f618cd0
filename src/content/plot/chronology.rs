//! A chronology: a list of events under their years.

use super::layout::{ItemArrangement, PlotItem, PlotLayout};
use super::reader::PlotReader;
use super::{Form, PlotForm};
use crate::content::date::PartialDate;
use crate::content::parse::{DATE, TomlTable, backticked};
use crate::content::{FactRef, SectionRef, Story};

/// Events by year, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Chronology {
    /// Events.
    pub rows: Vec<ChronologyRow>,
}

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

/// Reads events, which must be in the order of their dates, as far as these are known.
pub(super) fn read(reader: &PlotReader<'_>, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
    let mut last = i64::MIN;
    let rows = reader.rows(fields, |mut row| {
        let written = row.required::<String>("date", DATE);
        let date = written.as_ref().and_then(|written| row.parsed(written));
        if let (Some(written), Some(date)) = (&written, date) {
            last = if date.epoch_day_after() <= last {
                let expected = "a date no earlier than the one before";
                reader.reporter.error(written.span(), expected, backticked(written.get_ref()));
                // Then the rows after this one are not reported too.
                date.first_epoch_day()
            } else {
                last.max(date.first_epoch_day())
            };
        }
        let date_text = row.optional_text("when");
        let event = row.text("event");
        let fact = row.optional_fact("fact", reader.symbols);
        let section = row.optional::<String>("section", "the id of a section in quotes");
        let section = section.and_then(|id| reader.symbols.section(id.get_ref(), id.span(), reader.reporter));
        let is_turn = row.flag("turn");
        row.finish();
        Some(ChronologyRow { date: date?, date_text, event: event?, fact, section, is_turn })
    });
    rows.map(|rows| PlotForm::Chronology(Chronology { rows }))
}

impl Form for Chronology {
    fn layout(&self, story: &Story) -> PlotLayout {
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
            items: self.rows.iter().map(item).collect(),
            ..PlotLayout::default()
        }
    }

    fn facts(&self) -> Vec<FactRef> {
        self.rows.iter().filter_map(|row| row.fact).collect()
    }

    fn texts(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.event.as_str()).collect()
    }
}
