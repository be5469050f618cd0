//! The words around what was found, with what was found marked.

use super::folding::letters;
use super::matching::{Entry, Found, place};

/// A run of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Its words.
    pub text: &'a str,
    /// Whether they are what was looked for.
    pub marked: bool,
}

/// How many letters stand before what was found, and how long a passage is; both about.
const BEFORE: usize = 48;
const LENGTH: usize = 150;

/// The title, and of the parts the first that holds what was found; if none does, the first that is a sentence.
pub fn passages<'a>(entry: &'a Entry, found: &Found) -> (Vec<Run<'a>>, Vec<Run<'a>>) {
    let mut parts = entry.text.split('\n').zip(entry.folded.split('\n'));
    let title = parts.next().map_or("", |(title, _)| title);
    let mut part = "";
    let mut marks_in_part = Vec::new();
    for (next, folded) in parts {
        if found.is_in(folded) {
            part = next;
            marks_in_part = marks(next, found);
            break;
        }
        if part.len() <= BEFORE && next.len() > part.len() {
            part = next;
        }
    }
    let first = marks_in_part.first().map_or(0, |(start, _)| *start);
    let start = if first > BEFORE { word_end(part, first - BEFORE) } else { 0 };
    let end = if part.len() > start + LENGTH { word_end(part, start + LENGTH) } else { part.len() };
    let mut passage = runs(part, &marks_in_part, start, end);
    let dots = Run { text: "…", marked: false };
    if start > 0 {
        passage.insert(0, dots);
    }
    if end < part.len() {
        passage.push(dots);
    }
    (runs(title, &marks(title, found), 0, title.len()), passage)
}

/// The first end of a word from here on.
fn word_end(text: &str, from: usize) -> usize {
    let from = (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let is_end = |letter: char| letter == ' ' || !letter.is_ascii();
    cut(text, from, text.len()).find(is_end).map_or(text.len(), |at| from + at)
}

/// Where in a text what was found starts and ends, in order and apart.
fn marks(text: &str, found: &Found) -> Vec<(usize, usize)> {
    let mut folded = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len() + 1);
    for (at, letter) in letters(text) {
        folded.push(letter);
        origin.resize(folded.len(), at);
    }
    origin.push(text.len());
    let mut marked = vec![false; folded.len()];
    found.each_needle(|needle| {
        let mut from = 0;
        while let Some(at) = place(&folded, needle, from) {
            from = at + needle.len();
            marked[at..from].fill(true);
        }
    });
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for at in 0..folded.len() {
        if !marked[at] {
            continue;
        }
        // A letter ends where the next one starts; within a letter of several bytes both start at one place.
        let (start, end) = (origin[at], origin[at + 1]);
        match marks.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => marks.push((start, end)),
        }
    }
    marks
}

fn runs<'a>(text: &'a str, marks: &[(usize, usize)], start: usize, end: usize) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let mut add = |from: usize, to: usize, marked: bool| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            runs.push(Run { text, marked });
        }
    };
    let mut at = start;
    for (from, to) in marks {
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

/// A part of a text. Asked for rather than taken, because the message of a wrong cut would cost the bundle 3 KB.
fn cut(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}
