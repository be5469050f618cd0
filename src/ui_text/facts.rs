//! The labels of the page of all facts.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What the page of all facts says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactTableText {
    /// Heads the page, and leads to it.
    pub title: String,
    /// The same in the site header.
    pub short: String,
    /// Says under the title what the page holds.
    pub lead: String,
    /// Tells machines the same: `{title}` of the story, `{total}` of the facts.
    pub description: String,
    /// Names the field.
    pub search: String,
    /// Names what narrows the facts down.
    pub filters: String,
    /// Leaves a filter open.
    pub any: String,
    /// A column: what a fact says.
    pub fact: String,
    /// A column and a filter: whom it is about.
    pub entity: String,
    /// A column and a filter: where in the story it stands.
    pub region: String,
    /// A column and a filter: what sort of claim it is.
    pub kind: String,
    /// A column and a filter: what the sources say of it.
    pub verdict: String,
    /// A filter: the time that it speaks of.
    pub year: String,
    /// Sorts by a `{column}`.
    pub sort: String,
    /// Names the choice between rows and cards.
    pub view: String,
    /// Rows.
    pub table: String,
    /// Cards.
    pub cards: String,
    /// Counts all: `{total}`.
    pub all: String,
    /// Counts those that are `{shown}` of the `{total}`.
    pub count: String,
    /// Says that there is none.
    pub none: String,
    /// Takes all filters away.
    pub clear: String,
    /// Stands before the files of all facts.
    pub download_all: String,
    /// Stands before the files of those that are shown.
    pub download_results: String,
    /// Says that a file could not be fetched.
    pub failed: String,
    /// What each sort of claim is called, by the word of the content files.
    pub kinds: BTreeMap<String, String>,
}
