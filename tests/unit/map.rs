//! The map: mistakes in its file, that it is up to date, and what it shows.

use std::fs;

use brotli::enc::BrotliEncoderParams;
use chuhai::content::{Story, load};
use chuhai::routes::Page;
use scraper::{ElementRef, Html, Selector};
use std::rc::Rc;
use xtask::tools::Tools;

use crate::fixture_content::{FixtureContent, body, project};

const OUTWARD: &str = "sections/outward.md";
const MAP_FACT: &str = "map-fact = \"heron-speed\"";
/// The budget of the map in a page, in brotli bytes.
const MOST: usize = 14_000;

fn own() -> Rc<Story> {
    Rc::new(load::story(&project().join("content")).expect("a story without mistakes"))
}

fn page(story: &Rc<Story>, page: Page) -> Html {
    Html::parse_fragment(&body(page, story))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(fixture: FixtureContent, expected: &str) {
    assert_eq!(fixture.mistakes(), [expected]);
}

#[test]
fn an_unknown_fact_on_the_map_is_named_with_the_nearest_one() {
    check(
        FixtureContent::new().edit(OUTWARD, MAP_FACT, "map-fact = \"heron-sped\""),
        "sections/outward.md:5:12: expected the id of a fact, found `heron-sped`; did you mean `heron-speed`?",
    );
}

#[test]
fn a_fact_without_a_figure_has_none_to_put_on_the_map() {
    check(
        FixtureContent::new().edit(OUTWARD, MAP_FACT, "map-fact = \"heron-left\""),
        "sections/outward.md:5:12: expected a fact with a figure, found `heron-left` without",
    );
}

#[test]
fn a_fact_of_another_section_is_no_figure_of_this_one() {
    check(
        FixtureContent::new().edit(OUTWARD, MAP_FACT, "map-fact = \"heron-crew\""),
        "sections/outward.md:5:12: expected a fact of this section, found `heron-crew`, of another",
    );
}

#[test]
fn a_section_that_is_on_no_map_has_no_figure_there() {
    check(
        FixtureContent::new().remove("map.toml"),
        "sections/outward.md:5:12: expected a section with a place in map.toml, found `outward` without",
    );
}

#[test]
fn an_unknown_section_on_the_map_is_named_with_the_nearest_one() {
    check(
        FixtureContent::new().edit("map.toml", "\"harbour\"", "\"harbours\""),
        "map.toml:7:11: expected the id of a section, found `harbours`; did you mean `harbour`?",
    );
}

#[test]
fn a_section_is_on_the_map_once() {
    check(
        FixtureContent::new().edit("map.toml", "\"harbour\"", "\"outward\""),
        "map.toml:12:11: expected each section once, found `outward` again",
    );
}

#[test]
fn a_port_is_on_the_sheet() {
    check(
        FixtureContent::new().edit("map.toml", "[[28, 10]]", "[[28, 30]]"),
        "map.toml:13:9: expected ports within 40 by 20 units, found one outside",
    );
}

#[test]
fn the_map_is_as_it_would_be_drawn_now() {
    let drawn = xtask::map::generate(&Tools::ready().expect("tools")).expect("a map");
    let kept = fs::read_to_string(project().join("content/map.toml")).expect("the map");
    assert!(drawn == kept, "`cargo xtask map` draws another map than content/map.toml holds");
}

#[test]
fn the_map_fits_its_budget() {
    let html = page(&own(), Page::Story);
    let drawings: String = html
        .select(&selector(".map > h2, .map svg, .map figcaption, .beside, .strip"))
        .map(|part| part.html())
        .collect();
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut drawings.as_bytes(), &mut out, &params).expect("compression");
    assert!(out.len() <= MOST, "{} bytes", out.len());
}

#[test]
fn every_region_of_the_story_has_a_shape_and_a_port() {
    let story = own();
    let map = story.map.as_ref().expect("a map");
    let start = map.regions.first().expect("a region");
    assert!(start.shape.is_empty() && start.ports.len() == 1, "the route begins at a port without a region");
    assert_eq!(story[start.section].id, "opening");
    let tokens = fs::read_to_string(project().join("style/tokens.css")).expect("the tokens");
    for (at, section) in story.sections() {
        let coloured = tokens.contains(&format!("[data-section=\"{}\"]", section.id));
        let region = map.region(at).filter(|region| !region.shape.is_empty() && !region.ports.is_empty());
        assert_eq!(region.is_some(), coloured, "{}", section.id);
    }
}

#[test]
fn the_contents_link_to_every_section_and_figures_are_those_of_the_facts() {
    let story = own();
    let html = page(&story, Page::Story);
    let links: Vec<_> = html.select(&selector("[data-map] nav.contents a")).collect();
    assert_eq!(links.len(), story.sections.len());
    let mut figures = 0;
    for (link, section) in links.into_iter().zip(&story.sections) {
        assert_eq!(link.value().attr("href"), Some(&*format!("#{}", section.id)));
        assert!(words(link).starts_with(&format!("{} {}", section.region, section.title)));
        let shown = link.select(&selector(".number")).next().map(words);
        let fact = section.map_fact.map(|fact| &story[fact]);
        let figure = fact.and_then(|fact| fact.figure.as_ref());
        assert_eq!(shown, figure.map(|figure| figure.text.clone()), "{}", section.id);
        figures += usize::from(figure.is_some());
    }
    assert!(figures >= 6, "{figures} figures");
}

#[test]
fn each_shape_stands_in_the_story_once_and_every_use_finds_it() {
    let html = page(&own(), Page::Story);
    let paths: Vec<_> = html
        .select(&selector(":is(.map, .beside, .strip) path"))
        .filter_map(|path| path.value().attr("d"))
        .collect();
    let mut once = paths.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), paths.len());
    for link in html.select(&selector("use")).filter_map(|link| link.value().attr("href")) {
        assert!(html.select(&selector(link)).next().is_some(), "{link} is not there");
    }
}

#[test]
fn pictures_of_the_map_are_for_eyes_alone() {
    for shown in [Page::Story, Page::EmbedStory] {
        let html = page(&own(), shown);
        let drawings: Vec<_> = html.select(&selector(".map svg, .beside svg, .strip svg")).collect();
        assert!(!drawings.is_empty());
        assert!(drawings.iter().all(|drawing| drawing.value().attr("aria-hidden") == Some("true")));
    }
}

#[test]
fn nothing_of_the_map_sticks_in_a_frame() {
    let story = own();
    assert!(page(&story, Page::Story).select(&selector(".beside")).next().is_some());
    assert!(page(&story, Page::EmbedStory).select(&selector(".beside")).next().is_none());
}

#[test]
fn a_story_without_a_map_has_contents_all_the_same() {
    let story = FixtureContent::new().edit(OUTWARD, MAP_FACT, "").remove("map.toml").story();
    let html = page(&story, Page::Story);
    assert_eq!(html.select(&selector("nav.contents a")).count(), story.sections.len());
    assert!(html.select(&selector("[data-map], .beside svg, .strip")).next().is_none());
}

#[test]
fn a_section_that_is_on_no_map_has_no_strip() {
    let html = page(&FixtureContent::new().story(), Page::Story);
    let strips = |section: &str| html.select(&selector(&format!("#{section} .strip"))).count();
    assert_eq!(["harbour", "outward", "notes"].map(strips), [1, 1, 0]);
}
