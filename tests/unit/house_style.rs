//! The checks of the house style, each with its exact message: verdicts, cards, figures, sums in yuan, attributions,
//! links.

use crate::fixture_content::{FixtureContent, assert_mistakes};

const BOATS: &str = "facts/harbour/boats-count.toml";
const COOK: &str = "facts/harbour/heron-cook.toml";
const CREW: &str = "facts/harbour/heron-crew.toml";
const HARBOUR: &str = "sections/harbour.md";
const LEFT: &str = "facts/outward/heron-left.toml";
const SPEED: &str = "facts/outward/heron-speed.toml";
const REMARK: &str = "facts/notes/ref-remark.toml";

#[test]
fn a_kind_that_can_be_checked_needs_a_verdict_and_no_other_has_one() {
    assert_mistakes(
        FixtureContent::new().edit(BOATS, "verdict = \"unverified\"\n", ""),
        &[
            "facts/harbour/boats-count.toml:1:1: expected `verdict`: one of confirmed, partly confirmed, unverified, \
             contradicted, found nothing",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(REMARK, "date =", "verdict = \"unverified\"\ndate ="),
        &[
            "facts/notes/ref-remark.toml:4:11: expected no `verdict` for the kind `reference`, found unverified",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(BOATS, "\"event\"", "\"opinion\"").edit(
            BOATS,
            "verdict = \"unverified\"\n",
            "",
        ),
        &[],
    );
}

#[test]
fn an_unknown_verdict_on_the_first_line_is_reported_once() {
    assert_mistakes(
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
fn the_text_of_a_figure_states_its_amount() {
    let figure = |text: &str, value: &str| {
        FixtureContent::new().edit(SPEED, "text = \"up to 9\"", &format!("text = \"{text}\"")).edit(
            SPEED,
            "value = 9",
            value,
        )
    };
    for (text, value) in [
        ("up to 9 million", "value = 9_000_000"),
        ("9 to 9 thousand", "from = 9_000\nto = 9_000"),
        ("9 → 9 million", "from = 9\nto = 9_000_000"),
        ("nine", "value = 9"),
    ] {
        assert_mistakes(figure(text, value), &[]);
    }
    for (text, value, drawn) in [
        ("up to 9", "value = 12", "12"),
        ("up to 9", "value = 9_000", "9000"),
        ("9 million", "value = 9_000", "9000"),
        ("9 million", "value = 9", "9"),
        ("9 thousand to 9 million", "from = 9\nto = 9_000_000", "9"),
    ] {
        let report = format!(
            "{SPEED}:9:1: expected the number that is drawn in `text`, also as in \"2 million\" with a word of `[magnitudes]`, \
             found `{text}` beside {drawn}"
        );
        assert_mistakes(figure(text, value), &[&report]);
    }
}

#[test]
fn a_story_in_another_language_names_its_words_for_magnitudes() {
    let millions = FixtureContent::new()
        .edit(
            "story.toml",
            "[foreign-currency]",
            "[magnitudes]\nMio = 1_000_000\nM = 1_000\n\n[foreign-currency]",
        )
        .edit(SPEED, "text = \"up to 9\"", "text = \"up to 9 Mio.\"")
        .edit(SPEED, "value = 9", "value = 9_000_000");
    assert_mistakes(millions, &[]);
    assert_mistakes(
        FixtureContent::new().edit(
            "story.toml",
            "[foreign-currency]",
            "[magnitudes]\nnone = 0\nmany = \"1\"\n\n[foreign-currency]",
        ),
        &[
            "story.toml:18:8: expected a number above one, as in `million = 1_000_000`, found `0`",
            "story.toml:19:8: expected a number above one, as in `million = 1_000_000`, found `1` in quotes",
        ],
    );
}

#[test]
fn previews_show_the_description_whole_and_tell_facts_apart() {
    let fixture = FixtureContent::new()
        .edit("story.toml", "A tiny story for the tests.", &"boat ".repeat(41))
        .edit(SPEED, "title = \"The Heron was quick\"", "title = \"The crew grew\"");
    assert_mistakes(
        fixture,
        &[
            "facts/outward/heron-speed.toml:1:9: expected a title that no other fact has, found that of `heron-crew`",
            "story.toml:3:15: expected at most 200 characters in `description`, because previews cut the rest, found 205",
        ],
    );
}

#[test]
fn a_verdict_other_than_unverified_needs_a_record_and_a_reason() {
    assert_mistakes(FixtureContent::new(), &[]);
    for verdict in ["confirmed", "partly confirmed", "contradicted"] {
        let reason =
            format!("{BOATS}:5:11: expected `why`: a sentence for the verdict `{verdict}`, found nothing");
        let record = format!(
            "{BOATS}:5:11: expected at least one of `records` for the verdict `{verdict}`, found none"
        );
        let fixture = FixtureContent::new().edit(BOATS, "\"unverified\"", &format!("\"{verdict}\""));
        assert_mistakes(fixture, &[&reason, &record]);
    }
}

#[test]
fn a_fact_is_on_one_card_which_is_in_its_section() {
    assert_mistakes(
        FixtureContent::new().edit(COOK, "\"heron-crew\"", "\"heron-left\""),
        &[
            "facts/harbour/heron-cook.toml:8:15: expected `parent-card`: the id of a card in the same section, found `heron-left`, \
             which is none",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "[[heron-crew]]", "[[heron-crew]] [[heron-cook]]"),
        &[
            "facts/harbour/heron-cook.toml:8:15: expected a fact on another card, or a card of its own, found both",
        ],
    );
}

#[test]
fn a_cards_title_has_at_most_nine_words() {
    assert_mistakes(
        FixtureContent::new().edit(CREW, "The crew grew", "The crew of the Heron grew by some one night"),
        &["facts/harbour/heron-crew.toml:1:9: expected at most 9 words in a card's title, found 10"],
    );
}

#[test]
fn a_card_says_what_its_paragraph_does_not() {
    assert_mistakes(
        FixtureContent::new().edit(LEFT, "Ice had kept her for weeks.", "She left with hands."),
        &[
            "facts/outward/heron-left.toml:9:8: expected a card of which a paragraph says at most 60% of the words, \
             found 3 of 3: hand, heron, left",
        ],
    );
}

#[test]
fn a_figure_and_its_unit_say_no_word_twice() {
    let twice = |text: &str, unit: &str, word: &str| {
        assert_mistakes(
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
    assert_mistakes(
        FixtureContent::new().edit(CREW, "\"hands\"", "\"yuan\""),
        &[
            "facts/harbour/heron-crew.toml:15:1: expected `US$` or `dollar` beside a sum in yuan, in `text`, `unit` or \
             `derived`, found none",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(LEFT, "It was cold.", "It cost a yuan."),
        &["facts/outward/heron-left.toml:10:22: expected `US$` or `dollar` beside a sum in yuan, found none"],
    );
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, for a yuan each."),
        &["sections/harbour.md:7:1: expected `US$` or `dollar` beside a sum in yuan, found none"],
    );
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, for a yuan each, a dollar for all."),
        &[],
    );
}

#[test]
fn at_most_8_percent_of_the_sentences_attribute_their_words() {
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "are here.", "are here, the writer says."),
        &[
            "sections/harbour.md:7:1: expected at most 8% of the story's sentences to say whose words they are, \
             found 1 of 4, 1 of them in this paragraph",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit("sections/notes.md", "One reference", "By this account one reference"),
        &[],
    );
}

#[test]
fn a_long_section_has_at_most_one_mark_in_25_words() {
    let words = "Nobody saw them. ".repeat(34);
    let marks = " [Two](#boats-count)".repeat(3);
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "are here.", &format!("are here. {words}{marks}")),
        &[
            "sections/harbour.md:7:1: expected at most one mark in 25 words of a section, found 5 in 116, 5 of them in \
             this paragraph",
        ],
    );
}

#[test]
fn numbers_on_a_card_and_in_its_section_must_be_in_the_ledger() {
    for (from, to, place) in [
        ("Four joined", "77 joined", "8:9"),
        ("counts 12", "counts 77", "6:23"),
        ("is 4 more", "is 77 more", "10:22"),
    ] {
        let expected = format!(
            "{CREW}:{place}: expected only numbers that the row of `heron-crew` in ledger.toml holds, found `77`"
        );
        assert_mistakes(FixtureContent::new().edit(CREW, from, to), &[&expected]);
    }
    assert_mistakes(
        FixtureContent::new().edit("sections/outward.md", "In 2021", "In 2077"),
        &[
            "sections/outward.md:11:6: expected only numbers that this section’s facts hold in ledger.toml, found `2077`",
        ],
    );
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, "title = \"In the harbour\"", "title = \"77 in the harbour\""),
        &[
            "sections/harbour.md:2:10: expected only numbers that this section’s facts hold in ledger.toml, found `77`",
        ],
    );
}
