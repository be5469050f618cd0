//! Fits text into a box: breaks lines and chooses the size.

use std::ops::RangeInclusive;

use unicode_linebreak::linebreaks;

use super::fonts::{FontRole, FontRun, Fonts};

/// A text with its font and language.
#[derive(Clone, Copy)]
pub(super) struct StyledText<'a> {
    /// The name of the text in messages.
    pub(super) name: &'a str,
    pub(super) role: FontRole,
    /// The language, which selects among fonts with the same letter.
    pub(super) lang: &'a str,
    pub(super) text: &'a str,
}

/// The space for a text.
#[derive(Clone, Debug)]
pub(super) struct TextBox {
    pub(super) width: f32,
    /// The height. One line always fits.
    pub(super) height: f32,
    /// The line height, in units of the font size.
    pub(super) leading: f32,
    /// The range of font sizes. The largest that fits is used.
    pub(super) sizes: RangeInclusive<u16>,
}

/// A text broken into lines, at a font size that fits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FittedText {
    pub(super) size: f32,
    pub(super) leading: f32,
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

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) runs: Vec<FontRun>,
    pub(super) width: f32,
}

/// The smallest scale before text is truncated, relative to the smallest size of its box.
const MIN_SHRINK: f32 = 0.66;

/// Letters of a text that no font of the images has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MissingLetters {
    /// The name of the text.
    pub(super) name: String,
    pub(super) letters: Vec<char>,
}

impl MissingLetters {
    /// Describes the letters and their code points.
    pub(super) fn named(&self) -> String {
        self.letters.iter().copied().map(named).collect::<Vec<_>>().join(" and ")
    }
}

/// Fits a text into a box: at the largest size, in the fewest lines, balanced in length. Text that does not fit shrinks
/// below the box's sizes, then is truncated.
///
/// # Errors
///
/// If no font has some of its letters.
pub(super) fn fit(
    fonts: &Fonts,
    words: StyledText<'_>,
    text_box: &TextBox,
) -> Result<FittedText, MissingLetters> {
    if let Some(fitted) = fit_within(fonts, words, text_box)? {
        return Ok(fitted);
    }
    let breaker = LineBreaker::new(fonts, words, Breaks::Lines);
    let smallest = f32::from(*text_box.sizes.start());
    let mut size = smallest;
    while size > smallest * MIN_SHRINK {
        size -= 1.0;
        if let Some(fitted) = breaker.fitted(text_box, size) {
            return Ok(fitted);
        }
    }
    match breaker.greedy(text_box.width / size) {
        Some(_) => Ok(breaker.cut(text_box, size)),
        None => Ok(LineBreaker::new(fonts, words, Breaks::Letters).cut(text_box, size)),
    }
}

/// Fits a text like [`fit`], but returns `None` if it does not fit at the box's sizes.
///
/// # Errors
///
/// If no font has some of its letters.
pub(super) fn fit_within(
    fonts: &Fonts,
    words: StyledText<'_>,
    text_box: &TextBox,
) -> Result<Option<FittedText>, MissingLetters> {
    let StyledText { name, role, lang, text } = words;
    let missing = |letters| MissingLetters { name: name.to_owned(), letters };
    fonts.runs(role, lang, text).map_err(missing)?;
    let breaker = LineBreaker::new(fonts, words, Breaks::Lines);
    // In steps of two, because smaller differences are not visible.
    let mut sizes = text_box.sizes.clone().rev().step_by(2).map(f32::from);
    Ok(sizes.find_map(|size| breaker.fitted(text_box, size)))
}

/// Describes a character that no font has.
fn named(character: char) -> String {
    format!("`{character}` (U+{:04X})", u32::from(character))
}

/// Where a line may end.
#[derive(Clone, Copy, PartialEq)]
enum Breaks {
    /// Where Unicode allows it (UAX #14): after a space or a hyphen, between Chinese characters.
    Lines,
    /// After any letter.
    Letters,
}

/// Breaks a text into lines, at font size 1.
struct LineBreaker<'a> {
    fonts: &'a Fonts,
    words: StyledText<'a>,
    text: String,
    /// Byte offsets of the break opportunities, from the start to the end of the text.
    breaks: Vec<usize>,
}

impl<'a> LineBreaker<'a> {
    fn new(fonts: &'a Fonts, words: StyledText<'a>, breaks: Breaks) -> Self {
        let text = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner: Vec<_> = match breaks {
            Breaks::Lines => linebreaks(&text).map(|(offset, _)| offset).collect(),
            Breaks::Letters => {
                text.char_indices().map(|(offset, letter)| offset + letter.len_utf8()).collect()
            }
        };
        Self { fonts, words, breaks: [vec![0], inner].concat(), text }
    }

    /// The text at this size; `None` if it does not fit.
    fn fitted(&self, text_box: &TextBox, size: f32) -> Option<FittedText> {
        let lines = self.lines(text_box.width / size, max_lines(text_box, size))?;
        Some(self.sized(lines, text_box, size))
    }

    /// The start of the text that fits at this size, with an ellipsis.
    fn cut(&self, text_box: &TextBox, size: f32) -> FittedText {
        let (width, max) = (text_box.width / size, max_lines(text_box, size));
        let mut lines = self.greedy(width).unwrap_or_default();
        if lines.len() > max {
            lines.truncate(max);
            if let Some(last) = lines.last_mut() {
                let mut words: String = last.iter().map(|run| run.text.as_str()).collect();
                loop {
                    let line = self.shaped(&format!("{}…", words.trim_end()));
                    if self.fonts.width(&line) <= width || words.pop().is_none() {
                        *last = line;
                        break;
                    }
                }
            }
        }
        self.sized(lines, text_box, size)
    }

    fn sized(&self, lines: Vec<Vec<FontRun>>, text_box: &TextBox, size: f32) -> FittedText {
        let lines = lines.into_iter().map(|runs| Line { width: self.fonts.width(&runs) * size, runs });
        FittedText { size, leading: size * text_box.leading, lines: lines.collect() }
    }

    /// The fewest lines within this width, balanced in length; `None` if there are more than `max`.
    fn lines(&self, width: f32, max: usize) -> Option<Vec<Vec<FontRun>>> {
        let mut best = self.greedy(width).filter(|lines| lines.len() <= max)?;
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

    /// Breaks lines greedily. `None` if one part is too wide.
    fn greedy(&self, width: f32) -> Option<Vec<Vec<FontRun>>> {
        let mut lines: Vec<Vec<FontRun>> = Vec::new();
        let mut start = 0;
        for end in 1..self.breaks.len() {
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

    fn runs(&self, start: usize, end: usize) -> Vec<FontRun> {
        self.shaped(self.text[self.breaks[start]..self.breaks[end]].trim_end())
    }

    fn shaped(&self, line: &str) -> Vec<FontRun> {
        self.fonts.runs(self.words.role, self.words.lang, line).unwrap_or_default()
    }
}

/// The maximum number of lines of this size in a box, at least one.
fn max_lines(text_box: &TextBox, size: f32) -> usize {
    ((text_box.height / (text_box.leading * size)) as usize).max(1)
}
