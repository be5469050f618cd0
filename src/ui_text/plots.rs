//! Labels of plots.

use serde::Deserialize;

use crate::template::fill;

/// Labels of every plot, and some that other parts use too.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlotText {
    /// Summary of the data table and the image files.
    pub table: String,
    /// Sources of a plot; `{sources}`.
    pub sources: String,
    /// The same for a plot of many facts; `{sources}` is the first.
    pub many_sources: String,
    /// Text before the links to the image files.
    pub image: String,
    /// A number in millions; `{number}`.
    pub million: String,
    /// Label of a bar whose number we calculated; `{label}`.
    pub computed: String,
    /// Time since the beginning; `{hours}`.
    pub hours: String,
    /// The same in whole days; `{days}`.
    pub days: String,
    /// Tick of an axis of days; `{day}`, from 1.
    pub day: String,
    /// Tick of an axis of hours; `{hour}`, from 1.
    pub hour: String,
    /// Period that has ended; `{from}`, `{to}`.
    pub period: String,
    /// Period that goes on; `{from}`, and `{to}` of the last evidence.
    pub ongoing_period: String,
    /// Count of facts, in the glossary and in previews; `{count}`.
    pub fact_count: String,
    /// The same for one fact.
    pub fact_count_one: String,
    /// Table heading: labels.
    pub what: String,
    /// Table heading: times. Also in the table of all facts.
    pub when: String,
    /// Table heading: figures. Also in the table of all facts.
    pub figure: String,
}

impl PlotText {
    /// The count of facts, in words.
    pub fn fact_count_text(&self, facts: usize) -> String {
        fill(
            if facts == 1 { &self.fact_count_one } else { &self.fact_count },
            &[("count", &facts.to_string())],
        )
    }
}
