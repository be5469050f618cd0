//! Checks figures: the text states the plotted number, text and unit read as one phrase, and foreign sums are
//! converted.

use crate::content::foreign_currency::ForeignCurrency;
use crate::content::number_notation::NumberNotation;
use crate::content::parse::{Reporter, backticked};
use crate::content::text::plain;
use crate::content::{Amount, Fact, Figure, StatedBy};

/// Reports missing numbers, repeated words and unconverted sums.
pub(crate) fn check(
    facts: &[Option<Fact>],
    reporters: &[Reporter<'_>],
    foreign_currency: Option<&ForeignCurrency>,
    notation: NumberNotation<'_>,
) {
    for (fact, reporter) in facts.iter().zip(reporters) {
        let Some(fact) = fact else { continue };
        if let Some(figure) = &fact.figure {
            let start = reporter.file.value_span("figure").start;
            let drawn = match figure.amount {
                Amount::Value(value) => vec![value],
                Amount::Range { from, to } => vec![from, to],
            };
            if let Some(number) = drawn.into_iter().find(|number| !notation.states(&figure.text, *number)) {
                let expected = "the number that is drawn in `text`, also as in \"2 million\" with a word of `[magnitudes]`";
                let found = format!("{} beside {number}", backticked(&figure.text));
                reporter.error(start..start, expected, found);
            }
            if figure.stated_by == StatedBy::Record && fact.records.is_empty() {
                let expected = "at least one of `records`, which states the figure";
                reporter.error(reporter.file.value_span("figure.stated-by"), expected, "none");
            }
            if let Some(word) = repeated(figure, notation.magnitudes) {
                let expected = "`text` and `unit` that read as one phrase";
                reporter.error(start..start, expected, format!("{} twice", backticked(&word)));
            }
            let derived = figure.derived.as_deref().unwrap_or_default();
            let said = format!("{} {derived}", figure.text_and_unit());
            if let Some(currency) = foreign_currency.filter(|currency| currency.is_alone_in(&said)) {
                let expected = format!("{}, in `text`, `unit` or `derived`", currency.expected());
                reporter.error(start..start, expected, "none");
                continue;
            }
        }
        if let Some(currency) = foreign_currency.filter(|currency| currency.is_alone_in(&all_text(fact))) {
            let offset = reporter.file.text.find(&currency.name).unwrap_or_default();
            reporter.error(offset..offset, currency.expected(), "none");
        }
    }
}

/// Returns a word that is in both a figure's text and its unit.
fn repeated(figure: &Figure, magnitudes: &[(String, f64)]) -> Option<String> {
    let unit: Vec<_> = parts(&figure.unit);
    let is_magnitude = |word: &String| magnitudes.iter().any(|(magnitude, _)| magnitude == word);
    parts(&figure.text).into_iter().find(|word| unit.contains(word) && !is_magnitude(word))
}

/// Words of three or more letters in singular, without stop words. Treats "%" and "per cent" as equal.
fn parts(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('%', " percent ").replace("per cent", "percent");
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 2);
    let words = words.filter(|word| !["and", "the", "for", "from", "than"].contains(word));
    words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).collect()
}

fn all_text(fact: &Fact) -> String {
    let texts = [&fact.claim, &fact.adds, &fact.why, &fact.context, &fact.yardstick];
    let figure =
        fact.figure.as_ref().map(|figure| format!("{} {:?}", figure.text_and_unit(), figure.derived));
    let texts = texts.into_iter().chain(&fact.notes).map(|text| plain(text)).chain(figure);
    texts.collect::<Vec<_>>().join(" ")
}
