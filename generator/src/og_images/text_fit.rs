//! Fits text into a box: breaks lines and chooses the size.

use std::ops::RangeInclusive;

use super::fonts::{FontRole, Fonts, TextRun};

/// A text with its font and language.
#[derive(Clone, Copy)]
pub(super) struct StyledText<'a> {
    /// The name of the text in messages.
    pub(super) name: &'a str,
    /// The font.
    pub(super) role: FontRole,
    /// The language; it chooses among fonts that share a letter.
    pub(super) lang: &'a str,
    /// The text.
    pub(super) text: &'a str,
}

/// The space for a text.
#[derive(Clone, Debug)]
pub(super) struct TextBox {
    /// The width.
    pub(super) width: f32,
    /// The height; one line always fits.
    pub(super) height: f32,
    /// The line height, in units of the font size.
    pub(super) leading: f32,
    /// The range of font sizes; the largest that fits is used.
    pub(super) sizes: RangeInclusive<u16>,
}

/// A text broken into lines, at a font size that fits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FittedText {
    /// The font size.
    pub(super) size: f32,
    /// The line height.
    pub(super) leading: f32,
    /// The lines.
    pub(super) lines: Vec<Line>,
}

impl FittedText {
    /// The width of the widest line.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The same text, scaled.
    pub(super) fn scaled(self, by: f32) -> Self {
        let lines = self.lines.into_iter().map(|line| Line { width: line.width * by, ..line });
        Self { size: self.size * by, leading: self.leading * by, lines: lines.collect() }
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its runs.
    pub(super) runs: Vec<TextRun>,
    /// Its width.
    pub(super) width: f32,
}

/// Fits a text into a box at the largest size, in the fewest lines, balanced in length.
///
/// # Errors
///
/// Why the text does not fit, for its author.
pub(super) fn fit(fonts: &Fonts, words: StyledText<'_>, text_box: &TextBox) -> Result<FittedText, String> {
    let StyledText { name, role, lang, text } = words;
    fonts.runs(role, lang, text).map_err(|missing| {
        let missing: Vec<_> = missing.into_iter().map(named).collect();
        format!("its {name} holds {}, which no font of the pictures has", missing.join(" and "))
    })?;
    let breaker = LineBreaker::new(fonts, words);
    // In steps of two: a smaller difference is not visible.
    for size in text_box.sizes.clone().rev().step_by(2).map(f32::from) {
        let most = (text_box.height / (text_box.leading * size)) as usize;
        if let Some(lines) = breaker.lines(text_box.width / size, most.max(1)) {
            let lines = lines.into_iter().map(|runs| Line { width: fonts.width(&runs) * size, runs });
            return Ok(FittedText { size, leading: size * text_box.leading, lines: lines.collect() });
        }
    }
    let smallest = text_box.sizes.start();
    let lines = ((text_box.height / (text_box.leading * f32::from(*smallest))) as usize).max(1);
    let lines = if lines == 1 { "one line".to_owned() } else { format!("{lines} lines") };
    Err(format!("its {name} is too long for {lines} of {} px in size {smallest}: `{text}`", text_box.width))
}

/// Describes a character that no font has.
fn named(character: char) -> String {
    let number = u32::from(character);
    if character.is_control() {
        return format!("the control character U+{number:04X}");
    }
    format!("`{character}` (U+{number:04X})")
}

/// Breaks a text into lines, at font size 1.
struct LineBreaker<'a> {
    fonts: &'a Fonts,
    words: StyledText<'a>,
    parts: Vec<&'a str>,
}

impl<'a> LineBreaker<'a> {
    fn new(fonts: &'a Fonts, words: StyledText<'a>) -> Self {
        Self { fonts, words, parts: words.text.split_whitespace().collect() }
    }

    /// The fewest lines within this width, balanced in length; `None` if there are more than `most`.
    fn lines(&self, width: f32, most: usize) -> Option<Vec<Vec<TextRun>>> {
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

    /// Breaks lines greedily; `None` if a single word is too wide.
    fn greedy(&self, width: f32) -> Option<Vec<Vec<TextRun>>> {
        let mut lines: Vec<Vec<TextRun>> = Vec::new();
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

    fn runs(&self, start: usize, end: usize) -> Vec<TextRun> {
        let line = self.parts.get(start..end).unwrap_or_default().join(" ");
        self.fonts.runs(self.words.role, self.words.lang, &line).unwrap_or_default()
    }
}
