//! Locates values and numbers in a content file.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::front_matter::split_front_matter;

/// Line and column of a byte offset; both from 1, columns in characters.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |offset| offset + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The byte range of each value in TOML or in a section's front matter, by dotted key.
pub(crate) fn value_spans(text: &str) -> BTreeMap<String, Range<usize>> {
    let toml = split_front_matter(text).map_or(0..text.len(), |(front_matter, _)| front_matter);
    let mut spans = BTreeMap::new();
    let (table, _) = DeTable::parse_recoverable(&text[toml.clone()]);
    collect(table.get_ref(), "", toml.start, &mut spans);
    spans
}

fn collect(table: &DeTable<'_>, path: &str, offset: usize, spans: &mut BTreeMap<String, Range<usize>>) {
    for (key, value) in table {
        let key = format!("{path}{}", key.get_ref());
        if let DeValue::Table(table) = value.get_ref() {
            collect(table, &format!("{key}."), offset, spans);
        }
        let span = value.span();
        spans.insert(key, span.start + offset..span.end + offset);
    }
}

/// Every string in TOML or in a section's front matter, with its byte range.
pub(crate) fn strings(text: &str) -> Vec<(String, Range<usize>)> {
    let toml = split_front_matter(text).map_or(0..text.len(), |(front_matter, _)| front_matter);
    let (table, _) = DeTable::parse_recoverable(&text[toml.clone()]);
    let mut strings = Vec::new();
    let mut values: Vec<_> = table.get_ref().values().collect();
    while let Some(value) = values.pop() {
        match value.get_ref() {
            DeValue::String(string) => {
                let span = value.span();
                strings.push((string.to_string(), span.start + toml.start..span.end + toml.start));
            }
            DeValue::Array(entries) => values.extend(entries.iter()),
            DeValue::Table(table) => values.extend(table.values()),
            _ => {}
        }
    }
    strings
}

/// Maps offsets in a parsed TOML string to its source. Each entry: an offset, and how many more bytes the source has up
/// to there.
pub(crate) fn escapes(source: &str, is_literal: bool) -> Vec<(usize, usize)> {
    let mut escapes = Vec::new();
    let (mut end, mut more) = (0, 0);
    // A line feed right after the marks is not part of the text.
    if source.starts_with('\n') {
        (end, more) = (1, 1);
        escapes.push((0, 1));
    }
    while let Some(found) = source.get(end..).and_then(|rest| rest.find('\\')).filter(|_| !is_literal) {
        let start = end + found;
        let escape = &source[start + 1..];
        // An invalid escape is a syntax error, which is reported.
        let hex = |digits: usize| {
            let code = escape.get(1..=digits).and_then(|code| u32::from_str_radix(code, 16).ok());
            code.and_then(char::from_u32).map_or((1, 1), |letter| (digits + 1, letter.len_utf8()))
        };
        let (written, read) = match escape.chars().next() {
            Some('x') => hex(2),
            Some('u') => hex(4),
            Some('U') => hex(8),
            Some(space) if space.is_whitespace() => (escape.len() - escape.trim_start().len(), 0),
            Some(letter) => (letter.len_utf8(), 1),
            None => break,
        };
        more += 1 + written - read;
        end = start + 1 + written;
        escapes.push((end - more, more));
    }
    escapes
}

/// Finds a number as a whole word in a range, outside link targets.
pub(crate) fn number(text: &str, range: Range<usize>, number: &str) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == ',' || letter == '.';
    let found = part.match_indices(number).find(|(offset, _)| {
        let before = part[..*offset].trim_end_matches([',', '.']).chars().next_back();
        let after = part[offset + number.len()..].trim_start_matches([',', '.']).chars().next();
        let separated = |next: Option<char>, marks: bool| marks || !next.is_some_and(is_part);
        let marks_before =
            part[..*offset].ends_with([',', '.']) && !before.is_some_and(|letter| letter.is_ascii_digit());
        let marks_after = part[offset + number.len()..].starts_with([',', '.'])
            && !after.is_some_and(|letter| letter.is_alphanumeric());
        separated(before, marks_before) && separated(after, marks_after) && !within_target(part, *offset)
    });
    found.map(|(offset, _)| range.start + offset..range.start + offset + number.len())
}

/// Whether an offset is in the target of a link or in the id of a card.
fn within_target(text: &str, offset: usize) -> bool {
    let before = &text[..offset];
    let opened = |open: &str, close: char| {
        before
            .rfind(open)
            .is_some_and(|from| !before[from..].contains(close) && !before[from..].contains('\n'))
    };
    opened("](", ')') || opened("[[", ']')
}
