//! Mistakes in the prose, each with the exact message.

use crate::fixture_content::{FixtureContent, assert_mistakes};

const HARBOUR: &str = "sections/harbour.md";

#[test]
fn a_card_of_an_unknown_fact_is_named_with_the_nearest_one() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crow]]"),
        &[
            "sections/harbour.md:9:1: expected the id of a fact, found `heron-crow`; did you mean `heron-crew`?",
        ],
    );
}

#[test]
fn a_link_to_an_unknown_fact_is_named_with_the_nearest_one() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "(#boats-count)", "(#boat-count)").edit(
            HARBOUR,
            "are here.",
            "are [here](#boats-count).",
        ),
        &[
            "sections/harbour.md:7:50: expected the id of a fact, found `boat-count`; did you mean `boats-count`?",
        ],
    );
}

#[test]
fn a_link_that_leads_out_is_refused() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "lies *beside*", "[lies](https://example.org) *beside*"),
        &[
            "sections/harbour.md:7:26: expected a link to a `#fact` or an `@entity`; addresses belong into `sources.toml`, \
             found `https://example.org`",
        ],
    );
}

#[test]
fn a_link_without_words_is_refused() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "lies *beside*", "lies [](#boats-count) *beside*"),
        &["sections/harbour.md:7:31: expected words of the link between `[` and `]`, found none"],
    );
}

#[test]
fn an_unplaced_fact_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "[Two boats](#boats-count)", "Two boats"),
        &[
            "facts/harbour/boats-count.toml:1:1: expected a place in the story: `[[boats-count]]`, `parent-card`, or a link to it, found none",
        ],
    );
}

#[test]
fn a_card_in_two_places_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-crew]]"),
        &["sections/harbour.md:9:16: expected each card once in the story, found `[[heron-crew]]` again"],
    );
}

#[test]
fn a_card_of_another_section_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-left]]").edit(
            "sections/outward.md",
            "[[heron-left]] ",
            "",
        ),
        &[
            "sections/harbour.md:9:16: expected a card of this section, found `heron-left`, whose file is in facts/outward/",
        ],
    );
}

#[test]
fn a_section_that_is_not_listed_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("story.toml", ", \"outward\"]", "]"),
        &["story.toml:5:12: expected `outward` among the sections, found sections/outward.md unlisted"],
    );
    assert_mistakes(
        FixtureContent::new().edit("story.toml", "\"outward\"]", "\"outwards\"]"),
        &[
            "story.toml:5:24: expected the name of a file in sections/, found `outwards`; did you mean `outward`?",
        ],
    );
}

#[test]
fn a_section_without_front_matter_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("sections/notes.md", "+++\ntitle", "title"),
        &["sections/notes.md:1:1: expected front matter between two lines `+++`, found `title = \"Notes\"`"],
    );
}

#[test]
fn unsupported_markdown_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "The [Heron]", "# A heading\n\nThe [Heron]"),
        &["sections/harbour.md:7:1: expected paragraphs of plain words, `*emphasis*`, `[words](#fact)`, \
             `[words](@entity)`, lines of `[[fact]]`, of `[[plot:id]]` and of `[[guess:fact]]`, and `> words` on what came after, \
             found a heading"],
    );
}

#[test]
fn a_mark_that_is_not_closed_is_reported_where_it_begins() {
    let closed = "a mark that is closed: `*emphasis*`, `[words](#fact)`, `[words](@entity)`, `[[fact]]`";
    for (from, to, at, sign) in [
        ("[Two boats](#boats-count)", "[Two boats](#boats-count", "7:50", "["),
        ("[Two boats](#boats-count)", "[Two boats(#boats-count)", "7:50", "["),
        ("*beside*", "*beside", "7:31", "*"),
        ("*beside*", "beside]", "7:37", "]"),
        ("[[heron-crew]]", "[[heron-crew]", "9:1", "["),
    ] {
        let mistakes = FixtureContent::new().edit(HARBOUR, from, to).mistakes();
        assert_eq!(
            mistakes,
            [format!("sections/harbour.md:{at}: expected {closed}, found a `{sign}` that readers would see")]
        );
    }
    assert_mistakes(FixtureContent::new().edit(HARBOUR, "*beside*", "\\*beside\\*"), &[]);
    for text in ["\\*beside * the", "beside\\\\* the"] {
        let mistakes = FixtureContent::new().edit(HARBOUR, "*beside* the", text).mistakes();
        assert!(
            matches!(&*mistakes, [mistake] if mistake.contains("a `*` that readers would see")),
            "{mistakes:?}"
        );
    }
}

#[test]
fn emphasis_of_any_depth_is_read() {
    let (open, close) = ("*a _a ".repeat(10_000), " a_ a*".repeat(10_000));
    assert_mistakes(FixtureContent::new().edit(HARBOUR, "*beside*", &format!("{open}beside{close}")), &[]);
}

#[test]
fn the_opening_is_the_first_section_and_the_notes_are_last() {
    assert_mistakes(
        FixtureContent::new().edit("sections/outward.md", "+++\n", "+++\nopening = true\n"),
        &["sections/outward.md:2:11: expected `opening` in the first section alone, found it here"],
    );
    assert_mistakes(
        FixtureContent::new().edit("story.toml", "[\"harbour\"", "[\"notes\", \"harbour\""),
        &["story.toml:5:13: expected no `notes` in the list, because they are always last, found `notes`"],
    );
}

#[test]
fn a_section_listed_twice_is_one_mistake() {
    assert_mistakes(
        FixtureContent::new().edit("story.toml", "\"outward\"]", "\"outward\", \"harbour\"]"),
        &["story.toml:5:35: expected each section once, found `harbour` again"],
    );
}
