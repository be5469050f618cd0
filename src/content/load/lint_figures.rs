//! Holds figures to the house's style: text and unit read as one phrase, and sums in yuan carry dollars.

use super::diagnostics::{DiagnosticSink, SourceFile, quoted};
use crate::content::text::plain;
use crate::content::{Fact, Figure};

/// Notes figures that say a word twice, and facts with yuan and without dollars.
pub(super) fn check(facts: &[Option<Fact>], files: &[&SourceFile], sink: &DiagnosticSink) {
    for (fact, file) in facts.iter().zip(files) {
        let Some(fact) = fact else { continue };
        let line = |key: &str| file.text.find(key).map_or(0, |at| at + 1);
        if let Some(figure) = &fact.figure {
            let at = line("\n[figure]");
            if let Some(word) = repeated(figure) {
                let expected = "`text` and `unit` that read as one phrase";
                sink.at(file, at..at, expected, format!("{} twice", quoted(&word)));
            }
            let derived = figure.derived.as_deref().unwrap_or_default();
            if lacks_dollars(&format!("{} {derived}", figure.said())) {
                sink.at(file, at..at, "dollars in `text`, `unit` or `derived` of a figure in yuan", "none");
                continue;
            }
        }
        if lacks_dollars(&words(fact)) {
            let at = file.text.find("yuan").unwrap_or_default();
            sink.at(file, at..at, "dollars beside a sum in yuan", "none");
        }
    }
}

/// Whether a text gives a sum in yuan and none in dollars.
pub(super) fn lacks_dollars(text: &str) -> bool {
    text.contains(" yuan") && !text.contains("US$") && !text.contains("dollar")
}

/// A word that stands both in a figure's text and in its unit.
fn repeated(figure: &Figure) -> Option<String> {
    let unit: Vec<_> = parts(&figure.unit);
    parts(&figure.text).into_iter().find(|word| unit.contains(word))
}

/// The words of three letters and more but for those that only join or count, without the plural's ending; "%" and "per
/// cent" are one.
fn parts(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('%', " percent ").replace("per cent", "percent");
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 2);
    let words =
        words.filter(|word| !["and", "the", "for", "from", "than", "million", "billion"].contains(word));
    words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).collect()
}

fn words(fact: &Fact) -> String {
    let texts = [&fact.claim, &fact.adds, &fact.why, &fact.context, &fact.yardstick];
    let figure = fact.figure.as_ref().map(|figure| format!("{} {:?}", figure.said(), figure.derived));
    let texts = texts.into_iter().chain(&fact.notes).map(|text| plain(text)).chain(figure);
    texts.collect::<Vec<_>>().join(" ")
}
