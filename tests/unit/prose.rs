//! Mistakes in the prose, each with the exact message.

use crate::fixture_content::{FixtureContent, check};

const HARBOUR: &str = "sections/harbour.md";

#[test]
fn a_card_of_an_unknown_fact_is_named_with_the_nearest_one() {
    check(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crow]]"),
        &[
            "facts/harbour/heron-cook.toml:8:15: expected `parent-card`: the id of a card in the same section, found `heron-crew`, \
             which is none",
            "sections/harbour.md:9:1: expected the id of a fact, found `heron-crow`; did you mean `heron-crew`?",
        ],
    );
}

#[test]
fn a_link_to_an_unknown_fact_is_named_with_the_nearest_one() {
    check(
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
    check(
        FixtureContent::new().edit(HARBOUR, "lies *beside*", "[lies](https://example.org) *beside*"),
        &[
            "sections/harbour.md:7:26: expected a link to a `#fact` or an `@entity`, found `https://example.org`",
        ],
    );
}

#[test]
fn an_unplaced_fact_is_reported() {
    check(
        FixtureContent::new().edit(HARBOUR, "[Two boats](#boats-count)", "Two boats"),
        &[
            "facts/harbour/boats-count.toml:1:1: expected a place in the story: `[[id]]`, `parent-card`, or a link to it, found none",
        ],
    );
}

#[test]
fn a_card_in_two_places_is_reported() {
    check(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-crew]]"),
        &["facts/harbour/heron-crew.toml:1:1: expected one card in the story, found 2"],
    );
}

#[test]
fn a_card_of_another_section_is_reported() {
    check(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-left]]").edit(
            "sections/outward.md",
            "[[heron-left]] ",
            "",
        ),
        &["sections/harbour.md:9:16: expected a card of this section, found `heron-left`, of another"],
    );
}

#[test]
fn a_section_that_is_not_listed_is_reported() {
    check(
        FixtureContent::new().edit("story.toml", "[\"harbour\", \"outward\"]", "[\"harbour\", \"outwards\"]"),
        &[
            "story.toml:1:1: expected `outward` among the sections, found sections/outward.md unlisted",
            "story.toml:5:24: expected the name of a file in sections/, found `outwards`; did you mean `outward`?",
        ],
    );
}

#[test]
fn a_section_without_a_head_is_reported() {
    check(
        FixtureContent::new().edit("sections/notes.md", "+++\ntitle", "title"),
        &["sections/notes.md:1:1: expected a head between two lines of `+++`, found none"],
    );
}

#[test]
fn unsupported_markdown_is_reported() {
    check(
        FixtureContent::new().edit(HARBOUR, "The [Heron]", "# A heading\n\nThe [Heron]"),
        &["sections/harbour.md:7:1: expected paragraphs of plain words, `*emphasis*`, `[words](#fact)`, \
             `[words](@entity)`, lines of `[[fact]]`, of `[[plot:id]]` and of `[[guess:fact]]`, and `> words` on what came after, \
             found other Markdown"],
    );
}
