//! Checks that texts of facts can be published as data: no spreadsheet takes them for formulas, and lists can be joined.

use super::diagnostics::{FileReporter, backticked};
use crate::content::text::plain;
use crate::content::{Fact, Figure};

/// What joins the values of a field in the data. No value may contain it.
pub const SEPARATOR: &str = " | ";

/// Whether a spreadsheet runs a value as a formula (OWASP, CSV injection). A number may be negative.
pub fn is_formula(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r']) && value.parse::<f64>().is_err()
}

/// Reports texts that begin like a formula, and notes that contain the separator.
pub(super) fn check(facts: &[Option<Fact>], reporters: &[FileReporter<'_>]) {
    for (fact, reporter) in facts.iter().zip(reporters) {
        let Some(fact) = fact else { continue };
        let check = |key: &str, text: &str| {
            let value = reporter.file.value(key);
            if is_formula(text) {
                reporter.error(value, "words that no spreadsheet takes for a formula", backticked(text));
            } else if key == "notes" && text.contains(SEPARATOR) {
                let expected = format!("no {}, which separates notes in the data", backticked(SEPARATOR));
                reporter.error(value, expected, backticked(text));
            }
        };
        check("title", &fact.title);
        fact.when.iter().for_each(|when| check("when", when));
        let Fact { why, claim, adds, context, yardstick, notes, .. } = fact;
        let prose =
            [("why", why), ("claim", claim), ("adds", adds), ("context", context), ("yardstick", yardstick)];
        prose.into_iter().for_each(|(key, words)| check(key, &plain(words)));
        notes.iter().for_each(|note| check("notes", &plain(note)));
        if let Some(Figure { text, unit, derived, .. }) = &fact.figure {
            check("figure.text", text);
            check("figure.unit", unit);
            derived.iter().for_each(|derived| check("figure.derived", derived));
        }
    }
}
