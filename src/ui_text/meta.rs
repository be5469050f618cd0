//! Labels in the metadata of pages and data.

use serde::Deserialize;

/// Templates and names for metadata.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MetaText {
    /// Title of a page with the publication's name; `{title}`, `{site}`.
    pub title: String,
    /// Title of a section; `{title}`, `{section}`.
    pub section: String,
    /// Name of the source article; `{outlet}`, `{when}` it was published.
    pub source_article: String,
    /// Description of a fact; `{verdict}` (its kind if it has none), `{claim}`.
    pub fact_description: String,
    /// End of that description if the claim is short; `{entity}`, `{when}`.
    pub fact_more: String,
    /// Alt text of a fact's image; `{title}`, `{entity}`, `{when}`, `{verdict}`.
    pub fact_image: String,
    /// The same for a fact with a `{figure}`.
    pub figure_image: String,
    /// Alt text with the fact's sources; `{image}`, `{sources}`.
    pub image_sources: String,
    /// Alt text of a section's image; `{section}`, `{title}`, `{standfirst}`.
    pub section_image: String,
    /// Alt text of the story's image; `{title}`, `{standfirst}`, `{cards}`: their count.
    pub story_image: String,
    /// Name of the Atom feed.
    pub feed: String,
    /// Name of the file of all facts as JSON.
    pub facts_json: String,
    /// Name of the file of all facts as CSV.
    pub facts_csv: String,
    /// Name of the file of one fact as JSON.
    pub fact_json: String,
    /// Citation that credits the source article; `{citation}`, `{retold}`.
    pub citation_retold: String,
    /// Name of the data set; `{title}` of the story.
    pub data: String,
    /// Description of the data set, in two sentences; `{title}` of the story. JSON downloads of filtered facts keep it.
    pub data_description: String,
}
