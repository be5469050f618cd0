//! The id registry: no published id disappears without a successor, and old URLs redirect.

use std::fs;

use chuhai::routes::Page;
use generator::id_registry::register;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, body};

const LIST: &str = "ids.toml";

fn gone(successor: &str) -> FixtureContent {
    let line = format!("boats-count = \"2020-03-01\"\nheron-size = \"{successor}\"");
    FixtureContent::new().edit(LIST, "boats-count = \"2020-03-01\"", &line)
}

#[test]
fn an_id_that_disappears_is_reported_with_the_most_similar_one() {
    assert_eq!(
        gone("2020-03-01").mistakes(),
        [
            "ids.toml:10:1: expected the file of this fact, which is published, or the id of its successor in place of its day, found \
             `heron-size`; did you mean `heron-speed`?"
        ]
    );
}

#[test]
fn a_section_that_disappears_is_reported() {
    assert_eq!(
        FixtureContent::new().edit(LIST, "[facts]", "old-pier = \"2020-03-01\"\n\n[facts]").mistakes(),
        [
            "ids.toml:8:1: expected the file of this section, which is published, or the id of its successor in place of its day, found \
             `old-pier`"
        ]
    );
}

#[test]
fn an_unknown_successor_is_reported() {
    assert_eq!(
        gone("heron-sped").mistakes(),
        [
            "ids.toml:10:14: expected the id of a fact in the story, or a day, found `heron-sped`; did you mean \
             `heron-speed`?"
        ]
    );
}

#[test]
fn a_new_id_is_reported_with_the_command_that_lists_it() {
    assert_eq!(
        FixtureContent::new().edit(LIST, "heron-left = \"2020-03-01\"\n", "").mistakes(),
        [
            "ids.toml:1:1: expected the fact `heron-left`, with the day of the id that it replaces, or new by `cargo xtask register-ids`, found none"
        ]
    );
}

#[test]
fn a_successor_of_a_live_id_is_reported() {
    assert_eq!(
        FixtureContent::new()
            .edit(LIST, "heron-left = \"2020-03-01\"", "heron-left = \"heron-speed\"")
            .mistakes(),
        [
            "ids.toml:13:14: expected a day as YYYY-MM-DD, because `heron-left` is in the story, found `heron-speed`"
        ]
    );
}

#[test]
fn the_command_adds_what_is_new_and_nothing_else() {
    let fixture = FixtureContent::new().edit(LIST, "heron-left = \"2020-03-01\"\n", "").edit(
        LIST,
        "notes = \"2020-03-01\"\n",
        "",
    );
    assert_eq!(register(fixture.path(), "2021-04-05").expect("a list"), ["notes", "heron-left"]);
    assert_eq!(fixture.mistakes(), Vec::<String>::new());
    let text = fs::read_to_string(fixture.path().join(LIST)).expect("the list");
    assert!(text.contains("outward = \"2020-03-01\"\nnotes = \"2021-04-05\"\n\n[facts]\n"), "{text}");
    assert!(text.ends_with("after-return = \"2020-03-01\"\nheron-left = \"2021-04-05\"\n"), "{text}");
    let misspelt = fixture.write("facts/harbor/heron-new.toml", b"");
    assert!(
        register(misspelt.path(), "2021-04-06").expect("a list").is_empty(),
        "no section has this folder"
    );
}

#[test]
fn the_command_keeps_comments_and_reads_windows_line_ends() {
    let fixture = FixtureContent::new().edit(LIST, "heron-left = \"2020-03-01\"\n", "");
    let list = fixture.path().join(LIST);
    let text = fs::read_to_string(&list).expect("the list");
    fs::write(&list, text.replace("[facts]", "[facts] # of the story").replace('\n', "\r\n"))
        .expect("a list");
    assert_eq!(register(fixture.path(), "2021-04-05").expect("a list"), ["heron-left"]);
    assert_eq!(fixture.mistakes(), Vec::<String>::new());
    assert!(fs::read_to_string(&list).expect("the list").contains("\n[facts] # of the story"));
}

#[test]
fn the_command_starts_a_list_where_there_is_none() {
    let fixture = FixtureContent::new().remove(LIST);
    assert_eq!(register(fixture.path(), "2021-04-05").expect("a list").len(), 10);
    assert_eq!(fixture.mistakes(), Vec::<String>::new());
}

#[test]
fn the_page_of_a_former_id_links_to_its_successor_and_is_not_listed() {
    let story = gone("heron-speed").story();
    let moved = story.redirects().next().expect("an id that is gone");
    let page = Page::Redirect(moved);
    assert!(Page::all(&story).contains(&page));
    assert_eq!(page.file(&story), "f/heron-size/index.html");
    let made = page.document(&story, &page.root(&story));
    let link = Selector::parse("main a").expect("a selector");
    let links: Vec<_> = Html::parse_fragment(&body(page, &story))
        .select(&link)
        .filter_map(|link| Some(link.attr("href")?.to_owned()))
        .collect();
    assert_eq!(links, ["../../f/heron-speed/"]);
    assert_eq!(made.meta.canonical.as_deref(), Some("f/heron-speed/"));
    assert!(!made.meta.is_indexable);
    assert_eq!(made.meta.image.map(|image| image.file).as_deref(), Some("og/f/heron-speed.png"));
}

#[test]
fn a_former_section_redirects_too() {
    let story = FixtureContent::new().edit(LIST, "[facts]", "old-pier = \"harbour\"\n\n[facts]").story();
    let page = Page::Redirect(story.redirects().next().expect("an id that is gone"));
    assert_eq!(page.path(&story), "s/old-pier/");
    assert_eq!(page.meta(&story).canonical.as_deref(), Some("s/harbour/"));
}

#[test]
fn a_former_anchor_stands_beside_its_successor() {
    let old = "old-pier = \"harbour\"\n\n[facts]\nheron-size = \"heron-speed\"\nboat-list = \"boats-count\"";
    let story = FixtureContent::new().edit(LIST, "[facts]", old).story();
    let html = Html::parse_fragment(&body(Page::Story, &story));
    for inside in [
        ".fact > #heron-speed + #heron-size",
        "#harbour #old-pier",
        "#harbour .passage > p > #boats-count + #boat-list",
    ] {
        assert_eq!(html.select(&Selector::parse(inside).expect("a selector")).count(), 1, "{inside}");
    }
    let in_head = Selector::parse(".section-head #old-pier").expect("a selector");
    assert_eq!(html.select(&in_head).count(), 0, "the search would take it for the section's id");
}

/// The fixture after its section `harbour` is named `quay`, without other changes than that takes.
fn renamed_section() -> FixtureContent {
    let fixture = FixtureContent::new().edit("story.toml", "\"harbour\"", "\"quay\"").edit(
        LIST,
        "harbour = \"2020-03-01\"",
        "harbour = \"quay\"\nquay = \"2020-03-01\"",
    );
    for (from, to) in [("sections/harbour.md", "sections/quay.md"), ("facts/harbour", "facts/quay")] {
        fs::rename(fixture.path().join(from), fixture.path().join(to)).expect("another name");
    }
    fixture
}

#[test]
fn a_former_id_in_the_content_means_its_successor() {
    let story = renamed_section().story();
    let map = story.map.as_ref().expect("a map");
    assert!(map.regions.iter().any(|region| story[region.section].id == "quay"));
    let fact = gone("boats-count").edit("sections/harbour.md", "#boats-count", "#heron-size");
    assert_eq!(fact.mistakes(), [""; 0]);
}

#[test]
fn a_folder_of_facts_has_the_present_id_of_its_section_and_is_reported_once() {
    let fixture = renamed_section();
    let [from, to] = ["facts/quay", "facts/harbour"].map(|folder| fixture.path().join(folder));
    fs::rename(from, to).expect("the former name");
    assert_eq!(
        fixture.mistakes(),
        ["facts/harbour/boats-count.toml:1:1: expected the id of a section, found `harbour`"]
    );
}
