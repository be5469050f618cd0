//! Draws plots as images to print or share, with title, note and sources.

mod marks;

use std::ops::RangeInclusive;

use chuhai::content::text::plain;
use chuhai::content::{Plot, Story};

use super::fonts::{FontRole, Fonts};
use super::svg_canvas::{SvgCanvas, WIDTH};
use super::text_fit::{MissingLetters, StyledText, TextBox};
use super::tokens::ColorTokens;

/// The left and right edges of text.
const LEFT: f32 = 72.0;
const RIGHT: f32 = WIDTH as f32 - 72.0;
const TEXT_WIDTH: f32 = RIGHT - LEFT;
/// The top and bottom of the marks.
const TOP: f32 = 136.0;
const BOTTOM: f32 = 490.0;
/// The baseline of the title.
const TITLE_BASELINE: f32 = 92.0;
/// The y coordinate of the rule above the note.
const RULE_Y: f32 = 520.0;
/// The baseline of the note's first line.
const NOTE_BASELINE: f32 = 548.0;
/// The baseline of the sources, the last line.
const SOURCE_BASELINE: f32 = 606.0;

/// The horizontal alignment of text, as SVG's `text-anchor`.
#[derive(Clone, Copy, PartialEq)]
enum TextAnchor {
    Start,
    Middle,
    End,
}

/// A plot's image while it is drawn.
struct PlotCanvas<'a> {
    story: &'a Story,
    colors: &'a ColorTokens,
    color: &'a str,
    canvas: SvgCanvas<'a>,
}

/// Draws a plot's image as SVG.
///
/// # Errors
///
/// All problems with its texts.
pub(super) fn render_plot(
    plot: &Plot,
    story: &Story,
    fonts: &Fonts,
    colors: &ColorTokens,
) -> Result<String, Vec<MissingLetters>> {
    let home = plot.facts().first().map_or("", |fact| &story[story[*fact].section].id);
    let mut drawing = PlotCanvas {
        story,
        colors,
        color: colors.section(home),
        canvas: SvgCanvas::new(fonts, &colors.background, Some(&plot.title)),
    };
    drawing.text(
        "title",
        FontRole::Display,
        34..=44,
        &plot.title,
        (TextAnchor::Start, LEFT, TITLE_BASELINE, TEXT_WIDTH),
    );
    drawing.layout(&plot.layout(story));
    drawing.line((LEFT, RULE_Y), (RIGHT, RULE_Y), &colors.border);
    let note = plain(&plot.note);
    let words = StyledText { name: "note", role: FontRole::Label, lang: &story.ui.language, text: &note };
    let text_box = TextBox { width: TEXT_WIDTH, height: 50.0, leading: 1.25, sizes: 14..=18 };
    if let Some(fitted) = drawing.canvas.fit(words, &text_box) {
        drawing.canvas.text(&fitted, (LEFT, NOTE_BASELINE), &colors.muted);
    }
    let source = format!("{}. {}", story.ui.site_name, story.plot_sources(plot));
    drawing.text(
        "source",
        FontRole::Label,
        14..=18,
        &source,
        (TextAnchor::Start, LEFT, SOURCE_BASELINE, TEXT_WIDTH),
    );
    drawing.canvas.finish()
}

impl PlotCanvas<'_> {
    /// Draws a line of text at the largest size that fits. Labels are muted; figures have their section's colour.
    fn text(
        &mut self,
        name: &str,
        role: FontRole,
        sizes: RangeInclusive<u16>,
        text: &str,
        (anchor, x, y, width): (TextAnchor, f32, f32, f32),
    ) {
        let words = StyledText { name, role, lang: &self.story.ui.language, text };
        let text_box = TextBox { width, height: 0.0, leading: 1.2, sizes };
        let Some(fitted) = self.canvas.fit(words, &text_box) else { return };
        let back = match anchor {
            TextAnchor::Start => 0.0,
            TextAnchor::Middle => fitted.width() / 2.0,
            TextAnchor::End => fitted.width(),
        };
        let ink = if role == FontRole::Label { &self.colors.muted } else { &self.colors.text };
        let color = if name == "figure" { self.color } else { ink };
        self.canvas.text(&fitted, (x - back, y), color);
    }

    fn line(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), color: &str) {
        self.canvas.element(format_args!(
            "path d=\"M{x1:.2} {y1:.2}L{x2:.2} {y2:.2}\" stroke=\"{color}\" stroke-width=\"1\""
        ));
    }
}
