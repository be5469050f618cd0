//! Guesses: mistakes in its files, and its markup without scripts.

use std::sync::Arc;

use chuhai::components::guess::{GuessPromptProps, Outcome, Side};
use chuhai::content::Story;
use chuhai::routes::Page;
use scraper::{ElementRef, Html, Selector};

use crate::fixture_content::{FixtureContent, assert_mistakes, body};

const OUTWARD: &str = "sections/outward.md";
const CARDS: &str = "[[heron-left]] [[heron-speed]]";
const SPEED: &str = "question = \"How fast?\"\nguess-template = \"{guess} knots\"\nmax = 20\nreflection = \"Faster than *most*.\"\n";

/// The fixture with a guess about a fact of the section `outward`.
fn asked(fact: &str, text: &str) -> FixtureContent {
    let file = format!("guesses/{fact}.toml");
    FixtureContent::new().write(&file, text.as_bytes()).edit(
        OUTWARD,
        CARDS,
        &format!("[[guess:{fact}]]\n\n{CARDS}"),
    )
}

fn page(story: &Arc<Story>) -> Html {
    Html::parse_fragment(&body(Page::Story, story))
}

fn first<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = html.select(&Selector::parse(selector).expect("a selector")).next();
    found.unwrap_or_else(|| panic!("no {selector}"))
}

#[test]
fn a_guess_is_a_labelled_range_with_the_figure_of_its_fact() {
    let html = page(&asked("heron-speed", SPEED).story());
    let island = first(&html, "#outward [data-island=guess]:has(> [data-guess=heron-speed])");
    let props: GuessPromptProps =
        serde_json::from_str(island.value().attr("data-props").expect("props")).expect("props");
    assert_eq!(props.answer, 9.0);
    assert_eq!(props.undecided_side, None, "up to nine is not more");
    assert_eq!((props.figure.as_str(), props.link.as_str()), ("up to 9 knots", "#heron-speed"));
    let runs: Vec<_> = props.reflection.iter().map(|run| (run.text.as_str(), run.is_emphasis)).collect();
    assert_eq!(runs, [("Faster than ", false), ("most", true), (".", false)]);
    let range = first(&html, "[data-guess] input[type=range]");
    let attributes = ["min", "max", "step", "value"].map(|name| range.value().attr(name).unwrap_or_default());
    assert_eq!(attributes, ["0", "20", "1", "10"]);
    let label = first(&html, "[data-guess] label");
    assert_eq!(label.value().attr("for"), range.value().attr("id"));
    assert_eq!(label.text().collect::<String>(), "How fast?");
    assert_eq!(first(&html, "[data-guess] output").text().collect::<String>(), "10 knots");
    let status = first(&html, "[data-guess] [role=status]");
    assert!(!status.has_children(), "the markup gives the answer away");
    assert_eq!(
        first(&html, "#heron-speed ~ .fact-header .figure").text().collect::<String>(),
        "up to 9 knots"
    );
}

#[test]
fn a_guess_within_a_twentieth_of_the_range_is_near_and_one_on_an_undecided_side_may_be_right() {
    let outcome = |guess, undecided| Outcome::of(guess, 200.0, 500.0, undecided);
    for (guess, undecided, expected) in [
        (175.0, None, Outcome::Near),
        (225.0, None, Outcome::Near),
        (174.0, None, Outcome::Wrong(Side::Below)),
        (226.0, None, Outcome::Wrong(Side::Above)),
        (226.0, Some(Side::Above), Outcome::Undecided),
        (174.0, Some(Side::Above), Outcome::Wrong(Side::Below)),
        (225.0, Some(Side::Above), Outcome::Near),
    ] {
        assert_eq!(outcome(guess, undecided), expected, "{guess} {undecided:?}");
    }
}

#[test]
fn a_guess_at_an_unknown_fact_is_named_with_the_nearest_one() {
    assert_mistakes(
        FixtureContent::new().write("guesses/heron-sped.toml", SPEED.as_bytes()),
        &[
            "guesses/heron-sped.toml:1:1: expected a place in the story: `[[guess:id]]`, found none",
            "guesses/heron-sped.toml:1:1: expected the id of a fact, found `heron-sped`; did you mean `heron-speed`?",
        ],
    );
}

#[test]
fn a_guess_without_a_file_is_named_with_the_nearest_one() {
    assert_mistakes(
        asked("heron-speed", SPEED).edit(OUTWARD, "[[guess:heron-speed]]", "[[guess:heron-sped]]"),
        &[
            "guesses/heron-speed.toml:1:1: expected a place in the story: `[[guess:id]]`, found none",
            "sections/outward.md:9:1: expected the id of a fact with a file in guesses/, found `heron-sped`; \
             did you mean `heron-speed`?",
        ],
    );
}

#[test]
fn a_fact_without_one_number_cannot_be_guessed() {
    assert_mistakes(
        asked("heron-left", SPEED),
        &[
            "guesses/heron-left.toml:1:1: expected the id of a fact with a figure of one number, found `heron-left`",
        ],
    );
}

#[test]
fn a_figure_outside_the_range_is_reported_with_the_range() {
    assert_mistakes(
        asked("heron-speed", &SPEED.replace("20", "8")),
        &["guesses/heron-speed.toml:3:7: expected a range that holds the figure, 9, found 0 to 8"],
    );
}

#[test]
fn a_missing_question_and_words_without_the_guess_are_both_reported() {
    let text = SPEED.replace("question = \"How fast?\"\n", "").replace("{guess} knots", "knots");
    assert_mistakes(
        asked("heron-speed", &text),
        &[
            "guesses/heron-speed.toml:1:1: expected `question`: words in quotes, found nothing",
            "guesses/heron-speed.toml:1:18: expected words with `{guess}` in them, found `knots`",
        ],
    );
}

#[test]
fn a_step_of_zero_is_reported() {
    assert_mistakes(
        asked("heron-speed", &format!("{SPEED}step = 0\n")),
        &["guesses/heron-speed.toml:5:8: expected a whole number above 0, found 0"],
    );
}

#[test]
fn a_range_without_an_end_is_reported_once() {
    assert_mistakes(
        asked("heron-speed", &SPEED.replace("max = 20", "max = 0")),
        &["guesses/heron-speed.toml:3:7: expected a whole number above 0, found 0"],
    );
}

#[test]
fn a_number_that_the_facts_row_does_not_hold_is_reported() {
    assert_mistakes(
        asked("heron-speed", &SPEED.replace("Faster than *most*.", "Not 10.")),
        &[
            "guesses/heron-speed.toml:4:19: expected only numbers that the row of `heron-speed` in ledger.toml holds, found `10`",
        ],
    );
}

#[test]
fn a_guess_after_its_figure_is_reported() {
    assert_mistakes(
        asked("heron-speed", SPEED).edit(
            OUTWARD,
            "[[guess:heron-speed]]\n\n[[heron-left]] [[heron-speed]]",
            "[[heron-left]] [[heron-speed]]\n\n[[guess:heron-speed]]",
        ),
        &[
            "sections/outward.md:11:1: expected the card of `heron-speed` below its guess, in the same section, found none",
        ],
    );
}

#[test]
fn a_guess_with_text_beside_it_or_in_two_places_is_reported() {
    assert_mistakes(
        asked("heron-speed", SPEED).edit(OUTWARD, "[[guess:heron-speed]]", "So: [[guess:heron-speed]]"),
        &[
            "guesses/heron-speed.toml:1:1: expected a place in the story: `[[guess:id]]`, found none",
            "sections/outward.md:9:1: expected `[[plot:id]]` or `[[guess:fact]]` in a paragraph of its own, found more beside it",
        ],
    );
    assert_mistakes(
        asked("heron-speed", SPEED).edit(OUTWARD, "[[guess", "[[guess:heron-speed]]\n\n[[guess"),
        &["sections/outward.md:11:1: expected each guess once, found `[[guess:heron-speed]]` again"],
    );
}
