//! Checks figures: the text states the plotted number, text and unit read as one phrase, and foreign sums are
//! converted.

use super::check_numbers::numbers;
use super::diagnostics::{Reporter, backticked};
use super::toml_table::TomlTable;
use crate::content::text::plain;
use crate::content::{Amount, Fact, Figure};
use crate::ui_text::NumbersText;

/// A currency that readers may not know, and the signs of currencies that they know.
pub(super) struct Currency {
    foreign: String,
    beside: Vec<String>,
}

impl Currency {
    /// Reads the table `[currency]` of `story.toml`.
    pub(super) fn read(mut fields: TomlTable<'_>) -> Option<Self> {
        let foreign = fields.line("foreign");
        let beside = fields.required::<Vec<String>>("beside", "a list of words in quotes");
        fields.finish();
        Some(Self { foreign: foreign?, beside: beside?.into_inner() })
    }

    /// Whether a text has an amount in the foreign currency and in no other.
    pub(super) fn is_alone_in(&self, text: &str) -> bool {
        text.contains(&format!(" {}", self.foreign)) && !self.beside.iter().any(|word| text.contains(word))
    }

    /// What is expected instead.
    pub(super) fn expected(&self) -> String {
        let beside: Vec<_> = self.beside.iter().map(|word| backticked(word)).collect();
        format!("{} beside a sum in {}", beside.join(" or "), self.foreign)
    }
}

/// Reports missing numbers, repeated words and unconverted sums.
pub(super) fn check(
    facts: &[Option<Fact>],
    files: &[Reporter<'_>],
    currency: Option<&Currency>,
    written: Option<&NumbersText>,
) {
    for (fact, reporter) in facts.iter().zip(files) {
        let Some(fact) = fact else { continue };
        if let Some(figure) = &fact.figure {
            let at = reporter.file.value("figure").start;
            if let Some(number) = written.and_then(|written| unsaid(figure, written)) {
                let expected = "the number that is drawn in `text`, or its first digits, as in \"2 million\"";
                let found = format!("{} beside {number}", backticked(&figure.text));
                reporter.error(at..at, expected, found);
            }
            if let Some(word) = repeated(figure) {
                let expected = "`text` and `unit` that read as one phrase";
                reporter.error(at..at, expected, format!("{} twice", backticked(&word)));
            }
            let derived = figure.derived.as_deref().unwrap_or_default();
            let said = format!("{} {derived}", figure.with_unit());
            if let Some(currency) = currency.filter(|currency| currency.is_alone_in(&said)) {
                let expected = format!("{}, in `text`, `unit` or `derived`", currency.expected());
                reporter.error(at..at, expected, "none");
                continue;
            }
        }
        if let Some(currency) = currency.filter(|currency| currency.is_alone_in(&words(fact))) {
            let at = reporter.file.text.find(&currency.foreign).unwrap_or_default();
            reporter.error(at..at, currency.expected(), "none");
        }
    }
}

/// Returns a number that the figure's text contradicts. A text without numbers contradicts none. "2 million" states
/// 2,000,000 and 2,000, because the loader knows no words for numbers.
fn unsaid(figure: &Figure, written: &NumbersText) -> Option<f64> {
    let said: Vec<f64> =
        numbers(&figure.text).filter_map(|number| written.normalize(number).parse().ok()).collect();
    // Words for powers of ten: thousand, million and so on; 万, 千万, 亿; lakh, crore.
    let has_word = |tens: i32| tens % 3 == 0 || tens % 4 == 0 || matches!(tens, 5 | 7);
    let is_said = |number: f64| {
        said.iter().any(|said| {
            let tens = (number.abs() / said).log10();
            let is_whole = (tens - tens.round()).abs() < 1e-9;
            number.abs() == *said || tens > 1.0 && is_whole && has_word(tens.round() as i32)
        })
    };
    let drawn = match figure.amount {
        Amount::Value(value) => vec![value],
        Amount::Range { from, to } => vec![from, to],
    };
    drawn.into_iter().find(|number| !said.is_empty() && !is_said(*number))
}

/// Returns a word that is in both a figure's text and its unit.
fn repeated(figure: &Figure) -> Option<String> {
    let unit: Vec<_> = parts(&figure.unit);
    parts(&figure.text).into_iter().find(|word| unit.contains(word))
}

/// Words of three or more letters in singular, without stop words. Treats "%" and "per cent" as equal.
fn parts(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('%', " percent ").replace("per cent", "percent");
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 2);
    let words =
        words.filter(|word| !["and", "the", "for", "from", "than", "million", "billion"].contains(word));
    words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).collect()
}

fn words(fact: &Fact) -> String {
    let texts = [&fact.claim, &fact.adds, &fact.why, &fact.context, &fact.yardstick];
    let figure = fact.figure.as_ref().map(|figure| format!("{} {:?}", figure.with_unit(), figure.derived));
    let texts = texts.into_iter().chain(&fact.notes).map(|text| plain(text)).chain(figure);
    texts.collect::<Vec<_>>().join(" ")
}
