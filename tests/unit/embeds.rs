//! Embed pages and oEmbed: links, heads, and what WordPress keeps of the markup.

use chuhai::components::embed_dialog::{EmbedOptions, EmbedTheme, SnippetKind};
use chuhai::content::Story;
use chuhai::routes::{Embed, Page};
use generator::prerender::oembed;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::fixture_content::{FixtureContent, body, real_story};

fn embeds(story: &Story) -> Vec<Page> {
    Page::all(story).into_iter().filter(|page| page.is_embed()).collect()
}

fn described(story: &Story) -> Vec<(Page, Value)> {
    let pages = Page::all(story).into_iter();
    let both = pages.filter_map(|page| Some((page, page.embed()?)));
    both.map(|(page, embed)| (page, oembed::describe(page, embed, story, "https://example.org/sea/")))
        .collect()
}

#[test]
fn the_story_each_section_and_each_fact_have_an_embed() {
    let story = FixtureContent::new().story();
    assert_eq!(embeds(&story).len(), 1 + story.sections.len() + story.facts.len());
    for page in embeds(&story) {
        assert_eq!(page.path(&story), format!("e/{}", page.shown_page().path(&story)));
    }
}

#[test]
fn embed_links_leave_the_frame_unless_they_are_fragments() {
    let story = real_story();
    let mut within = 0;
    for page in embeds(&story) {
        let html = Html::parse_fragment(&body(page, &story));
        for link in html.select(&Selector::parse("a[href]").expect("a selector")) {
            let is_within = link.attr("href").is_some_and(|href| href.starts_with('#'));
            assert_eq!(link.attr("target"), is_within.then_some("_self"), "{page:?}: {}", link.html());
            within += usize::from(is_within);
        }
    }
    assert!(within > 0);
}

#[test]
fn a_facts_embed_is_its_closed_card_with_a_link_to_the_story() {
    let story = FixtureContent::new().story();
    let page = embeds(&story).into_iter().find(|page| page.path(&story) == "e/f/heron-crew/").expect("it");
    let html = body(page, &story);
    let html = Html::parse_fragment(&html);
    let count = |selector: &str| html.select(&Selector::parse(selector).expect("a selector")).count();
    assert_eq!(count("details"), 1);
    assert_eq!(count("details[open]"), 0);
    assert_eq!(count("[data-fact=heron-crew] .claim"), 1);
    assert_eq!(count("footer.attribution > a[href='../../../#heron-crew']"), 1);
    assert_eq!(count(".site-header"), 0);
}

#[test]
fn a_facts_embed_has_every_word_of_its_card() {
    let story = FixtureContent::new().story();
    for fact in story.facts_in_order() {
        let words = |page| {
            let html = Html::parse_fragment(&body(page, &story));
            let card = Selector::parse("article").expect("a selector");
            let text: String = html.select(&card).flat_map(|card| card.text()).collect();
            text
        };
        let embed = words(Page::Embed(Embed::Fact(fact)));
        let selector = Selector::parse("article :is(dd, li, .permalink, .claim)").expect("a selector");
        let page = Html::parse_fragment(&body(Page::Fact(fact), &story));
        let parts: Vec<String> = page.select(&selector).map(|part| part.text().collect()).collect();
        assert!(parts.len() > 2, "{}: {parts:?}", story[fact].id);
        for text in parts {
            assert!(embed.contains(&text), "{}: {text:?} is missing", story[fact].id);
        }
    }
}

const SNIPPET_SITE: &str = "https://example.org/sea/";

/// The snippet of an embed 432 pixels high, in the dark theme.
fn snippet(kind: SnippetKind, path: &str, title: &str) -> String {
    let options = EmbedOptions { path: path.to_owned(), kind, theme: EmbedTheme::Dark, width: 600 };
    options.snippet(SNIPPET_SITE, title, 432, "More")
}

#[test]
fn every_frame_and_element_has_the_address_the_height_and_the_theme_of_its_embed() {
    let site = SNIPPET_SITE;
    for (path, what) in [("", ""), ("s/japan/", " section=\"japan\""), ("f/crew/", " fact=\"crew\"")] {
        let link = format!("<a href=\"{site}{path}\">A card</a>");
        let frame = snippet(SnippetKind::Iframe, path, "A card");
        let start =
            format!("<iframe src=\"{site}e/{path}?theme=dark\" title=\"A card\" width=\"100%\" loading");
        assert!(frame.starts_with(&start) && frame.ends_with(&format!("<p>{link}</p>")), "{frame}");
        assert!(frame.contains("; min-height: 432px; frame-sizing: content-height\""), "{frame}");
        let element = format!(
            "<script async src=\"{site}embed.js\"></script>\n\
             <chuhai-embed{what} theme=\"dark\" height=\"432\" style=\"display: block; min-height: 432px\">{link}</chuhai-embed>"
        );
        assert_eq!(snippet(SnippetKind::Element, path, "A card"), element);
        let amp = snippet(SnippetKind::Amp, path, "A card");
        let start = format!("<amp-iframe src=\"{site}e/{path}?theme=dark\" title=\"A card\"");
        assert!(amp.starts_with(&start), "{amp}");
        assert!(amp.contains("height=\"432\"") && amp.contains("<button overflow>More</button>"), "{amp}");
    }
}

#[test]
fn an_element_reserves_at_most_1000_pixels_unless_it_shows_a_fact() {
    for (path, reserved) in [("", 1000), ("s/japan/", 1000), ("f/crew/", 1432)] {
        let (kind, theme) = (SnippetKind::Element, EmbedTheme::Auto);
        let options = EmbedOptions { path: path.to_owned(), kind, theme, width: 600 };
        let element = options.snippet(SNIPPET_SITE, "A card", 1432, "More");
        let height = format!(" height=\"{reserved}\" style=\"display: block; min-height: {reserved}px\">");
        assert!(element.contains(&height), "{element}");
    }
}

#[test]
fn the_address_to_paste_is_that_of_the_page() {
    for path in ["", "s/japan/", "f/crew/"] {
        assert_eq!(snippet(SnippetKind::Url, path, "A card"), format!("{SNIPPET_SITE}{path}"));
    }
}

#[test]
fn every_snippet_escapes_its_title_and_fills_nothing_into_it() {
    let (title, escaped) = ("A <b> & \"{site}\"", "A &lt;b&gt; &amp; &quot;{site}&quot;");
    for kind in SnippetKind::ALL.into_iter().filter(|kind| *kind != SnippetKind::Url) {
        let snippet = snippet(kind, "f/crew/", title);
        assert!(snippet.contains(escaped) && !snippet.contains("<b>"), "{snippet}");
    }
}

#[test]
fn oembed_is_valid_and_describes_its_page() {
    let story = FixtureContent::new().story();
    assert!(!described(&story).is_empty());
    for (page, response) in described(&story) {
        assert_eq!((response["type"].as_str(), response["version"].as_str()), (Some("rich"), Some("1.0")));
        assert!(response["width"].as_u64().is_some_and(|width| width <= 600));
        assert!(response["height"].as_u64().is_some_and(|height| (200..=1000).contains(&height)));
        assert!(response["title"].as_str().is_some_and(|title| !title.is_empty()));
        let image = format!("https://example.org/sea/{}", page.image(&story).expect("an image"));
        assert_eq!(response["thumbnail_url"].as_str(), Some(image.as_str()));
        assert_eq!(
            (response["thumbnail_width"].as_u64(), response["thumbnail_height"].as_u64()),
            (Some(1200), Some(630))
        );
        let html = response["html"].as_str().expect("markup");
        assert!(html.contains(&format!("\"https://example.org/sea/{}\"", page.path(&story))));
        assert!(html.contains(&format!("\"https://example.org/sea/e/{}\"", page.path(&story))));
    }
}

#[test]
fn wordpress_keeps_all_of_the_oembed_markup_but_the_style() {
    let title = "title = \"The <b>crew</b> & \\\"all\\\"\"";
    let story = FixtureContent::new()
        .edit("facts/harbour/heron-crew.toml", "title = \"The crew grew\"", title)
        .story();
    for (_, response) in described(&story) {
        let (html, height) = (response["html"].as_str().expect("markup"), &response["height"]);
        let style = format!(" style=\"height: auto; min-height: {height}px; frame-sizing: content-height\"");
        assert!(html.contains(&style), "{html}");
        assert_eq!(wordpress(html), Some(html.replacen(&style, "", 1)));
    }
}

#[test]
fn the_filter_in_these_tests_drops_what_wordpress_drops() {
    let frame = "<iframe src=\"https://example.org/\" width=\"1\"></iframe>";
    let quote = "<blockquote>A</blockquote>";
    assert_eq!(wordpress(&format!("{quote}<p>{frame}</p>")), Some(format!("{quote}{frame}")));
    let styled = frame.replace("width", "style");
    assert_eq!(wordpress(&styled).as_deref(), Some("<iframe src=\"https://example.org/\"></iframe>"));
    assert_eq!(wordpress("<iframe>words</iframe>"), None, "a frame must be empty");
    assert_eq!(wordpress(quote), None, "a frame is required");
}

/// What WordPress keeps of an unknown provider's markup: one blockquote and one empty frame, with few attributes.
fn wordpress(html: &str) -> Option<String> {
    let kept = allowed(html);
    let end = "></iframe>";
    let to = kept.find(end)? + end.len();
    let from = kept[..to].rfind("<iframe")?;
    if kept[from..to - end.len()].contains('>') {
        return None;
    }
    let quote = kept.starts_with("<blockquote>").then(|| kept.find("</blockquote>")).flatten();
    let quote = quote.map_or("", |end| &kept[..end + "</blockquote>".len()]);
    Some(quote.to_owned() + &kept[from..to])
}

const ALLOWED: [(&str, &[&str]); 3] = [
    ("a", &["href"]),
    ("blockquote", &[]),
    (
        "iframe",
        &["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"],
    ),
];

/// Removes elements and attributes that are not allowed.
fn allowed(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        kept += text;
        let Some((tag, tail)) = tail.split_once('>') else { return kept };
        rest = tail;
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let Some((_, may)) = ALLOWED.iter().find(|(known, _)| *known == name.trim_start_matches('/')) else {
            continue;
        };
        kept += &format!("<{name}");
        let mut parts = attributes.split('"');
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            if may.contains(&key.trim().trim_end_matches('=')) {
                kept += &format!(" {}\"{value}\"", key.trim());
            }
        }
        kept += ">";
    }
    kept + rest
}
