//! Stories without optional content: missing parts are not shown.

use chuhai::routes::Page;
use generator::data;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, body};

const CREW: &str = "facts/harbour/heron-crew.toml";
const ARTICLE: &str = "\n[source-article]\noutlet = \"The Harbour Gazette\"\noutlet-script = \"港报\"\n\
    language = \"zh-Hans\"\nauthor = \"Ann Quay\"\neditor = \"Ben Pier\"\ndate = \"2020\"\nwhen = \"early 2020\"\n";

/// A story without source article, ledger and references.
fn bare() -> FixtureContent {
    FixtureContent::new()
        .edit("story.toml", ARTICLE, "")
        .remove("ledger.toml")
        .remove("omissions.toml")
        .edit(CREW, "references = [\"ref-01\"]\n", "")
        .write(
            "sources.toml",
            b"[records.S1]\ntitle = \"Log\"\noutlet = \"Archive\"\nurls = [\"https://example.org/log\"]\n",
        )
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    Html::parse_fragment(html).select(&selector).map(|found| found.text().collect()).collect()
}

#[test]
fn a_story_without_references_shows_no_empty_lists() {
    let story = bare().story();
    let notes = story.sections().last().expect("the notes").0;
    let heads = texts(&body(Page::Section(notes), &story), ".endnotes h2");
    assert_eq!(heads, ["Other facts in this story", "Glossary", "Sources we checked"]);
    assert_eq!(texts(&body(Page::Story, &story), ".endnotes-links a"), heads);
}

#[test]
fn a_story_without_a_source_article_names_none() {
    let story = bare().story();
    let page = body(Page::Story, &story);
    assert_eq!(
        texts(&page, ".byline"),
        ["Published 1\u{a0}March\u{a0}2020\u{a0}· 1\u{a0}minute\u{a0}to\u{a0}read"]
    );
    assert!(!page.contains("retold"), "{page}");
    for (format, text) in data::citations(Page::Story, &story, "https://example.org/").expect("citations") {
        assert!(!text.contains("etold"), "{format:?}: {text}");
    }
    let article = data::structured(Page::Story, &story, "https://example.org/").expect("data").to_string();
    assert!(!article.contains("isBasedOn") && !article.contains("null"), "{article}");
}

#[test]
fn omissions_need_a_ledger() {
    let fixture = FixtureContent::new().remove("ledger.toml");
    assert_eq!(
        fixture.mistakes(),
        ["omissions.toml:1:14: expected a file ledger.toml whose rows are left out here, found none"]
    );
}

#[test]
fn a_story_without_cards_has_no_controls_to_open_them() {
    let fixture = bare()
        .edit("sections/harbour.md", "\n[[heron-crew]]\n", "\nShe has a [crew](#heron-crew).\n")
        .edit("facts/harbour/heron-cook.toml", "parent-card = \"heron-crew\"\n", "")
        .edit("sections/harbour.md", "[Two boats]", "[A cook](#heron-cook) and [two boats]")
        .edit(
            "sections/outward.md",
            "[[heron-left]] [[heron-speed]]",
            "[Left](#heron-left) at [speed](#heron-speed).",
        );
    let controls = "data-island=\"card-controls\"";
    assert!(body(Page::Story, &FixtureContent::new().story()).contains(controls));
    assert!(!body(Page::Story, &fixture.story()).contains(controls));
}

#[test]
fn a_story_may_have_an_icon() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>";
    let fixture = FixtureContent::new().write("icon.svg", svg.as_bytes());
    assert_eq!(fixture.story().icon.as_deref(), Some(svg));
    let bare = svg.replace("<rect", "<rect y=\"4\"");
    let wide = svg.replace("0 0 9 9", "0 0 18 9");
    for wrong in ["<svg", &bare, &wide] {
        let fixture = FixtureContent::new().write("icon.svg", wrong.as_bytes());
        let error = generator::og_images::compose(&fixture.story(), fixture.path()).expect_err("a mistake");
        let error = error.to_string();
        assert!(error.contains("icon.svg:1:1: expected a square SVG with a background, found "), "{error}");
    }
}
