//! The text of a result: its title, and the excerpt around the match, with the match marked.

use super::index::IndexEntry;
use super::normalize::normalized_chars;
use super::query::{SearchMatches, position};

/// Bytes of context before the match, if its sentence starts earlier than [`SENTENCE_BEFORE`].
const BEFORE: usize = 48;

/// The most bytes between the start of the sentence and the match.
const SENTENCE_BEFORE: usize = 90;

/// Approximate length of an excerpt, in bytes.
const LENGTH: usize = 150;

/// A run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HighlightRun<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is part of the match.
    pub is_match: bool,
}

/// The text of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultSnippet<'a> {
    /// The title; empty for prose.
    pub title: Vec<HighlightRun<'a>>,
    /// The excerpt.
    pub excerpt: Vec<HighlightRun<'a>>,
}

/// The snippet of an entry: its title, and the first part with a match. Without one, the start of a part.
pub fn snippet<'a>(entry: &'a IndexEntry, result: &SearchMatches) -> ResultSnippet<'a> {
    let mut parts = entry.text.split('\n').zip(entry.normalized.split('\n'));
    let title = parts.next().map_or("", |(title, _)| title);
    let mut part = "";
    let mut part_matches = Vec::new();
    for (next, normalized) in parts {
        if result.query.needles().any(|needle| position(normalized, needle, 0).is_some()) {
            part = next;
            part_matches = match_ranges(next, result);
            break;
        }
        if part.len() <= BEFORE && next.len() > part.len() {
            part = next;
        }
    }
    let first = part_matches.first().map_or(0, |(start, _)| *start);
    let sentence = sentence_start(part, first);
    let start = if first - sentence > SENTENCE_BEFORE { word_end(part, first - BEFORE) } else { sentence };
    let end = if part.len() > start + LENGTH { word_end(part, start + LENGTH) } else { part.len() };
    let mut excerpt = runs(part, &part_matches, start, end);
    let ellipsis = HighlightRun { text: "…", is_match: false };
    if start > sentence {
        excerpt.insert(0, ellipsis);
    }
    if end < part.len() {
        excerpt.push(ellipsis);
    }
    ResultSnippet { title: runs(title, &match_ranges(title, result), 0, title.len()), excerpt }
}

/// The start of the sentence at an offset. "No. 11" does not end one.
fn sentence_start(text: &str, place: usize) -> usize {
    let before = text.as_bytes().get(..=place).unwrap_or_default();
    let is_start = |part: &[u8]| matches!(part, [b'.' | b'?' | b'!', b' ', next] if !next.is_ascii_digit());
    before.windows(3).rposition(is_start).map_or(0, |end| end + 2)
}

/// The first end of a word at or after an offset.
fn word_end(text: &str, from: usize) -> usize {
    let from = (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    // Chinese, Japanese and Korean text has no spaces.
    let is_end = |letter: char| letter == ' ' || letter > '\u{2E7F}';
    // `get`, because indexing adds its panic message to the bundle (decisions/webassembly-size.md).
    text.get(from..).unwrap_or_default().find(is_end).map_or(text.len(), |at| from + at)
}

/// The ranges of all matches in a text, in order; adjacent ones are joined.
fn match_ranges(text: &str, result: &SearchMatches) -> Vec<(usize, usize)> {
    let mut normalized = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len() + 1);
    for (at, letter) in normalized_chars(text) {
        normalized.push(letter);
        origin.resize(normalized.len(), at);
    }
    origin.push(text.len());
    let mut is_match = vec![false; normalized.len()];
    for needle in result.query.needles() {
        let mut from = 0;
        while let Some(at) = position(&normalized, needle, from) {
            from = at + needle.len();
            is_match[at..from].fill(true);
        }
    }
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for at in 0..normalized.len() {
        if !is_match[at] {
            continue;
        }
        // A letter ends where the next one starts. Letters from one original letter start at the same offset.
        let (start, end) = (origin[at], origin[at + 1]);
        match ranges.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => ranges.push((start, end)),
        }
    }
    ranges
}

fn runs<'a>(text: &'a str, ranges: &[(usize, usize)], start: usize, end: usize) -> Vec<HighlightRun<'a>> {
    let mut runs = Vec::new();
    let mut add = |from: usize, to: usize, is_match: bool| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            runs.push(HighlightRun { text, is_match });
        }
    };
    let mut at = start;
    for (from, to) in ranges {
        let (from, to) = ((*from).max(start), (*to).min(end));
        if from < to {
            add(at, from, false);
            add(from, to, true);
            at = to;
        }
    }
    add(at, end, false);
    runs
}
