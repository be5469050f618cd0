//! Finds keywords, sentences and phrases, for the checks.

use std::collections::BTreeSet;

/// Stop words of four or more letters.
const FUNCTION_WORDS: &[&str] = &[
    "about", "after", "also", "another", "been", "before", "being", "both", "could", "does", "each", "even",
    "every", "from", "have", "having", "here", "into", "just", "less", "like", "made", "make", "many",
    "more", "most", "much", "nearly", "never", "only", "other", "over", "same", "since", "some", "still",
    "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "under", "until", "very", "well", "were", "what", "when", "where", "which", "while", "whose", "with",
    "would", "your",
];

/// Keywords: numbers, and words of four or more letters in singular.
pub(super) fn keywords(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || ",.".contains(letter)));
    let words = words.map(|word| word.trim_matches([',', '.']).to_lowercase());
    words
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()) || word.chars().count() > 3)
        .filter(|word| !FUNCTION_WORDS.contains(&word.as_str()))
        .map(|word| word.strip_suffix('s').unwrap_or(&word).to_owned())
        .collect()
}

/// Splits text into sentences: at `.`, `?` or `!` before a space and a capital or digit. Skips abbreviated titles.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (offset, _) in text.match_indices(['.', '!', '?']) {
        let rest = text[offset + 1..].trim_start_matches(['”', '’', ')']);
        let next = rest.trim_start();
        let begins = next.starts_with(|first: char| {
            first.is_uppercase() || first.is_ascii_digit() || "“‘".contains(first)
        });
        let abbreviated = [" Lt", " Col", " Mr", " Ms", " Dr", " No", " St"]
            .iter()
            .any(|end| text[..offset].ends_with(end));
        if begins && rest.len() > next.len() && !abbreviated {
            let end = text.len() - rest.len();
            sentences.push(text[start..end].trim());
            start = end;
        }
    }
    sentences.push(text[start..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether a text contains a phrase as whole words, in any case.
pub(super) fn contains_phrase(text: &str, phrase: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(phrase).any(|(offset, _)| {
        let before = text[..offset].chars().next_back();
        let after = text[offset + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
