//! Each page's metadata, and the parsing of the site's URL.

use std::collections::BTreeMap;

use chuhai::content::Story;
use chuhai::content::text::{plain, truncate};
use chuhai::pages::PageMeta;
use chuhai::routes::Page;
use generator::paths::{parse_site_url, site_path};
use generator::prerender::oembed;
use generator::ssr::SsrRenderer;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, prepared_pages, real_story, the_fleet};

fn heads(story: &Story) -> Vec<(String, PageMeta)> {
    Page::all(story).into_iter().map(|page| (page.file(story), page.meta(story))).collect()
}

#[test]
fn no_two_pages_share_a_title_a_description_an_address_or_a_image() {
    let story = real_story();
    let mut seen = BTreeMap::new();
    // An embed is identified by the page that it embeds, a redirect by its successor.
    for (file, head) in
        heads(&story).into_iter().filter(|(file, head)| head.is_indexable || file == "404.html")
    {
        let image = head.image.map(|image| [image.file, image.alt]);
        let own = [Some(head.title), Some(head.description), head.canonical].into_iter().flatten();
        for words in own.chain(image.into_iter().flatten()) {
            let other = seen.insert(words.clone(), file.clone());
            assert_eq!(other, None, "{file} shares {words:?}");
        }
    }
}

#[test]
fn titles_descriptions_and_alt_texts_are_short_enough_to_be_shown_whole() {
    let story = real_story();
    for (file, head) in heads(&story).into_iter().filter(|(file, _)| file != "404.html") {
        let length = |text: &str| text.chars().count();
        assert!(length(&head.title) <= 70, "{file}: {}", head.title);
        let description = length(&head.description);
        assert!((100..=200).contains(&description), "{file}: {description} in {}", head.description);
        let words = head.image.unwrap_or_else(|| panic!("{file} has no image")).alt;
        assert!((40..=420).contains(&length(&words)), "{file}: {words}");
    }
}

#[test]
fn the_alt_text_of_a_facts_image_has_figure_title_entity_date_verdict_and_sources() {
    let story = FixtureContent::new().story();
    let (_, head) =
        heads(&story).into_iter().find(|(file, _)| file == "f/heron-crew/index.html").expect("the crew");
    let image = head.image.expect("an image");
    assert_eq!(image.file, "og/f/heron-crew.png");
    assert_eq!(
        image.alt,
        "8 → 12 hands. The crew grew. Heron, 17 December 2019. Confirmed. Sources: The Harbour Gazette, early \
         2020; Archive."
    );
}

#[test]
fn the_description_of_a_fact_begins_with_its_verdict_or_its_kind() {
    let (mut verdicts, mut kinds) = (0, 0);
    for story in [real_story(), the_fleet()] {
        for at in story.facts_in_order() {
            let fact = &story[at];
            let described = Page::Fact(at).meta(&story).description;
            let label = match fact.verdict {
                Some(verdict) => story.ui.verdict_label(verdict),
                None => story.ui.facts.kind_label(fact.kind),
            };
            *if fact.verdict.is_some() { &mut verdicts } else { &mut kinds } += 1;
            let rest = described.strip_prefix(&format!("{label}. "));
            let rest = rest.unwrap_or_else(|| panic!("{}: {described}", fact.id));
            let claim = plain(&fact.claim);
            let is_claim = rest.starts_with(&claim) || claim.starts_with(rest.trim_end_matches('…'));
            assert!(is_claim, "{}: {described}", fact.id);
        }
    }
    assert!(verdicts > 0 && kinds > 0, "{verdicts} verdicts, {kinds} kinds");
}

#[test]
fn a_page_has_one_title_for_open_graph_and_for_oembed() {
    let story = the_fleet();
    let folder = tempfile::tempdir().expect("a folder");
    let site_url = "https://example.org/";
    let pages = prepared_pages(&story, site_url, folder.path());
    let renderer = SsrRenderer::new().expect("a runtime");
    let og_title = Selector::parse("meta[property='og:title']").expect("a selector");
    for page in Page::all(&story) {
        let Some(embed) = page.embed() else { continue };
        let response = oembed::describe(page, embed, &story, site_url);
        let html = Html::parse_document(&pages.html(page, &renderer));
        let titles: Vec<_> = html.select(&og_title).filter_map(|tag| tag.attr("content")).collect();
        assert_eq!(response["title"].as_str().into_iter().collect::<Vec<_>>(), titles, "{page:?}");
    }
}

#[test]
fn a_section_a_fact_and_a_listing_are_cited_by_their_own_title_and_day() {
    let story = FixtureContent::new().story();
    let cited = |path: &str| {
        let (_, head) = heads(&story).into_iter().find(|(file, _)| file == path).expect("a page");
        head.citation
    };
    let expected = |title: &str, day: &str| {
        [
            ("citation_title", title),
            ("citation_author", "The Quay"),
            ("citation_publisher", "The Quay"),
            ("citation_language", "en-GB"),
            ("citation_publication_date", day),
        ]
        .map(|(name, content)| (name, content.to_owned()))
    };
    assert_eq!(cited("f/heron-crew/index.html"), expected("The crew grew", "2020/03/02"));
    assert_eq!(cited("facts/index.html"), expected("All facts", "2020/03/01"));
    assert_eq!(cited("s/harbour/index.html"), expected("In the harbour", "2020/03/01"));
    assert_eq!(cited("e/f/heron-crew/index.html"), Vec::new());
}

#[test]
fn the_page_for_wrong_addresses_has_no_address_and_no_preview() {
    let head = Page::NotFound.meta(&FixtureContent::new().story());
    assert_eq!((head.canonical, head.image, head.is_indexable), (None, None, false));
}

#[test]
fn a_long_text_is_cut_after_a_word() {
    assert_eq!(truncate("Two boats lie here.", 19), "Two boats lie here.");
    assert_eq!(truncate("Two boats lie here.", 14), "Two boats lie…");
    assert_eq!(truncate("Two boats, of which one leaves", 12), "Two boats…");
    assert_eq!(truncate("Two boats lie here.", 13), "Two boats…");
    assert_eq!(truncate("Zwei Boote: grün, blau", 18), "Zwei Boote: grün…");
}

#[test]
fn a_site_url_gets_a_slash_at_its_end() {
    for (given, expected) in [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/chuhai", "https://example.org/chuhai/"),
        ("http://localhost:8080/", "http://localhost:8080/"),
        ("HTTPS://Example.org/Sea", "https://example.org/Sea/"),
    ] {
        assert_eq!(parse_site_url(given).ok().as_deref(), Some(expected));
    }
    assert_eq!(site_path("https://example.org/chuhai/"), "/chuhai/");
}

#[test]
fn an_invalid_site_url_is_refused_with_an_example() {
    for given in [
        "example.org",
        "ftp://example.org/",
        "https://example.org/?a=b",
        "https://example.org/#a",
        "",
        "https://a@b/",
    ] {
        let error = parse_site_url(given).expect_err(given);
        assert!(error.to_string().contains("such as `https://example.org/chuhai/`"), "{error}");
    }
}
