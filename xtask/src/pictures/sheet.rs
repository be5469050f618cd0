//! The sheet that a picture is written on: SVG, as data. Knows how to set words and lines, not which.

use std::fmt::Write;

use chuhai::template::escaped;

use super::fit::{Fitted, Line, Room, UiText, fit};
use super::fonts::{Fonts, Run};

/// How wide every picture is.
pub const WIDTH: u32 = 1200;
/// How high every picture is.
pub const HEIGHT: u32 = 630;

/// A picture in the making, and what is wrong with it.
pub(super) struct Sheet<'a> {
    fonts: &'a Fonts,
    svg: String,
    flaws: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub(super) fn new(fonts: &'a Fonts, paper: &str) -> Self {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\n\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>\n"
        );
        Self { fonts, svg, flaws: Vec::new() }
    }

    /// Fits words; notes if they do not.
    pub(super) fn fit(&mut self, words: UiText<'_>, room: &Room) -> Option<Fitted> {
        fit(self.fonts, words, room).map_err(|flaw| self.flaws.push(flaw)).ok()
    }

    /// Fits words if they do.
    pub(super) fn fits(&self, words: UiText<'_>, room: &Room) -> Option<Fitted> {
        fit(self.fonts, words, room).ok()
    }

    /// Sets lines, the first one's baseline at `y`.
    pub(super) fn set(&mut self, text: &Fitted, (x, y): (f32, f32), colour: &str) {
        for (at, line) in text.lines.iter().enumerate() {
            self.line(line, text.size, (x, y + text.leading * at as f32), colour);
        }
    }

    fn line(&mut self, line: &Line, size: f32, (x, y): (f32, f32), colour: &str) {
        let words: String = line.runs.iter().map(tspan).collect();
        // Writing into a String never fails.
        let _ = writeln!(
            self.svg,
            "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size:.2}\" fill=\"{colour}\" \
             xml:space=\"preserve\">{words}</text>"
        );
    }

    /// Adds an empty element.
    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.svg, "<{element}/>");
    }

    /// Notes what no measuring of single words can find.
    pub(super) fn flaw(&mut self, flaw: String) {
        self.flaws.push(flaw);
    }

    /// The SVG, or everything that is wrong with it.
    pub(super) fn finish(mut self) -> Result<String, Vec<String>> {
        self.svg.push_str("</svg>\n");
        if self.flaws.is_empty() { Ok(self.svg) } else { Err(self.flaws) }
    }
}

fn tspan(run: &Run) -> String {
    format!("<tspan font-family=\"{}\">{}</tspan>", run.family, escaped(&run.text))
}
