//! The ledger: rows without a fact, facts without a row, and numbers that no row holds.

use crate::fixture_content::{FixtureContent, assert_mistakes};

const CREW: &str = "facts/harbour/heron-crew.toml";

#[test]
fn a_row_that_is_neither_shown_nor_omitted_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("ledger.toml", "heron-joke", "heron-song = [\"3\"]\nheron-joke"),
        &["ledger.toml:7:1: expected the row as a fact, a reference or an omission, found `heron-song`; \
             did you mean `heron-joke`?"],
    );
}

#[test]
fn a_row_both_shown_and_omitted_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("omissions.toml", "heron-joke", "heron-left = \"No.\"\nheron-joke"),
        &["ledger.toml:5:1: expected the row as a fact, a reference or an omission, found `heron-left`, \
             told and left out"],
    );
}

#[test]
fn a_fact_without_a_row_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("ledger.toml", "heron-speed = [\"9\"]\n", ""),
        &[
            "facts/outward/heron-speed.toml:1:1: expected a row of ledger.toml for this fact, found `heron-speed`; \
             did you mean `heron-left`?",
        ],
    );
}

#[test]
fn a_card_that_prints_a_number_its_row_does_not_hold_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "from 8 to 12", "from 8 to 13"),
        &[
            "facts/harbour/heron-crew.toml:7:57: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `13`",
        ],
    );
}

#[test]
fn prose_that_prints_a_number_no_row_holds_is_reported() {
    assert_mistakes(
        FixtureContent::new().edit("sections/outward.md", "[12 hands]", "[21 hands]"),
        &[
            "sections/outward.md:7:32: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `21`",
            "sections/outward.md:7:32: expected only numbers that this section’s facts hold in ledger.toml, found `21`",
        ],
    );
}

#[test]
fn a_number_is_reported_where_it_stands_and_not_where_another_has_its_digits() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "She is the larger one.", "She is one of 19."),
        &[
            "facts/harbour/heron-crew.toml:9:26: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `19`",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(
            "sections/outward.md",
            "[came home](#after-return)",
            "[came home](#after-return) by 9 and 2",
        ),
        &[
            "sections/outward.md:11:51: expected only numbers that this section’s facts hold in ledger.toml, found `2`",
        ],
    );
}

#[test]
fn a_number_is_reported_where_it_stands_in_words_that_look_like_keys() {
    assert_mistakes(
        FixtureContent::new().edit(
            CREW,
            "\"The crew of the [Heron](@heron) grew from 8 to 12.\"",
            "\"\"\"The crew of the [Heron](@heron) grew:\ncrew = 8\nto 13.\"\"\"",
        ),
        &[
            "facts/harbour/heron-crew.toml:9:4: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `13`",
        ],
    );
}

#[test]
fn numbers_in_the_head_of_the_story_and_in_entities_must_be_in_the_ledger() {
    let reports = |file: &str, from: &str, to: &str, place: &str| {
        let expected =
            format!("{file}:{place}: expected only numbers that a row of ledger.toml holds, found `77`");
        assert_mistakes(FixtureContent::new().edit(file, from, to), &[&expected]);
    };
    reports("story.toml", "\"Two boats\"", "\"77 boats\"", "1:10");
    reports("story.toml", "one of everything", "77 of everything", "2:33");
    reports("story.toml", "for the tests.\"\ncredit", "for 77 tests.\"\ncredit", "3:33");
    reports("entities.toml", "A boat with two masts", "A boat with 77 masts", "5:27");
    reports("entities.toml", "\"Nobody\"", "\"77 sailors\"", "6:10");
    assert_mistakes(FixtureContent::new().edit("story.toml", "\"Two boats\"", "\"12 boats, 2020\""), &[]);
}

#[test]
fn a_story_may_be_without_a_ledger() {
    assert_mistakes(
        FixtureContent::new().remove("ledger.toml").remove("omissions.toml").edit(CREW, "to 12", "to 13"),
        &[],
    );
}
