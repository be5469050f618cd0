//! The words around plots.

use serde::Deserialize;

use crate::template::fill;

/// What every plot says of itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlotText {
    /// Opens the table of the same numbers.
    pub table: String,
    /// Gives the `{sources}`.
    pub sources: String,
    /// The same for many facts: the first of the `{sources}`.
    pub many_sources: String,
    /// Stands before the links to the picture's files.
    pub picture: String,
    /// Writes a `{number}` of millions.
    pub million: String,
    /// Marks a number that is our own sum: `{label}`.
    pub computed: String,
    /// Follows the beginning by `{hours}`.
    pub hours: String,
    /// The same in whole `{days}`.
    pub days: String,
    /// The `{day}`, from 1.
    pub day: String,
    /// The `{hour}`, from 1.
    pub hour: String,
    /// Lasted `{from}` … `{to}`.
    pub stayed: String,
    /// Began `{from}` and was there `{to}`.
    pub there: String,
    /// How many facts an entity has: `{count}`.
    pub facts: String,
    /// The same where there is one.
    pub fact: String,
    /// Heads the column of what is shown.
    pub what: String,
    /// Heads the column of times.
    pub when: String,
    /// Heads the column of figures.
    pub figure: String,
}

impl PlotText {
    /// How many facts there are, in words.
    pub fn count(&self, facts: usize) -> String {
        fill(if facts == 1 { &self.fact } else { &self.facts }, &[("count", &facts.to_string())])
    }
}
