//! How the story writes numbers and currencies: `[currencies]` and `[magnitudes]` of `story.toml`, and its number format.

use serde::de::DeserializeOwned;

use super::parse::{TomlTable, backticked};
use super::{Amount, Measure};
use crate::ui_text::NumbersText;

/// How the story writes numbers and currencies, to infer a figure's measure and to check its amount.
#[derive(Clone, Copy)]
pub(super) struct NumberNotation<'a> {
    /// Words that mark a currency in text, each with the currency's code.
    pub(super) currencies: &'a [(String, String)],
    /// Words that multiply the number before them, such as "million", each with its factor.
    pub(super) magnitudes: &'a [(String, f64)],
    /// Number format of the story.
    pub(super) number_format: Option<&'a NumbersText>,
}

/// A number in a text, and the factor of the word after it.
struct StatedNumber {
    number: f64,
    magnitude: Option<f64>,
}

impl NumberNotation<'_> {
    /// Whether a text states an amount: as it is, or as in "2 million". In "30 to 50 million" the word is for both. A
    /// text without numbers states any amount.
    pub(super) fn states(&self, text: &str, amount: f64) -> bool {
        let stated = self.stated_numbers(text);
        let is_equal = |number: f64| (amount.abs() - number).abs() <= number * 1e-9;
        stated.is_empty()
            || stated.iter().enumerate().any(|(index, StatedNumber { number, magnitude })| {
                let later = stated.iter().skip(index).find_map(|stated| stated.magnitude);
                later.is_some_and(|factor| is_equal(number * factor))
                    || magnitude.is_none() && is_equal(*number)
            })
    }

    fn stated_numbers(&self, text: &str) -> Vec<StatedNumber> {
        let Some(format) = self.number_format else { return Vec::new() };
        let mut rest = text;
        let stated = numbers(text).filter_map(|number| {
            rest = rest.split_once(number)?.1;
            let number = format.normalize(number).parse().ok()?;
            let after = rest.trim_start();
            // The longest word: "Millionen" begins with "Million".
            let words = self.magnitudes.iter().filter(|(word, _)| after.starts_with(&**word));
            let magnitude = words.max_by_key(|(word, _)| word.len()).map(|(_, factor)| *factor);
            Some(StatedNumber { number, magnitude })
        });
        stated.collect()
    }

    /// The code of the first currency in a text.
    pub(super) fn currency(&self, text: &str) -> Option<String> {
        let named = self.currencies.iter().filter_map(|(word, code)| Some((find_word(text, word)?, code)));
        named.min_by_key(|(offset, _)| *offset).map(|(_, code)| code.clone())
    }

    /// Infers the kind of number.
    pub(super) fn measure(&self, text: &str, amount: Amount) -> Measure {
        if text.contains('%') {
            Measure::Percent
        } else if self.currency(text).is_some() {
            Measure::Money
        } else if self.is_year(text, amount) {
            Measure::Year
        } else {
            Measure::Count
        }
    }

    /// Whether the text has the number as four digits, without the story's separator of thousands.
    fn is_year(&self, text: &str, amount: Amount) -> bool {
        let year = amount.last().to_string();
        let marked = self.number_format.is_some_and(|format| format.format(amount.last()) != year);
        marked && year.len() == 4 && numbers(text).any(|number| number == year)
    }
}

/// Finds a word that is not part of a longer word.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let in_word = |letter: Option<char>, edge: Option<char>| {
        letter.is_some_and(char::is_alphabetic) && edge.is_some_and(char::is_alphabetic)
    };
    let mut offsets = text.match_indices(word).map(|(offset, _)| offset);
    offsets.find(|offset| {
        let (before, after) = (&text[..*offset], &text[offset + word.len()..]);
        !in_word(before.chars().next_back(), word.chars().next())
            && !in_word(after.chars().next(), word.chars().next_back())
    })
}

/// Reads the table `[currencies]` of `story.toml`: words that mark a currency, each with its ISO 4217 code.
pub(super) fn read_currencies(config: &mut TomlTable<'_>) -> Vec<(String, String)> {
    let Some(fields) = config.table("currencies") else { return Vec::new() };
    let expected = "three capital letters, the code of a currency (ISO 4217), in quotes";
    let is_code = |code: &String| code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    read_words(fields, "a word beside sums", expected, is_code)
}

/// Reads the table `[magnitudes]` of `story.toml`: words that multiply the number before them, each with its factor. The
/// default is English.
pub(super) fn read_magnitudes(config: &mut TomlTable<'_>) -> Vec<(String, f64)> {
    let Some(fields) = config.table("magnitudes") else {
        let english = [("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];
        return english.map(|(word, factor)| (word.to_owned(), factor)).into();
    };
    let expected = "a number above one, as in `million = 1_000_000`";
    read_words(fields, "a word after numbers", expected, |factor: &f64| *factor > 1.0 && factor.is_finite())
}

/// Reads a table whose keys are words. Reports empty words and invalid values.
fn read_words<T: DeserializeOwned + ToString>(
    fields: TomlTable<'_>,
    expected_word: &str,
    expected_value: &str,
    is_valid: impl Fn(&T) -> bool,
) -> Vec<(String, T)> {
    let (reporter, entries) = (fields.reporter, fields.entries_as::<T>(expected_value));
    for (word, value) in &entries {
        if word.get_ref().is_empty() {
            reporter.error(word.span(), expected_word, "none");
        }
        if !is_valid(value.get_ref()) {
            reporter.error(value.span(), expected_value, backticked(&value.get_ref().to_string()));
        }
    }
    entries.into_iter().map(|(word, value)| (word.into_inner(), value.into_inner())).collect()
}

/// The numbers in a text, as written. Numbers within a word, such as `36Kr`, are names.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == ',' || letter == '.'))
        .map(|word| word.trim_matches(|letter| letter == ',' || letter == '.'))
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .filter(|word| !word.contains(char::is_alphabetic))
}
