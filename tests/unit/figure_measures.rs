//! The measure of a figure: from signs in its text, or as its file states it.

use chuhai::content::{Fact, FactRef, Measure, Story};
use chuhai::routes::Page;
use serde_json::Value;

use crate::data::nodes;
use crate::fixture_content::{FixtureContent, assert_mistakes, real_story, the_fleet};

const SPEED: &str = "facts/outward/heron-speed.toml";

/// A fixture in which the speed of the Heron is another figure.
fn figure(text: &str, value: &str, more: &str) -> FixtureContent {
    FixtureContent::new()
        .edit(
            SPEED,
            "text = \"up to 9\"\nvalue = 9\n",
            &format!("text = \"{text}\"\nvalue = {value}\n{more}"),
        )
        .edit(SPEED, "qualifier = \"up to\"\n", "")
        .remove("ledger.toml")
        .remove("omissions.toml")
}

fn measured(text: &str, value: &str, more: &str) -> (Measure, Option<String>) {
    let story = figure(text, value, more).story();
    let (_, fact) = find(&story, "heron-speed");
    let figure = fact.figure.as_ref().expect("a figure");
    (figure.measure, figure.currency.clone())
}

fn find<'a>(story: &'a Story, id: &str) -> (FactRef, &'a Fact) {
    let at = story.facts_in_order().find(|at| story[*at].id == id).expect("a fact");
    (at, &story[at])
}

fn observed(at: FactRef, story: &Story) -> Option<Value> {
    nodes(Page::Fact(at), story).into_iter().find(|node| node["@type"] == "Observation")
}

#[test]
fn every_figure_of_the_fleet_has_the_measure_that_its_words_say() {
    let story = the_fleet();
    let facts = story.facts_in_order().map(|at| &story[at]);
    let figures = facts.filter_map(|fact| Some((fact.id.as_str(), fact.figure.as_ref()?)));
    let mut found: Vec<_> = figures
        .map(|(id, figure)| (id, figure.text.as_str(), figure.measure, figure.currency.as_deref()))
        .collect();
    found.sort_unstable_by_key(|(id, ..)| *id);
    let expected = [
        ("af-islands-tunnel", "51%", Measure::Percent, None),
        ("af-micro-sails", "520 → 1,000+", Measure::Count, None),
        ("ca-gannet-1t", "1 tonne", Measure::Count, None),
        ("ca-gannet-2t", "more than 2 tonnes", Measure::Count, None),
        ("ca-gannet-4t", "nearly 4 tonnes", Measure::Count, None),
        ("ca-gannet-songs", "18", Measure::Count, None),
        ("ca-lighthouse", "90,000 crowns", Measure::Money, Some("XTS")),
        ("de-first-riders", "3,000", Measure::Count, None),
        ("de-fog-days", "about 40", Measure::Days, None),
        ("de-pilot-pay", "12", Measure::Count, None),
        ("de-rule-lamps", "2 lamps", Measure::Count, None),
        ("ha-avocet-crew", "30 to 50", Measure::Count, None),
        ("ha-barge-riders", "more than 200,000", Measure::Count, None),
        ("ha-kittiwake-riders", "up to 660,000", Measure::Count, None),
        ("is-ice-closed", "2%", Measure::Percent, None),
        ("is-kittiwake-stops", "3 islands", Measure::Count, None),
        ("is-noeul-top", "No. 1, twice", Measure::Rank, None),
        ("is-pearl-share", "more than 84%", Measure::Percent, None),
        ("op-first-boat", "2 days", Measure::Days, None),
        ("st-dunlin-race", "No. 2", Measure::Rank, None),
        ("st-price-a-sack", "up to 100 crowns", Measure::Money, Some("XTS")),
        ("st-salt-2016", "18 million crowns", Measure::Money, Some("XTS")),
        ("st-salt-2017", "7 million crowns", Measure::Money, Some("XTS")),
        ("st-salt-sold", "12 million crowns", Measure::Money, Some("XTS")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn signs_in_the_text_give_the_measure_unless_it_is_stated() {
    let currency = |code: &str| Some(code.to_owned());
    assert_eq!(measured("9%", "9", ""), (Measure::Percent, None));
    assert_eq!(measured("US$9 million", "9000000", ""), (Measure::Money, currency("USD")));
    assert_eq!(measured("US$9 (60 yuan)", "9", ""), (Measure::Money, currency("USD")));
    assert_eq!(measured("9 to 10 yuan (US$9)", "9", ""), (Measure::Money, currency("CNY")));
    assert_eq!(measured("9 yuanling (a dollar)", "9", ""), (Measure::Count, None), "a longer word");
    assert_eq!(measured("since 2018", "2018", ""), (Measure::Year, None));
    assert_eq!(measured("2,018", "2018", ""), (Measure::Count, None), "a mark between thousands");
    assert_eq!(measured("2018", "2018", "measure = \"count\"\n"), (Measure::Count, None));
    assert_eq!(measured("No. 9", "9", "measure = \"rank\"\n"), (Measure::Rank, None));
}

#[test]
fn a_measure_is_one_of_a_few_words_and_a_sum_has_a_currency() {
    let measures = Measure::ALL.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    assert_mistakes(
        figure("No. 9", "9", "measure = \"order\"\n"),
        &[&format!("{SPEED}:12:11: expected `measure` to be one of {measures}, found `order`")],
    );
    assert_mistakes(
        figure("9 pounds", "9", "measure = \"money\"\n"),
        &[&format!(
            "{SPEED}:10:8: expected an amount with a word of `[currencies]` in story.toml, found `9 pounds`"
        )],
    );
    assert_mistakes(
        FixtureContent::new().edit("story.toml", "yuan = \"CNY\"", "yuan = \"yuan\""),
        &[
            "story.toml:24:8: expected three capital letters, the code of a currency (ISO 4217), in quotes, found `yuan`",
        ],
    );
}

#[test]
fn structured_data_observes_with_a_unit_what_measures_and_nothing_else() {
    let story = real_story();
    for at in story.facts_in_order() {
        let Some(figure) = &story[at].figure else { continue };
        let node = observed(at, &story);
        let unit = node.as_ref().map(|node| [&node["unitCode"], &node["unitText"]].map(Value::as_str));
        let expected = match figure.measure {
            Measure::Rank | Measure::Year => None,
            Measure::Count => Some([None, Some(&*figure.unit)]),
            Measure::Percent => Some([Some("P1"), Some("%")]),
            Measure::Money => Some([None, figure.currency.as_deref()]),
            Measure::Ratio => Some([Some("C62"), None]),
            Measure::Hours => Some([Some("HUR"), None]),
            Measure::Days => Some([Some("DAY"), None]),
            Measure::Months => Some([Some("MON"), None]),
            Measure::Years => Some([Some("ANN"), None]),
        };
        assert_eq!(unit, expected, "{}", story[at].id);
    }
}
