//! The markup of each page, without scripts.

use std::collections::BTreeSet;

use chuhai::content::{Redirect, Story, load};
use chuhai::routes::{Embed, Page};
use scraper::{ElementRef, Html, Selector};

use crate::fixture_content::{FixtureContent, body, real_story, the_fleet};

fn texts(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Html::parse_fragment(html).select(&selector).map(|found| words(found.text().collect())).collect()
}

fn page(story: &Story, path: &str) -> Page {
    let mut pages = Page::all(story).into_iter();
    pages.find(|page| page.path(story) == path).unwrap_or_else(|| panic!("no page at {path}"))
}

#[test]
fn every_section_and_every_fact_has_a_page_and_an_embed() {
    let story = FixtureContent::new().story();
    let files: BTreeSet<_> = Page::all(&story).into_iter().map(|page| page.file(&story)).collect();
    let expected = [
        "404.html",
        "e/f/after-return/index.html",
        "e/f/boats-count/index.html",
        "e/f/heron-cook/index.html",
        "e/f/heron-crew/index.html",
        "e/f/heron-left/index.html",
        "e/f/heron-speed/index.html",
        "e/f/ref-remark/index.html",
        "e/index.html",
        "e/s/harbour/index.html",
        "e/s/notes/index.html",
        "e/s/outward/index.html",
        "f/after-return/index.html",
        "f/boats-count/index.html",
        "f/heron-cook/index.html",
        "f/heron-crew/index.html",
        "f/heron-left/index.html",
        "f/heron-speed/index.html",
        "f/ref-remark/index.html",
        "facts/index.html",
        "index.html",
        "s/harbour/index.html",
        "s/notes/index.html",
        "s/outward/index.html",
    ];
    assert_eq!(files.into_iter().collect::<Vec<_>>(), expected);
}

/// The loader mounts the island that handles a control before it repeats the press. In embeds, links show no preview.
#[test]
fn every_control_outside_of_islands_is_native_or_handled_by_an_island_of_its_page() {
    let story = FixtureContent::new().story();
    let controls = Selector::parse(
        "button[data-action]:not([popovertarget], [commandfor], [data-island] *), a[data-entity], a[data-fact-link]",
    );
    let (controls, islands) =
        (controls.expect("a selector"), Selector::parse("[data-actions]").expect("a selector"));
    let mut names = BTreeSet::new();
    for page in Page::all(&story) {
        let html = Html::parse_fragment(&body(page, &story));
        let handled: BTreeSet<_> = html
            .select(&islands)
            .flat_map(|island| island.attr("data-actions").unwrap_or_default().split(' '))
            .collect();
        let is_button = |control: &ElementRef<'_>| control.value().name() == "button";
        for control in html.select(&controls).filter(|control| is_button(control) || !page.is_embed()) {
            let action = control.attr("data-action").unwrap_or("preview");
            assert!(handled.contains(action), "{}: {action} of {handled:?}", page.file(&story));
            names.insert(action.to_owned());
        }
    }
    assert!(names.len() > 3 && names.contains("preview"), "{names:?}");
}

#[test]
fn a_card_shows_its_title_figure_and_verdict_outside_the_details_and_the_rest_in_them() {
    let story = FixtureContent::new().story();
    let mut html = body(page(&story, "f/heron-speed/"), &story);
    assert_eq!(texts(&html, ".fact-body .meta li"), ["Heron", "March 2020"]);
    let details = html.find("<details data-fact").expect("details");
    html.truncate(details);
    assert_eq!(texts(&html, ".fact h1"), ["The Heron was quick"]);
    assert_eq!(texts(&html, ".figure"), ["up to 9 knots"]);
    assert_eq!(texts(&html, ".verdict[data-verdict]"), ["Unverified"]);
}

#[test]
fn a_card_in_the_story_has_its_verdict_as_a_disc_and_in_words_when_it_is_open() {
    let story = FixtureContent::new().story();
    let html = body(Page::Story, &story);
    assert_eq!(texts(&html, ".fact:has(> [data-fact=heron-crew]) .verdict-disc[aria-hidden=true]").len(), 1);
    assert_eq!(texts(&html, "[data-fact=heron-crew] .meta > .verdict"), ["Confirmed"]);
}

#[test]
fn the_details_of_a_card_hold_addition_reason_yardstick_notes_sources_and_address() {
    let story = FixtureContent::new().story();
    let html = body(Page::Story, &story);
    let inside = texts(&html, "[data-fact=heron-crew] .fact-body").join(" ");
    for words in [
        "Four joined in one night.",
        "8 + 4 = 12",
        "The log counts 12.",
        "That is 4 more.",
        "The log says 11.",
        "[1] The Harbour (our match) S1 Archive, 2020",
        "Full record",
    ] {
        assert!(inside.contains(words), "the card does not say {words:?}: {inside}");
    }
}

#[test]
fn the_page_of_a_fact_holds_its_claim_and_context_too() {
    let story = FixtureContent::new().story();
    let inside = texts(&body(page(&story, "f/heron-crew/"), &story), ".fact-body").join(" ");
    for words in
        ["The crew of the Heron grew from 8 to 12.", "Four joined in one night.", "She is the larger one."]
    {
        assert!(inside.contains(words), "the page does not say {words:?}: {inside}");
    }
}

#[test]
fn a_fact_on_another_ones_card_has_its_anchor_there_and_a_page_that_leads_to_it() {
    let story = FixtureContent::new().story();
    assert_eq!(texts(&body(Page::Story, &story), ".fact > #heron-crew ~ #heron-cook").len(), 1);
    assert_eq!(
        texts(&body(Page::Story, &story), ".fact:has(> #heron-crew) .merged-facts"),
        ["A cook was among them"]
    );
    let card = body(page(&story, "f/heron-crew/"), &story);
    assert_eq!(texts(&card, ".merged-facts a[href='../../f/heron-cook/']"), ["A cook was among them"]);
    let own = body(page(&story, "f/heron-cook/"), &story);
    assert_eq!(texts(&own, "article:has(> #heron-cook) h1"), ["A cook was among them"]);
    assert_eq!(texts(&own, "a[href='../../f/heron-crew/']")[0], "Part of the card “The crew grew”");
    assert_eq!(texts(&own, "a.cta-link[href='../../#heron-cook']").len(), 1);
}

#[test]
fn later_events_stand_in_a_section_with_a_heading() {
    let html = body(Page::Story, &FixtureContent::new().story());
    assert_eq!(texts(&html, "section.later-events > p"), ["Since then", "In 2021 she came home."]);
}

#[test]
fn a_fact_in_the_prose_is_linked_to_its_row_in_the_endnotes() {
    let story = FixtureContent::new().story();
    let html = body(Page::Story, &story);
    assert_eq!(texts(&html, "p > #boats-count + a[href='f/boats-count/']"), ["Two boats"]);
    let notes = body(page(&story, "s/notes/"), &story);
    assert_eq!(texts(&notes, "a[href$='f/boats-count/']")[0], "Two boats lie here");
}

#[test]
fn a_page_has_no_template_and_no_filled_dialog_but_the_preferences() {
    let story = FixtureContent::new().story();
    let html = body(Page::Story, &story);
    assert_eq!(texts(&html, "template").len(), 0);
    assert_eq!(texts(&html, "dialog:not(.preferences)"), ["", ""]);
}

/// The benchmark's peers write into this element, and its harness compares their markup with ours.
#[test]
fn the_counter_contains_only_its_text() {
    let html = body(Page::Story, &FixtureContent::new().story());
    assert_eq!(texts(&html, "[data-counter]").len(), 1);
    assert!(texts(&html, "[data-counter] *").is_empty());
}

#[test]
fn an_embed_has_no_sticky_navigation_and_no_resume_prompt() {
    let story = FixtureContent::new().story();
    let html = body(Page::Embed(Embed::Story), &story);
    let page = body(Page::Story, &story);
    for part in [".reading-progress", ".site-header", ".toc", "[data-island=resume-prompt]"] {
        assert_eq!((texts(&page, part).len(), texts(&html, part).len()), (1, 0), "{part}");
    }
}

#[test]
fn words_in_another_script_carry_their_language() {
    let story = FixtureContent::new().story();
    assert_eq!(texts(&body(Page::Story, &story), "p > [lang=zh-Hans]"), ["青鹭"]);
}

#[test]
fn every_id_of_a_page_is_unique_and_reserved_or_of_the_content() {
    let selector = Selector::parse("[id]").expect("a selector");
    for story in [real_story(), FixtureContent::new().story()] {
        let facts =
            story.facts.iter().map(|fact| &fact.id).chain(story.sections.iter().map(|section| &section.id));
        let sources = story
            .references
            .iter()
            .map(|source| &source.id)
            .chain(story.records.iter().map(|source| &source.id));
        let former = story.ids.redirects.iter().map(|redirect| match redirect {
            Redirect::Fact { from, .. } | Redirect::Section { from, .. } => from,
        });
        let known: BTreeSet<_> = facts.chain(sources).chain(former).map(String::as_str).collect();
        for page in Page::all(&story) {
            let html = Html::parse_fragment(&body(page, &story));
            let mut seen = BTreeSet::new();
            for element in html.select(&selector) {
                let id = element.attr("id").unwrap_or_default();
                assert!(seen.insert(id), "{}: {id} is there twice", page.file(&story));
                assert!(
                    known.contains(id) || load::is_reserved(id),
                    "{}: {id} is not reserved",
                    page.file(&story)
                );
            }
        }
    }
}

#[test]
fn no_page_holds_an_inline_script_or_style() {
    let story = FixtureContent::new().story();
    for page in Page::all(&story) {
        let html = body(page, &story);
        assert!(texts(&html, "script, style, [style]").is_empty(), "{}", page.file(&story));
    }
}

#[test]
fn only_the_open_card_of_a_facts_page_is_open() {
    let story = FixtureContent::new().story();
    assert_eq!(texts(&body(page(&story, "f/heron-crew/"), &story), "details[open]").len(), 1);
    assert_eq!(texts(&body(Page::Story, &story), "details[open]").len(), 0);
}

#[test]
fn markup_in_content_is_shown_as_text() {
    let title = "title = \"The <b>crew</b> & \\\"all\\\"\"";
    let story = FixtureContent::new()
        .edit("facts/harbour/heron-crew.toml", "title = \"The crew grew\"", title)
        .story();
    let html = body(page(&story, "f/heron-crew/"), &story);
    assert_eq!(texts(&html, "h1"), ["The <b>crew</b> & “all”"]);
}

#[test]
fn every_page_has_one_title() {
    let story = the_fleet();
    for page in Page::all(&story).into_iter().filter(|page| !page.is_embed()) {
        assert_eq!(texts(&body(page, &story), "h1").len(), 1, "{}", page.file(&story));
    }
}
