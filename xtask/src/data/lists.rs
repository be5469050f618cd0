//! What pages there are, for machines: a sitemap, a feed, and where crawlers find them. States no date but the days of
//! the list of published ids. Knows nothing of markup.

use anyhow::Result;
use chuhai::content::Story;
use chuhai::content::date::PartialDate;
use chuhai::pages::FEED;
use chuhai::routes::Page;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The sitemap's file.
pub const SITEMAP: &str = "sitemap.xml";

/// Tells crawlers where the sitemap is; nothing is forbidden.
pub fn robots(site: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {site}{SITEMAP}\n")
}

/// Every page that may stand in a list (sitemaps.org, protocol 0.9).
///
/// # Errors
///
/// If an address cannot be written.
pub fn sitemap(story: &Story, site: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.start("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])?;
    for page in Page::all(story) {
        let head = page.meta(story);
        if let (Some(path), true) = (head.canonical, head.listed) {
            xml.start("url", &[])?;
            xml.text("loc", &format!("{site}{path}"))?;
            xml.end("url")?;
        }
    }
    xml.end("urlset")?;
    Ok(xml.finish())
}

/// The facts as a feed (Atom, RFC 4287), the newest first. An entry is dated to the day on which its id came on the
/// list of published ids: the one date that the content keeps for it.
///
/// # Errors
///
/// If a text cannot be written.
pub fn feed(story: &Story, site: &str) -> Result<Vec<u8>> {
    let mut dated: Vec<_> =
        story.facts_in_order().filter_map(|fact| Some((fact, *story.ids.facts.get(&fact)?))).collect();
    dated.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    let mut xml = Xml::new()?;
    let language = story.ui.language.as_str();
    xml.start("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)])?;
    xml.text("id", site)?;
    xml.text("title", &super::FactsData::title(story))?;
    xml.text("subtitle", &story.description)?;
    xml.empty(
        "link",
        &[("rel", "self"), ("type", "application/atom+xml"), ("href", &format!("{site}{FEED}"))],
    )?;
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", site)])?;
    xml.start("author", &[])?;
    xml.text("name", &story.ui.site)?;
    xml.end("author")?;
    xml.text("rights", &story.ui.licence)?;
    if let Some((_, newest)) = dated.first() {
        xml.text("updated", &midnight(*newest))?;
    }
    for (fact, day) in dated {
        let head = Page::Fact(fact).meta(story);
        let address = format!("{site}{}", Page::Fact(fact).path(story));
        let section = &story[story[fact].section];
        xml.start("entry", &[])?;
        xml.text("id", &address)?;
        xml.text("title", &head.short_title)?;
        xml.text("published", &midnight(day))?;
        xml.text("updated", &midnight(day))?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &address)])?;
        xml.empty("category", &[("term", &section.id), ("label", &section.region)])?;
        xml.text("summary", &head.description)?;
        xml.end("entry")?;
    }
    xml.end("feed")?;
    Ok(xml.finish())
}

/// A day as Atom writes times (RFC 3339).
fn midnight(day: PartialDate) -> String {
    format!("{day}T00:00:00Z")
}

struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn new() -> Result<Self> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        Ok(Self(writer))
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.0.write_event(Event::Start(start))?)
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.0.write_event(Event::Empty(start))?)
    }

    fn end(&mut self, name: &str) -> Result<()> {
        Ok(self.0.write_event(Event::End(BytesEnd::new(name)))?)
    }

    fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.start(name, &[])?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.end(name)
    }

    fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}
