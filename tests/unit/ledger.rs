//! The ledger: rows without a fact, facts without a row, and numbers that no row holds.

use crate::fixture_content::{FixtureContent, check};

const CREW: &str = "facts/harbour/heron-crew.toml";

#[test]
fn a_row_of_the_ledger_that_is_nowhere_is_told() {
    check(
        FixtureContent::new().edit("ledger.toml", "heron-joke", "heron-song = [\"3\"]\nheron-joke"),
        &["ledger.toml:7:1: expected the row as a fact, a reference or an omission, found `heron-song`; \
             did you mean `heron-joke`?"],
    );
}

#[test]
fn a_row_that_is_told_and_left_out_is_told() {
    check(
        FixtureContent::new().edit("omissions.toml", "heron-joke", "heron-left = \"No.\"\nheron-joke"),
        &["ledger.toml:5:1: expected the row as a fact, a reference or an omission, found `heron-left`, \
             told and left out"],
    );
}

#[test]
fn a_fact_without_a_row_is_told() {
    check(
        FixtureContent::new().edit("ledger.toml", "heron-speed = [\"9\"]\n", ""),
        &[
            "facts/outward/heron-speed.toml:1:1: expected a row of ledger.toml for this fact, found `heron-speed`; \
             did you mean `heron-left`?",
        ],
    );
}

#[test]
fn a_card_that_prints_a_number_its_row_does_not_hold_is_told() {
    check(
        FixtureContent::new().edit(CREW, "from 8 to 12", "from 8 to 13"),
        &[
            "facts/harbour/heron-crew.toml:7:57: expected only numbers that the row of `heron-crew` holds, found `13`",
        ],
    );
}

#[test]
fn prose_that_prints_a_number_no_row_holds_is_told() {
    check(
        FixtureContent::new().edit("sections/outward.md", "[12 hands]", "[21 hands]"),
        &[
            "sections/outward.md:8:32: expected only numbers that the row of `heron-crew` holds, found `21`",
            "sections/outward.md:8:32: expected only numbers that the row of `outward` holds, found `21`",
        ],
    );
}
