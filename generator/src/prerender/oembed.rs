//! Writes the oEmbed file of each page (oembed.com), and the link to it, in the form that WordPress accepts.

use std::path::Path;

use anyhow::Result;
use chuhai::content::{Fact, Story};
use chuhai::routes::Page;
use chuhai::template::escape;
use serde_json::{Value, json};
use yew::{Html, html};

use crate::og_images;
use crate::paths::write_file;

/// The width of a typical blog column. The embed adapts to any width.
const WIDTH: u32 = 600;

/// The maximum height in WordPress. Hosts with a resize protocol let longer embeds grow.
const MAX_HEIGHT: u32 = 1000;

/// The path of the page's oEmbed file below the site's root, if there is one.
pub fn file(page: Page, story: &Story) -> Option<String> {
    page.embed().map(|_| page.companion_file(story, "oembed/", "json"))
}

/// The discovery link for the page's head, if there is an oEmbed file. A redirect has that of its successor, an embed
/// that of the page it shows.
pub fn discovery(page: Page, story: &Story, site_url: &str) -> Html {
    let page = page.successor(story).shown_page();
    let Some(file) = file(page, story) else { return Html::default() };
    let title = page.meta(story).short_title;
    html! { <link rel="alternate" type="application/json+oembed" href={[site_url, &file].concat()} {title} /> }
}

/// Writes the oEmbed files.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(story: &Story, site_url: &str, folder: &Path) -> Result<()> {
    for page in Page::all(story) {
        let (Some(file), Some(embed)) = (file(page, story), page.embed()) else { continue };
        write_file(&folder.join(file), describe(page, embed, story, site_url).to_string())?;
    }
    Ok(())
}

/// The page's oEmbed response; `embed` is its embed page.
pub fn describe(page: Page, embed: Page, story: &Story, site_url: &str) -> Value {
    let title = page.meta(story).short_title;
    let height = height(page, story);
    let name = escape(&title);
    // WordPress accepts one blockquote and one empty frame, with nothing between or after, and removes the style.
    let html = format!(
        "<blockquote><a href=\"{site_url}{}\">{name}</a></blockquote>\
         <iframe src=\"{site_url}{}\" width=\"100%\" height=\"{height}\" title=\"{name}\" frameborder=\"0\" \
         style=\"height: auto; min-height: {height}px; frame-sizing: content-height\"></iframe>",
        page.path(story),
        embed.path(story),
    );
    let mut described = json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": story.ui.site_name,
        "provider_url": site_url,
        "cache_age": 86_400,
        "width": WIDTH,
        "height": height,
        "html": html,
    });
    if let (Some(image), Some(described)) = (page.image(story), described.as_object_mut()) {
        described.insert("thumbnail_url".to_owned(), format!("{site_url}{image}").into());
        described.insert("thumbnail_width".to_owned(), og_images::WIDTH.into());
        described.insert("thumbnail_height".to_owned(), og_images::HEIGHT.into());
    }
    described
}

/// The height for hosts that do not resize: that of a closed card, else the maximum. The browser tests check it.
fn height(page: Page, story: &Story) -> u32 {
    if let Page::Fact(fact) = page { closed_card_height(&story[fact]) } else { MAX_HEIGHT }
}

fn closed_card_height(fact: &Fact) -> u32 {
    let row = if fact.figure.is_some() { 238 } else { 200 };
    if fact.verdict.is_some() { row + 22 } else { row }
}
