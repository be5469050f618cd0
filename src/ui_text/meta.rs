//! What pages say of themselves to machines.

use serde::Deserialize;

/// What machines are told of a page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MetaText {
    /// A page's `{title}` with that of the `{site}`.
    pub title: String,
    /// A section's `{title}` with its `{region}`.
    pub section: String,
    /// The `{outlet}` that the story retells, and `{when}` it wrote.
    pub source_article: String,
    /// Describes a fact: its `{verdict}`, or its kind if it has none, and its `{claim}`.
    pub fact_description: String,
    /// Ends the description of a fact with a short claim: `{entity}`, `{when}`.
    pub fact_more: String,
    /// In words the picture of a fact: `{title}`, `{entity}`, `{when}`, `{verdict}`.
    pub fact_picture: String,
    /// The same with a `{figure}`.
    pub figure_picture: String,
    /// A `{picture}` in words, and the `{sources}` of its fact.
    pub picture_sources: String,
    /// In words the picture of a section: `{region}`, `{title}`, `{standfirst}`.
    pub section_picture: String,
    /// In words the picture of the story: `{title}`, `{standfirst}`, how many `{cards}`.
    pub story_picture: String,
    /// Names the Atom feed.
    pub feed: String,
    /// Names all facts as JSON.
    pub facts_json: String,
    /// Names all facts as CSV.
    pub facts_csv: String,
    /// Names one fact as JSON.
    pub fact_json: String,
    /// A `{citation}` of what is `{retold}`.
    pub citation_retold: String,
    /// What all facts together are called: `{title}` of the story.
    pub data: String,
    /// What they are, in two sentences: `{title}` of the story. A part of the facts has it too.
    pub data_description: String,
}
