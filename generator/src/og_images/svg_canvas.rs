//! Collects the SVG of an image, and the problems found while drawing it.

use std::fmt::Write;

use chuhai::template::escape;

use super::fonts::{FontRun, Fonts};
use super::text_fit::{FittedText, Line, MissingLetters, StyledText, TextBox, fit, fit_within};

/// The width of all images, in pixels.
pub const WIDTH: u32 = 1200;
/// The height of all images, in pixels.
pub const HEIGHT: u32 = 630;

/// An SVG while it is drawn, and its problems.
pub(super) struct SvgCanvas<'a> {
    fonts: &'a Fonts,
    svg: String,
    missing: Vec<MissingLetters>,
}

impl<'a> SvgCanvas<'a> {
    /// An empty canvas. An SVG to be published has a title.
    pub(super) fn new(fonts: &'a Fonts, background: &str, title: Option<&str>) -> Self {
        let title = title.map(|title| format!("<title>{}</title>\n", escape(title))).unwrap_or_default();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\n\
             {title}<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{background}\"/>\n"
        );
        Self { fonts, svg, missing: Vec::new() }
    }

    /// Fits a text into a box; records a problem if a letter is missing.
    pub(super) fn fit(&mut self, words: StyledText<'_>, text_box: &TextBox) -> Option<FittedText> {
        fit(self.fonts, words, text_box).map_err(|letters| self.missing.push(letters)).ok()
    }

    /// Fits a text into a box; `None` if it does not fit.
    pub(super) fn try_fit(&self, words: StyledText<'_>, text_box: &TextBox) -> Option<FittedText> {
        fit_within(self.fonts, words, text_box).ok().flatten()
    }

    /// Draws lines of text. `y` is the baseline of the first.
    pub(super) fn text(&mut self, text: &FittedText, (x, y): (f32, f32), color: &str) {
        for (index, line) in text.lines.iter().enumerate() {
            self.line(line, text.size, (x, y + text.leading * index as f32), color);
        }
    }

    fn line(&mut self, line: &Line, size: f32, (x, y): (f32, f32), color: &str) {
        let words: String = line.runs.iter().map(tspan).collect();
        // Writing into a String never fails.
        let _ = writeln!(
            self.svg,
            "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size:.2}\" fill=\"{color}\" \
             xml:space=\"preserve\">{words}</text>"
        );
    }

    /// Adds an empty element.
    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.svg, "<{element}/>");
    }

    /// The SVG, or all problems.
    pub(super) fn finish(mut self) -> Result<String, Vec<MissingLetters>> {
        self.svg.push_str("</svg>\n");
        if self.missing.is_empty() { Ok(self.svg) } else { Err(self.missing) }
    }
}

/// A run in its font, or in a system font where the SVG is opened without it.
fn tspan(FontRun { family, text }: &FontRun) -> String {
    let weight = if family.ends_with("Label") { "" } else { " font-weight=\"600\"" };
    format!("<tspan font-family=\"{family}, system-ui, sans-serif\"{weight}>{}</tspan>", escape(text))
}
