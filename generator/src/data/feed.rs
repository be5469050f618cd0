//! Writes the facts as an Atom feed.

use anyhow::Result;
use chuhai::content::Story;
use chuhai::content::date::PartialDate;
use chuhai::routes::FEED;
use chuhai::routes::Page;

use super::xml::Xml;

/// The facts as an Atom feed (RFC 4287), the newest first. An entry has the day on which its id was registered, because
/// the content has no other publication date.
///
/// # Errors
///
/// If a text cannot be written.
pub fn feed(story: &Story, site_url: &str) -> Result<Vec<u8>> {
    let mut dated: Vec<_> =
        story.facts_in_order().filter_map(|fact| Some((fact, *story.ids.facts.get(&fact)?))).collect();
    dated.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    let mut xml = Xml::new()?;
    let language = story.ui.language.as_str();
    xml.start("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)])?;
    xml.text("id", site_url)?;
    xml.text("title", &super::FactsData::title(story))?;
    xml.text("subtitle", &story.description)?;
    xml.empty(
        "link",
        &[("rel", "self"), ("type", "application/atom+xml"), ("href", &format!("{site_url}{FEED}"))],
    )?;
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", site_url)])?;
    for name in story.credited_names() {
        xml.start("author", &[])?;
        xml.text("name", name)?;
        xml.end("author")?;
    }
    xml.text("rights", &story.ui.licence)?;
    if let Some(day) = story.updated.max(story.ids.last_published()) {
        xml.text("updated", &midnight(day))?;
    }
    for (fact, day) in dated {
        let meta = Page::Fact(fact).meta(story);
        let address = format!("{site_url}{}", Page::Fact(fact).path(story));
        let section = &story[story[fact].section];
        xml.start("entry", &[])?;
        xml.text("id", &address)?;
        xml.text("title", &meta.short_title)?;
        xml.text("published", &midnight(day))?;
        xml.text("updated", &midnight(day))?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &address)])?;
        xml.empty("category", &[("term", &section.id), ("label", &section.short_name)])?;
        xml.text("summary", &meta.description)?;
        xml.end("entry")?;
    }
    xml.end("feed")?;
    Ok(xml.finish())
}

/// A day as an RFC 3339 timestamp.
fn midnight(day: PartialDate) -> String {
    format!("{day}T00:00:00Z")
}
