//! Fits words into the room that a picture has for them. Knows nothing of where that room is.

use std::ops::RangeInclusive;

use super::fonts::{Fonts, Run, Voice};

/// UiText to be set.
#[derive(Clone, Copy)]
pub(super) struct UiText<'a> {
    /// What they are, as a message names them.
    pub(super) name: &'a str,
    /// The face.
    pub(super) voice: Voice,
    /// Their language; decides how letters look that languages share.
    pub(super) lang: &'a str,
    /// The words themselves.
    pub(super) text: &'a str,
}

/// The room for words.
#[derive(Clone, Debug)]
pub(super) struct Room {
    /// How wide it is.
    pub(super) width: f32,
    /// How high it is; one line always has room.
    pub(super) height: f32,
    /// From one baseline to the next, in units of the letters' size.
    pub(super) leading: f32,
    /// How large the letters may be; the largest size that fits is taken.
    pub(super) sizes: RangeInclusive<u16>,
}

/// UiText that fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fitted {
    /// The size of the letters.
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) leading: f32,
    /// The lines.
    pub(super) lines: Vec<Line>,
}

impl Fitted {
    /// How wide the widest line is.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The same in letters of another size.
    pub(super) fn scaled(self, by: f32) -> Self {
        let lines = self.lines.into_iter().map(|line| Line { width: line.width * by, ..line });
        Self { size: self.size * by, leading: self.leading * by, lines: lines.collect() }
    }
}

/// A line, and how wide it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its words by face.
    pub(super) runs: Vec<Run>,
    /// Its width.
    pub(super) width: f32,
}

/// Sets words as large as the room allows, in as few lines as that takes, none of them much longer than another.
///
/// # Errors
///
/// What stands in the way, for whoever wrote the words.
pub(super) fn fit(fonts: &Fonts, words: UiText<'_>, room: &Room) -> Result<Fitted, String> {
    let UiText { name, voice, lang, text } = words;
    fonts.runs(voice, lang, text).map_err(|missing| {
        let missing: Vec<_> = missing.into_iter().map(named).collect();
        format!("its {name} holds {}, which no font of the pictures has", missing.join(" and "))
    })?;
    let ruler = Ruler::new(fonts, words);
    // In steps of two: a reader sees no smaller difference.
    for size in room.sizes.clone().rev().step_by(2).map(f32::from) {
        let most = (room.height / (room.leading * size)) as usize;
        if let Some(lines) = ruler.lines(room.width / size, most.max(1)) {
            let lines = lines.into_iter().map(|runs| Line { width: fonts.width(&runs) * size, runs });
            return Ok(Fitted { size, leading: size * room.leading, lines: lines.collect() });
        }
    }
    let smallest = room.sizes.start();
    let lines = ((room.height / (room.leading * f32::from(*smallest))) as usize).max(1);
    let lines = if lines == 1 { "one line".to_owned() } else { format!("{lines} lines") };
    Err(format!("its {name} is too long for {lines} of {} px in size {smallest}: `{text}`", room.width))
}

/// A character that has no letter, so that one can find it.
fn named(character: char) -> String {
    let number = u32::from(character);
    if character.is_control() {
        return format!("the control character U+{number:04X}");
    }
    format!("`{character}` (U+{number:04X})")
}

/// Measures lines of some words, for letters of size 1.
struct Ruler<'a> {
    fonts: &'a Fonts,
    words: UiText<'a>,
    parts: Vec<&'a str>,
}

impl<'a> Ruler<'a> {
    fn new(fonts: &'a Fonts, words: UiText<'a>) -> Self {
        Self { fonts, words, parts: words.text.split_whitespace().collect() }
    }

    /// The fewest lines in this width, then made as even as they can be; none if they are more than `most`.
    fn lines(&self, width: f32, most: usize) -> Option<Vec<Vec<Run>>> {
        let mut best = self.greedy(width).filter(|lines| lines.len() <= most)?;
        let (mut narrow, mut wide) = (width / best.len() as f32 / 2.0, width);
        for _ in 0..8 {
            let middle = f32::midpoint(narrow, wide);
            match self.greedy(middle).filter(|lines| lines.len() == best.len()) {
                Some(lines) => (best, wide) = (lines, middle),
                None => narrow = middle,
            }
        }
        Some(best)
    }

    /// Fills one line after another; none if a single word is too wide.
    fn greedy(&self, width: f32) -> Option<Vec<Vec<Run>>> {
        let mut lines: Vec<Vec<Run>> = Vec::new();
        let mut start = 0;
        for end in 1..=self.parts.len() {
            let line = self.runs(start, end);
            let fits = self.fonts.width(&line) <= width;
            match lines.last_mut() {
                Some(last) if fits && start + 1 < end => *last = line,
                _ if fits => lines.push(line),
                _ if start + 1 == end => return None,
                _ => {
                    start = end - 1;
                    let line = self.runs(start, end);
                    if self.fonts.width(&line) > width {
                        return None;
                    }
                    lines.push(line);
                }
            }
        }
        Some(lines)
    }

    fn runs(&self, start: usize, end: usize) -> Vec<Run> {
        let line = self.parts.get(start..end).unwrap_or_default().join(" ");
        self.fonts.runs(self.words.voice, self.words.lang, &line).unwrap_or_default()
    }
}
