//! The map: mistakes in its file, that it is up to date, and what it shows.

use std::fs;

use brotli::enc::BrotliEncoderParams;
use chuhai::content::{MapRegion, Story};
use chuhai::routes::{Embed, Page};
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;
use xtask::tools::Tools;

use crate::fixture_content::{FixtureContent, body, project, real_story, the_fleet};

/// The budget of the map in a page, in brotli bytes.
const MOST: usize = 14_000;

fn page(story: &Arc<Story>, page: Page) -> Html {
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
fn an_unknown_section_on_the_map_is_named_with_the_nearest_one() {
    check(
        FixtureContent::new().edit("map.toml", "\"harbour\"", "\"harbours\""),
        "map.toml:7:11: expected the id of a section, found `harbours`; did you mean `harbour`?",
    );
}

#[test]
fn an_unknown_section_in_the_source_of_the_map_is_named_with_the_nearest_one() {
    check(
        FixtureContent::new().write("map-source.toml", b"[[regions]]\nsection = \"harbours\"\n"),
        "map-source.toml:2:11: expected the id of a section, found `harbours`; did you mean `harbour`?",
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
fn a_port_is_within_the_map() {
    check(
        FixtureContent::new().edit("map.toml", "[[28, 10]]", "[[28, 30]]"),
        "map.toml:13:9: expected ports within 40 by 20 units, found one outside",
    );
}

#[test]
fn the_map_file_is_what_the_command_draws_now() {
    let npm = Tools::install().expect("tools").npm("");
    let generated = generator::map::generate(&npm, &project().join("content")).expect("a map");
    let kept = fs::read_to_string(project().join("content/map.toml")).expect("the map");
    assert!(generated == kept, "`cargo xtask map` draws another map than content/map.toml holds");
}

/// Generates a map of Europe from these edges, with a route.
fn europe(edges: &str, route: &str) -> anyhow::Result<String> {
    generate(edges, route, "[]", "[\"724\"]")
}

fn generate(edges: &str, route: &str, exclude: &str, countries: &str) -> anyhow::Result<String> {
    let npm = Tools::install().expect("tools").npm("");
    let folder = tempfile::tempdir().expect("a folder");
    let config = format!(
        "center-longitude = 10\n{edges}\nwidth = 400\nsimplify-tolerance = 4.0\nmin-area = 20.0\n\
         exclude = {exclude}\nroute = {route}\n\
         [[regions]]\nsection = \"spain\"\ncountries = {countries}\nports = [[-3.7, 40.4]]\n"
    );
    fs::write(folder.path().join("map-source.toml"), config).expect("a file");
    generator::map::generate(&npm, folder.path())
}

#[test]
fn every_unknown_country_is_reported() {
    let exclude = "[\"Antarctica\", \"Atlantis\"]";
    let countries = "[\"724\", \"Spain\", \"1000\"]";
    let error = generate("north = 60\nsouth = 36", "[]", exclude, countries).expect_err("no map");
    assert_eq!(
        error.to_string(),
        "map-source.toml: in `exclude` expected names of Natural Earth, found `Atlantis`\n\
         map-source.toml: in `spain` expected ISO 3166-1 numbers of countries, found `Spain`\n\
         map-source.toml: in `spain` expected ISO 3166-1 numbers of countries, found `1000`"
    );
}

#[test]
fn a_map_may_show_a_part_of_the_world() {
    /// The height of a map, and where Madrid is on it.
    fn height_and_port(edges: &str) -> [i64; 3] {
        let map: toml::Table = toml::from_str(&europe(edges, "[]").expect("a map")).expect("TOML");
        let port = &map["regions"][0]["ports"][0];
        [&map["height"], &port[0], &port[1]].map(|value| value.as_integer().expect("a number"))
    }
    let [height, x, y] = height_and_port("west = -10\neast = 30\nnorth = 60\nsouth = 36");
    assert!((200..600).contains(&height), "{height} units high");
    assert!((40..120).contains(&x) && y > height / 2, "Madrid is in the south-west: {x}, {y}");
    let [height, x, _] = height_and_port("north = 60\nsouth = 36");
    assert!(height < 100 && x > 150, "Madrid is in the middle of the world: {x}, of {height} units");
}

#[test]
fn exchanged_edges_of_the_map_are_reported() {
    let error = europe("west = 30\neast = -10\nnorth = 60\nsouth = 36", "[]").expect_err("no map");
    assert_eq!(
        format!("{error:#}"),
        "map-source.toml: expected `west` below `east` and `south` below `north`, found 30 to -10 and 36 to 60"
    );
}

#[test]
fn a_line_of_the_route_has_at_least_two_places() {
    for (route, places) in [("[[]]", 0), ("[[[-3.7, 40.4], [2.3, 48.9]], [[9.2, 45.5]]]", 1)] {
        let error = europe("north = 60\nsouth = 36", route).expect_err("no map");
        let expected = "map-source.toml: expected two places or more in each line of `route`, found";
        assert_eq!(format!("{error:#}"), format!("{expected} {places}"));
    }
}

#[test]
fn the_real_storys_map_fits_its_budget() {
    let html = page(&real_story(), Page::Story);
    let drawings: String =
        html.select(&selector(".hero-map, .map svg, .map figcaption")).map(|part| part.html()).collect();
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut drawings.as_bytes(), &mut out, &params).expect("compression");
    assert!(out.len() <= MOST, "{} bytes", out.len());
}

#[test]
fn the_full_map_links_to_every_region_with_what_arrived_there() {
    let story = the_fleet();
    let html = page(&story, Page::Story);
    assert_eq!(html.select(&selector("[data-map]")).count(), 1);
    let map = story.map.as_ref().expect("a map");
    let ports: Vec<_> = html.select(&selector("[data-map] .ports > li")).collect();
    let arrivals = |region: &MapRegion| -> Vec<String> {
        let arrived = story.entities.iter().filter(|entity| entity.arrived_in.contains(&region.section));
        arrived.map(|entity| entity.name.clone()).collect()
    };
    let regions: Vec<_> = map.regions.iter().filter(|region| !arrivals(region).is_empty()).collect();
    assert_eq!(ports.len(), regions.len());
    for (port, region) in ports.into_iter().zip(regions) {
        let section = &story[region.section];
        let link = port.select(&selector("a.section-name")).next().expect("a link");
        assert_eq!(link.value().attr("href"), Some(&*format!("#{}", section.id)));
        assert_eq!(words(link), section.short_name);
        let listed: Vec<_> = port.select(&selector("ul > li")).map(words).collect();
        assert_eq!(listed, arrivals(region));
    }
}

#[test]
fn each_shape_is_in_the_story_once_and_every_use_finds_it() {
    let html = page(&the_fleet(), Page::Story);
    let paths: Vec<_> = html
        .select(&selector(":is(.map, .hero-map) path"))
        .filter_map(|path| path.value().attr("d"))
        .collect();
    let mut once = paths.clone();
    once.sort_unstable();
    once.dedup();
    assert!(!paths.is_empty());
    assert_eq!(once.len(), paths.len());
    let uses = selector("use");
    let links: Vec<_> = html.select(&uses).filter_map(|link| link.value().attr("href")).collect();
    assert!(!links.is_empty());
    for link in links {
        assert!(html.select(&selector(link)).next().is_some(), "{link} is not there");
    }
}

#[test]
fn drawings_of_the_map_are_hidden_from_assistive_technology() {
    for shown in [Page::Story, Page::Embed(Embed::Story)] {
        let html = page(&the_fleet(), shown);
        let drawings: Vec<_> = html.select(&selector(".map svg, .hero-map svg")).collect();
        assert!(!drawings.is_empty());
        assert!(drawings.iter().all(|drawing| drawing.value().attr("aria-hidden") == Some("true")));
    }
}

#[test]
fn a_story_without_a_map_has_a_table_of_contents() {
    let story = FixtureContent::new().remove("map.toml").story();
    let html = page(&story, Page::Story);
    assert_eq!(html.select(&selector(".toc li[data-section] a")).count(), story.sections.len());
    assert!(html.select(&selector("[data-map], .hero-map")).next().is_none());
}

#[test]
fn the_page_of_a_fact_has_a_map_if_its_section_is_on_one() {
    let story = FixtureContent::new().story();
    let maps = |id: &str| {
        let fact = story.facts_in_order().find(|fact| story[*fact].id == id).expect("a fact");
        page(&story, Page::Fact(fact)).select(&selector(".section-map")).count()
    };
    assert_eq!(maps("heron-crew"), 1);
    assert_eq!(maps("ref-remark"), 0, "the notes are on no map");
}
