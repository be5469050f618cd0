//! The lints of the house style, each with its exact message: verdicts, cards, figures, sums in yuan, attributions,
//! links.

use crate::fixture_content::{FixtureContent, check};

const BOATS: &str = "facts/harbour/boats-count.toml";
const COOK: &str = "facts/harbour/heron-cook.toml";
const CREW: &str = "facts/harbour/heron-crew.toml";
const HARBOUR: &str = "sections/harbour.md";
const LEFT: &str = "facts/outward/heron-left.toml";
const SPEED: &str = "facts/outward/heron-speed.toml";
const REMARK: &str = "facts/notes/ref-remark.toml";

#[test]
fn what_can_be_checked_has_a_verdict_and_what_cannot_has_none() {
    check(
        FixtureContent::new().edit(BOATS, "verdict = \"unverified\"\n", ""),
        &[
            "facts/harbour/boats-count.toml:1:1: expected `verdict`: one of confirmed, partly confirmed, unverified, \
             contradicted, found nothing",
        ],
    );
    check(
        FixtureContent::new().edit(REMARK, "date =", "verdict = \"unverified\"\ndate ="),
        &[
            "facts/notes/ref-remark.toml:4:11: expected no `verdict` for the kind `reference`, found unverified",
        ],
    );
    check(
        FixtureContent::new().edit(BOATS, "\"event\"", "\"opinion\"").edit(
            BOATS,
            "verdict = \"unverified\"\n",
            "",
        ),
        &[],
    );
}

#[test]
fn a_word_that_is_no_verdict_is_reported_once_on_the_first_line_too() {
    check(
        FixtureContent::new().edit(BOATS, "verdict = \"unverified\"\n", "").edit(
            BOATS,
            "title =",
            "verdict = \"sure\"\ntitle =",
        ),
        &[
            "facts/harbour/boats-count.toml:1:11: expected `verdict` to be one of confirmed, partly confirmed, unverified, contradicted, \
             found `sure`",
        ],
    );
}

#[test]
fn a_figure_says_the_number_that_is_drawn_or_its_first_digits() {
    let drawn = |value: &str| FixtureContent::new().edit(SPEED, "value = 9", &format!("value = {value}"));
    check(drawn("9_000_000"), &[]);
    for (value, printed) in [("12", "12"), ("0.9", "0.9"), ("19", "19"), ("90", "90"), ("9_100", "9100")] {
        let report = format!(
            "{SPEED}:9:1: expected the number that is drawn in `text`, or its first digits, as in \"2 million\", \
             found `up to 9` beside {printed}"
        );
        check(drawn(value), &[&report]);
    }
}

#[test]
fn a_verdict_that_says_something_rests_on_a_source_and_says_why() {
    check(
        FixtureContent::new().edit(BOATS, "\"unverified\"", "\"confirmed\""),
        &[
            "facts/harbour/boats-count.toml:5:11: expected `why`: a sentence for the verdict `confirmed`, found nothing",
            "facts/harbour/boats-count.toml:5:11: expected at least one of `records` for the verdict `confirmed`, found none",
        ],
    );
}

#[test]
fn a_fact_stands_on_a_card_of_its_own_section_and_on_one_alone() {
    check(
        FixtureContent::new().edit(COOK, "\"heron-crew\"", "\"heron-left\""),
        &[
            "facts/harbour/heron-cook.toml:8:15: expected `parent-card`: the id of a card in the same section, found `heron-left`, \
             which is none",
        ],
    );
    check(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-cook]]"),
        &["facts/harbour/heron-cook.toml:1:1: expected one card in the story, found 2"],
    );
}

#[test]
fn a_cards_title_has_at_most_nine_words() {
    check(
        FixtureContent::new().edit(CREW, "The crew grew", "The crew of the Heron grew by some one night"),
        &["facts/harbour/heron-crew.toml:1:9: expected at most 9 words in a card's title, found 10"],
    );
}

#[test]
fn a_card_says_what_its_paragraph_does_not() {
    check(
        FixtureContent::new().edit(LEFT, "Ice had kept her for weeks.", "She left with hands."),
        &[
            "facts/outward/heron-left.toml:9:8: expected a card of which a paragraph says at most 60% of the words, \
             found 3 of 3",
        ],
    );
}

#[test]
fn a_figure_and_its_unit_say_no_word_twice() {
    let twice = |text: &str, unit: &str, word: &str| {
        check(
            FixtureContent::new().edit(CREW, "\"8 → 12\"", text).edit(CREW, "\"hands\"", unit),
            &[&format!(
                "facts/harbour/heron-crew.toml:15:1: expected `text` and `unit` that read as one phrase, found `{word}` twice"
            )],
        );
    };
    twice("\"8 → 12 hands\"", "\"hands in all\"", "hand");
    twice("\"8 → 12%\"", "\"per cent of all\"", "percent");
}

#[test]
fn a_sum_in_yuan_carries_dollars() {
    check(
        FixtureContent::new().edit(CREW, "\"hands\"", "\"yuan\""),
        &[
            "facts/harbour/heron-crew.toml:15:1: expected `US$` or `dollar` beside a sum in yuan, in `text`, `unit` or \
             `derived`, found none",
        ],
    );
    check(
        FixtureContent::new().edit(LEFT, "It was cold.", "It cost a yuan."),
        &["facts/outward/heron-left.toml:10:22: expected `US$` or `dollar` beside a sum in yuan, found none"],
    );
    check(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, for a yuan each."),
        &["sections/harbour.md:7:1: expected `US$` or `dollar` beside a sum in yuan, found none"],
    );
    check(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, for a yuan each, a dollar for all."),
        &[],
    );
}

#[test]
fn sentences_that_say_whose_words_they_are_are_few() {
    check(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, the writer says."),
        &[
            "sections/harbour.md:7:1: expected at most 8% of the story's sentences to say whose words they are, \
             found 1 of 4, 1 of them in this paragraph",
        ],
    );
    check(
        FixtureContent::new().edit("sections/notes.md", "One reference", "By this account one reference"),
        &[],
    );
}

#[test]
fn links_are_few_in_a_section_that_is_long_enough_for_a_rate() {
    let words = "Nobody saw them. ".repeat(34);
    let marks = " [Two](#boats-count)".repeat(3);
    check(
        FixtureContent::new().edit(HARBOUR, "are here.", &format!("are here. {words}{marks}")),
        &[
            "sections/harbour.md:7:1: expected at most one mark in 25 words of a section, found 5 in 116, 5 of them in \
             this paragraph",
        ],
    );
}

#[test]
fn numbers_of_what_a_card_adds_are_its_rows_own() {
    for (from, to, place) in [
        ("Four joined", "77 joined", "8:9"),
        ("counts 12", "counts 77", "6:23"),
        ("is 4 more", "is 77 more", "10:22"),
    ] {
        let expected = format!(
            "{CREW}:{place}: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `77`"
        );
        check(FixtureContent::new().edit(CREW, from, to), &[&expected]);
    }
    check(
        FixtureContent::new().edit("sections/outward.md", "In 2021", "In 2077"),
        &[
            "sections/outward.md:11:6: expected only numbers that this section’s facts hold in ledger.toml, found `2077`",
        ],
    );
    check(
        FixtureContent::new().edit(HARBOUR, "title = \"In the harbour\"", "title = \"77 in the harbour\""),
        &[
            "sections/harbour.md:2:10: expected only numbers that this section’s facts hold in ledger.toml, found `77`",
        ],
    );
}
