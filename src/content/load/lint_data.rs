//! Checks that texts of facts can be published as data: no spreadsheet takes them for formulas, and lists can be joined.

use super::diagnostics::{Reporter, backticked};
use crate::content::Fact;
use crate::content::text::plain;

/// What joins the values of a field in the data. No value may contain it.
pub const SEPARATOR: &str = " | ";

/// Whether a spreadsheet runs a value as a formula (OWASP, CSV injection). A number may be negative.
pub fn is_formula(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r']) && value.parse::<f64>().is_err()
}

/// Reports texts that begin like a formula, and notes that contain the separator.
pub(super) fn check(facts: &[Option<Fact>], files: &[Reporter<'_>]) {
    for (fact, reporter) in facts.iter().zip(files) {
        let Some(fact) = fact else { continue };
        let prose = [
            ("why", &fact.why),
            ("claim", &fact.claim),
            ("adds", &fact.adds),
            ("context", &fact.context),
            ("yardstick", &fact.yardstick),
        ];
        let notes = fact.notes.iter().map(|note| ("notes", plain(note)));
        let mut texts: Vec<_> =
            prose.into_iter().map(|(key, words)| (key, plain(words))).chain(notes).collect();
        texts.push(("title", fact.title.clone()));
        texts.extend(fact.when.clone().map(|when| ("when", when)));
        if let Some(figure) = &fact.figure {
            texts.push(("figure.text", figure.text.clone()));
            texts.push(("figure.unit", figure.unit.clone()));
            texts.extend(figure.derived.clone().map(|derived| ("figure.derived", derived)));
        }
        for (key, text) in &texts {
            let value = reporter.file.value(key);
            if is_formula(text) {
                let expected = "words that no spreadsheet takes for a formula";
                reporter.error(value, expected, backticked(text));
            } else if *key == "notes" && text.contains(SEPARATOR) {
                let expected = format!("no {}, which parts notes in the data", backticked(SEPARATOR));
                reporter.error(value, expected, backticked(text));
            }
        }
    }
}
