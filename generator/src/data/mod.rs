//! Writes the content as data: JSON with its schema, CSV, JSON-LD, feed and sitemap.

mod citation;
mod csv;
mod fact;
mod feed;
mod from_content;
mod json_ld;
mod schema;
mod sitemap;
mod xml;

use std::path::Path;

use anyhow::Result;
use chuhai::components::preview::Preview;
use chuhai::components::share::citation_url;
use chuhai::content::Story;
use chuhai::pages::fact_json;
use chuhai::routes::{FACTS_CSV, FACTS_JSON, FEED, PREVIEWS, Page};
use chuhai::template::fill;
pub use citation::citations;
pub use csv::facts_csv;
pub use fact::{FactData, FigureData, Licence};
pub use feed::feed;
pub use json_ld::{json_ld_script, structured};
pub use schema::{FACTS_SCHEMA, schema};
use schemars::JsonSchema;
use serde::Serialize;
pub use sitemap::{SITEMAP, robots, sitemap};

use crate::paths::write_file;

/// Every fact of the story, in reading order. facts.csv has the same data as a table. ' | ' separates the values of a
/// field, '; ' the scripts of an entity, a space the URLs of a record. entities, entity_ids and entity_scripts have one
/// value per entity; that of entity_scripts may be empty. reference_ids and references have one per reference;
/// record_ids, records and record_urls have one per record.
#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize)]
#[schemars(rename = "facts", deny_unknown_fields)]
pub struct FactsData {
    /// The URL of this schema.
    #[schemars(url)]
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The name of the data set.
    pub title: String,
    /// The description of the data set.
    pub description: String,
    /// The URL of the story.
    #[schemars(url)]
    pub address: String,
    /// The language of the texts (BCP 47).
    pub language: String,
    /// The licence of the texts.
    pub licence: Licence,
    /// The day on which the story was published (ISO 8601).
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub published: Option<String>,
    /// The day of its last change, if it has changed (ISO 8601).
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub updated: Option<String>,
    /// The facts.
    #[schemars(length(min = 1))]
    pub facts: Vec<FactData>,
}

impl FactsData {
    /// Every fact of the story.
    pub fn new(story: &Story, site_url: &str) -> Self {
        let facts: Vec<_> = story.facts_in_order().map(|fact| FactData::new(fact, story, site_url)).collect();
        Self {
            schema: format!("{site_url}{FACTS_SCHEMA}"),
            title: Self::title(story),
            description: Self::description(story),
            address: site_url.to_owned(),
            language: story.ui.language.clone(),
            licence: Licence::new(story),
            published: story.ids.first_published().map(|day| day.to_string()),
            updated: story.updated.map(|day| day.to_string()),
            facts,
        }
    }

    /// The name of the data set.
    pub fn title(story: &Story) -> String {
        fill(&story.ui.meta.data, &[("title", &story.title)])
    }

    /// The description of the data set.
    pub fn description(story: &Story) -> String {
        fill(&story.ui.meta.data_description, &[("title", &story.title)])
    }
}

/// Writes the data into the site's folder.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(story: &Story, site_url: &str, folder: &Path) -> Result<()> {
    let all = FactsData::new(story, site_url);
    let write = |file: &str, bytes: &[u8]| write_file(&folder.join(file), bytes);
    for (fact, data) in story.facts_in_order().zip(&all.facts) {
        let schema = Some(format!("{site_url}{FACTS_SCHEMA}#/$defs/fact"));
        write(&fact_json(fact, story), &json(&FactData { schema, ..data.clone() })?)?;
    }
    for page in Page::all(story) {
        for (format, text) in citations(page, story, site_url)? {
            write(&citation_url(&page.path(story), format), text.as_bytes())?;
        }
    }
    write(FACTS_JSON, &json(&all)?)?;
    write(FACTS_CSV, &facts_csv(&all.facts)?)?;
    write(FACTS_SCHEMA, &json(&schema(site_url))?)?;
    write(PREVIEWS, &serde_json::to_vec(&Preview::all(story))?)?;
    write(FEED, &feed(story, site_url)?)?;
    write(SITEMAP, &sitemap(story, site_url)?)?;
    write("robots.txt", robots(site_url).as_bytes())
}

/// Serializes as indented JSON, which people can read too.
fn json(data: &impl Serialize) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(data)?;
    text.push(b'\n');
    Ok(text)
}
