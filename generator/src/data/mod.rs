//! Writes the content for machines: JSON with its schema, CSV, JSON-LD, feed and sitemap.

mod citation;
mod csv;
mod fact;
mod feed;
mod from_content;
mod json_ld;
mod schema;
mod sitemap;
mod xml;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chuhai::components::preview::Preview;
use chuhai::content::{Redirect, Story};
use chuhai::pages::{FACTS_CSV, FACTS_JSON, fact_json};
use chuhai::routes::{FEED, PREVIEWS, Page};
use chuhai::template::fill;
pub use citation::citations;
pub use csv::{SEPARATOR, table};
pub use fact::{FactData, Licence};
pub use feed::feed;
pub use json_ld::{block, structured};
pub use schema::{FACTS_SCHEMA, schema};
use schemars::JsonSchema;
use serde::Serialize;
pub use sitemap::{SITEMAP, robots, sitemap};

/// Every fact that the story tells, in reading order. facts.csv is the same as a table: a field with several values has
/// them in order, parted by ' | '. entities, entity_ids and entity_scripts have a value for each entity, which is empty
/// for one without scripts and parts several scripts by '; '; reference_ids and references one for each reference;
/// record_ids, records and record_urls one for each record, whose addresses are parted by a space.
#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize)]
#[schemars(rename = "facts", deny_unknown_fields)]
pub struct FactsData {
    /// The address of this schema.
    #[schemars(url)]
    #[serde(rename = "$schema")]
    pub schema: String,
    /// What the facts together are called.
    pub title: String,
    /// What they are.
    pub description: String,
    /// The story.
    #[schemars(url)]
    pub address: String,
    /// BCP 47 tag of the language that they are written in.
    pub language: String,
    /// The licence of the words.
    pub licence: Licence,
    /// Each fact.
    #[schemars(length(min = 1))]
    pub facts: Vec<FactData>,
}

impl FactsData {
    /// Every fact that the story tells; `site` is the site's address.
    pub fn new(story: &Story, site: &str) -> Self {
        let facts: Vec<_> = story.facts_in_order().map(|fact| FactData::new(fact, story, site)).collect();
        let heads = &story.ui.meta;
        let values = [("title", story.title.as_str()), ("total", &facts.len().to_string())];
        Self {
            schema: format!("{site}{FACTS_SCHEMA}"),
            title: Self::title(story),
            description: fill(&heads.data_description, &values),
            address: site.to_owned(),
            language: story.ui.language.clone(),
            licence: Licence::new(story),
            facts,
        }
    }

    /// What the facts together are called.
    pub fn title(story: &Story) -> String {
        fill(&story.ui.meta.data, &[("title", &story.title)])
    }
}

/// Writes the data into the site's folder.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(story: &Story, site: &str, folder: &Path) -> Result<()> {
    let all = FactsData::new(story, site);
    for (fact, data) in story.facts_in_order().zip(&all.facts) {
        save(folder, &fact_json(fact, story), &json(data)?)?;
    }
    for moved in story.redirects() {
        if let Redirect::Fact { to, .. } = &story[moved] {
            let file = format!("{}fact.json", Page::Redirect(moved).path(story));
            save(folder, &file, &json(&FactData::new(*to, story, site))?)?;
        }
    }
    for page in Page::all(story) {
        for (ending, text) in citations(page, story, site)? {
            save(folder, &format!("{}cite.{ending}", page.path(story)), text.as_bytes())?;
        }
    }
    save(folder, FACTS_JSON, &json(&all)?)?;
    save(folder, FACTS_CSV, &table(&all.facts)?)?;
    save(folder, FACTS_SCHEMA, &json(&schema(site))?)?;
    save(folder, PREVIEWS, &serde_json::to_vec(&Preview::all(story))?)?;
    save(folder, FEED, &feed(story, site)?)?;
    save(folder, SITEMAP, &sitemap(story, site)?)?;
    save(folder, "robots.txt", robots(site).as_bytes())
}

/// As people read JSON too: indented.
fn json(data: &impl Serialize) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(data)?;
    text.push(b'\n');
    Ok(text)
}

fn save(folder: &Path, file: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
