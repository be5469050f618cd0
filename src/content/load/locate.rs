//! Finds things in a content file: the value of a key, a number in prose.

use std::ops::Range;

/// Line and column (both from 1, in characters) of a byte offset.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The byte range of a key's value in TOML or in a section's head. Empty at 0 if there is none. `table` is the
/// heading above the key, such as `[figure]`; none for keys before all headings.
pub fn value(text: &str, table: Option<&str>, key: &str) -> Range<usize> {
    let mut heading = None;
    let mut start = None;
    for (at, line) in lines(text) {
        let words = line.trim_end();
        if let Some(start) = start {
            if is_heading(words) || assigned(words).is_some() || words == "+++" {
                return start..at;
            }
        } else if is_heading(words) {
            heading = Some(words);
        } else if heading == table && assigned(words) == Some(key) {
            let value = line.find('=').map_or(0, |equals| equals + 1);
            start = Some(at + value + line[value..].len() - line[value..].trim_start().len());
        }
    }
    start.map_or(0..0, |start| start..text.len())
}

/// Finds a number as a whole word in a range, outside link targets.
pub(super) fn number(text: &str, range: Range<usize>, number: &str) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == ',' || letter == '.';
    let found = part.match_indices(number).find(|(at, _)| {
        let before = part[..*at].trim_end_matches([',', '.']).chars().next_back();
        let after = part[at + number.len()..].trim_start_matches([',', '.']).chars().next();
        let parted = |next: Option<char>, marks: bool| marks || !next.is_some_and(is_part);
        let marks_before =
            part[..*at].ends_with([',', '.']) && !before.is_some_and(|letter| letter.is_ascii_digit());
        let marks_after = part[at + number.len()..].starts_with([',', '.'])
            && !after.is_some_and(|letter| letter.is_alphanumeric());
        parted(before, marks_before) && parted(after, marks_after) && !within_target(part, *at)
    });
    found.map(|(at, _)| range.start + at..range.start + at + number.len())
}

/// Whether an offset is within the target of a link or a card.
fn within_target(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let opened = |open: &str, close: char| {
        before
            .rfind(open)
            .is_some_and(|from| !before[from..].contains(close) && !before[from..].contains('\n'))
    };
    opened("](", ')') || opened("[[", ']')
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), line)
    })
}

fn is_heading(line: &str) -> bool {
    line.starts_with('[') && line.ends_with(']') && !line.contains(['"', '='])
}

/// The key that a line gives a value.
fn assigned(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    (!key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_\"".contains(letter)))
        .then(|| key.trim_matches('"'))
}
