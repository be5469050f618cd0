//! Labels of the page of all facts.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Labels of the page of all facts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactTableText {
    /// Heading of the page, and text of links to it.
    pub title: String,
    /// Link to the page, in the site header.
    pub nav_link: String,
    /// Introduction below the heading.
    pub lead: String,
    /// Description in the metadata; `{title}` of the story, `{total}` of facts.
    pub description: String,
    /// Label of the search field.
    pub search: String,
    /// Summary of the panel of filters.
    pub filters: String,
    /// Option of a filter that selects everything.
    pub any: String,
    /// Column of facts.
    pub fact: String,
    /// Column and filter: the entity that a fact is about.
    pub entity: String,
    /// Column and filter: the section of a fact.
    pub region: String,
    /// Column and filter: the kind of claim.
    pub kind: String,
    /// Column and filter: the verdict.
    pub verdict: String,
    /// Filter: the year of a fact.
    pub year: String,
    /// Text for screen readers in the button of a column's head; `{column}`.
    pub sort: String,
    /// Label of the select of table or cards.
    pub view: String,
    /// Option of that select: table.
    pub table: String,
    /// Option of that select: cards.
    pub cards: String,
    /// Count without filters; `{total}`.
    pub all: String,
    /// Count with filters; `{shown}`, `{total}`.
    pub count: String,
    /// Message if no fact matches.
    pub none: String,
    /// Button that clears all filters.
    pub clear: String,
    /// Text before the files of all facts.
    pub download_all: String,
    /// Text before the files of the shown facts.
    pub download_results: String,
    /// Message if a file could not be fetched.
    pub failed: String,
    /// Names of the kinds of claim, by the word that content files use.
    pub kinds: BTreeMap<String, String>,
}
