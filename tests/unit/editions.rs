//! Editions in other languages: their links, and mistakes in naming them.

use std::fs;

use chuhai::routes::Page;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, assert_mistakes, body, prepared_pages};

fn with_edition(address: &str) -> FixtureContent {
    let edition = format!("[editions.de]\nname = \"Deutsch\"\naddress = \"{address}\"\n\n[source-article]");
    FixtureContent::new().edit("story.toml", "[source-article]", &edition)
}

#[test]
fn every_listed_page_names_itself_in_each_language() {
    let story = with_edition("de/").story();
    for page in Page::all(&story) {
        let meta = page.meta(&story);
        let own = page.path(&story);
        let expected = [("en-GB".to_owned(), own.clone()), ("de".to_owned(), format!("de/{own}"))];
        assert_eq!(meta.editions, if meta.is_indexable { &expected[..] } else { &[] }, "{own}");
    }
}

#[test]
fn a_story_in_one_language_names_no_edition() {
    let story = FixtureContent::new().story();
    assert!(Page::all(&story).iter().all(|page| page.meta(&story).editions.is_empty()));
}

#[test]
fn the_footer_leads_to_the_same_page_in_another_language() {
    let link = Selector::parse("footer a[hreflang=de][lang=de]").expect("a selector");
    for (address, expected) in
        [("../", "../../../f/heron-crew/"), ("https://de.example/", "https://de.example/f/heron-crew/")]
    {
        let story = with_edition(address).story();
        let fact =
            Page::all(&story).into_iter().find(|page| page.path(&story) == "f/heron-crew/").expect("a fact");
        let html = Html::parse_fragment(&body(fact, &story));
        let links: Vec<_> = html.select(&link).map(|link| (link.attr("href"), link.inner_html())).collect();
        assert_eq!(links, [(Some(expected), "Deutsch".to_owned())]);
    }
}

#[test]
fn the_address_of_an_edition_ends_with_a_slash_and_begins_with_none() {
    for address in ["de", "/de/"] {
        let expected = format!(
            "story.toml:9:11: expected a URL, or a path from this site's root, with a slash at its end alone, found \
             `{address}`"
        );
        assert_mistakes(with_edition(address), &[&expected]);
    }
}

#[test]
fn the_headers_of_hosts_are_for_editions_in_a_folder_of_the_site_too() {
    for (address, is_below) in [("de/", true), ("../de/", false), ("https://de.example/", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let story = with_edition(address).story();
        let pages = prepared_pages(&story, "https://example.org/", folder.path());
        pages.write_headers(folder.path()).expect("headers");
        let headers = fs::read_to_string(folder.path().join("_headers")).expect("the headers");
        for file in ["feed.xml\n  Content-Type: application/atom+xml", "e/*\n  Cross-Origin-Embedder-Policy"]
        {
            assert!(headers.contains(&format!("\n/{file}")), "{address}: {file}");
            assert_eq!(headers.contains(&format!("\n/de/{file}")), is_below, "{address}: {file}");
        }
    }
}
