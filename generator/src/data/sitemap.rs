//! Writes `sitemap.xml` and `robots.txt`.

use anyhow::Result;
use chuhai::content::Story;
use chuhai::routes::Page;

use super::xml::Xml;

/// The sitemap's file.
pub const SITEMAP: &str = "sitemap.xml";

/// The text of `robots.txt`: allows everything and names the sitemap.
pub fn robots(site_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {site_url}{SITEMAP}\n")
}

/// The sitemap of all listed pages (sitemaps.org, protocol 0.9).
///
/// # Errors
///
/// If a URL cannot be written.
pub fn sitemap(story: &Story, site_url: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.start("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])?;
    for page in Page::all(story) {
        let meta = page.meta(story);
        if let (Some(path), true) = (meta.canonical, meta.is_indexable) {
            xml.start("url", &[])?;
            xml.text("loc", &format!("{site_url}{path}"))?;
            xml.end("url")?;
        }
    }
    xml.end("urlset")?;
    Ok(xml.finish())
}
