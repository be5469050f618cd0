//! The picture of a plot, for those who print it or pass it on: the same marks as in the page, on a sheet of the pictures'
//! size, with title and source. Knows nothing of HTML or of pixels.

mod line;
mod rows;
mod table;

use std::ops::RangeInclusive;

use chuhai::content::text::plain;
use chuhai::content::{ChartKind, Plot, Story};
use chuhai::pattern::escaped;

use super::colours::Colours;
use super::fit::{Room, UiText};
use super::fonts::{Fonts, Voice};
use super::sheet::{Sheet, WIDTH};

/// Where words start, and where they end.
const LEFT: f32 = 72.0;
const RIGHT: f32 = WIDTH as f32 - 72.0;
/// Between these the marks are drawn.
const TOP: f32 = 136.0;
const BOTTOM: f32 = 490.0;
/// The baseline of the title, of the note's first line, and of the last line; the rule above the note.
const TITLE: f32 = 92.0;
const RULE: f32 = 520.0;
const NOTE: f32 = 548.0;
const FOOT: f32 = 606.0;
/// The face that words without one of the project's fonts come in.
const ELSEWHERE: &str = "system-ui, sans-serif";
/// Ticks that thin out, 16 wide and 16 high: the end of a mark whose true end is beyond it.
const BEYOND: &str = "M2 0h4v16h-4zM9 0h2v16h-2zM14 0h1v16h-1z";

/// Which way words run from where they are put.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Start,
    Middle,
    End,
}

/// What is at hand while a plot is drawn.
struct Board<'a> {
    story: &'a Story,
    colours: &'a Colours,
    colour: &'a str,
    sheet: Sheet<'a>,
}

/// Draws one plot's picture as SVG.
///
/// # Errors
///
/// Everything that is wrong with its words.
pub(super) fn picture(
    plot: &Plot,
    story: &Story,
    fonts: &Fonts,
    colours: &Colours,
) -> Result<String, Vec<String>> {
    let home = plot.facts().first().map_or("", |fact| &story[story[*fact].section].id);
    let mut board =
        Board { story, colours, colour: colours.region(home), sheet: Sheet::new(fonts, &colours.paper) };
    board.say("title", Voice::Display, &plot.title, RIGHT - LEFT, 34..=44, (LEFT, TITLE), &colours.ink);
    match &plot.form {
        ChartKind::Bars { counted, dated, bars } => board.bars(bars, counted, *dated),
        ChartKind::Line(points) => board.course(points),
        ChartKind::Timeline(rows) => board.times(rows),
        ChartKind::Waffle(fact) => board.squares(*fact),
        ChartKind::Matrix(places) => board.matrix(places),
        ChartKind::Chronology(rows) => board.events(rows),
    }
    let source = format!("{}. {}", story.ui.site, story.plot_sources(plot));
    board.line((LEFT, RULE), (RIGHT, RULE), &colours.rule);
    let note = plain(&plot.note);
    let words = UiText { name: "note", voice: Voice::Label, lang: &story.ui.language, text: &note };
    let room = Room { width: RIGHT - LEFT, height: 50.0, leading: 1.25, sizes: 14..=18 };
    if let Some(fitted) = board.sheet.fit(words, &room) {
        board.sheet.set(&fitted, (LEFT, NOTE), &colours.soft);
    }
    board.say("source", Voice::Label, &source, RIGHT - LEFT, 14..=18, (LEFT, FOOT), &colours.soft);
    board.sheet.finish()
}

/// The same as a file for programs that have none of the project's fonts, and with its name.
pub(super) fn vector(svg: &str, plot: &Plot) -> String {
    let title = escaped(&plot.title);
    let named = svg.replacen(">\n", &format!(">\n<title>{title}</title>\n"), 1);
    let mut parts = named.split("font-family=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (family, rest) = part.split_once('"').unwrap_or((part, ""));
        let weight = if family.ends_with("Label") { "" } else { " font-weight=\"600\"" };
        format!("{text}font-family=\"{family}, {ELSEWHERE}\"{weight}{rest}")
    })
}

impl Board<'_> {
    /// Sets a line of words; the largest size that fits is taken.
    #[allow(clippy::too_many_arguments, reason = "a line of words has so many properties")]
    fn say(
        &mut self,
        name: &str,
        voice: Voice,
        text: &str,
        width: f32,
        sizes: RangeInclusive<u16>,
        at: (f32, f32),
        colour: &str,
    ) {
        let words = UiText { name, voice, lang: &self.story.ui.language, text };
        let room = Room { width, height: 0.0, leading: 1.2, sizes };
        if let Some(fitted) = self.sheet.fit(words, &room) {
            self.sheet.set(&fitted, at, colour);
        }
    }

    /// Sets a short label of one size, as the ink has it.
    fn label(&mut self, voice: Voice, text: &str, size: u16, from: From, (x, y): (f32, f32)) {
        let colour = if voice == Voice::Label { &self.colours.soft } else { &self.colours.ink };
        let words = UiText { name: "label", voice, lang: &self.story.ui.language, text };
        let room = Room { width: RIGHT, height: 0.0, leading: 1.2, sizes: size..=size };
        let Some(fitted) = self.sheet.fit(words, &room) else { return };
        let back = match from {
            From::Start => 0.0,
            From::Middle => fitted.width() / 2.0,
            From::End => fitted.width(),
        };
        self.sheet.set(&fitted, (x - back, y), colour);
    }

    /// A bar: filled, pale (at some time within it) or striped (computed).
    fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), kind: Kind) {
        let colour = self.colour;
        let fill = match kind {
            Kind::Full => format!("fill=\"{colour}\""),
            Kind::Pale => format!("fill=\"{colour}\" fill-opacity=\"0.3\" stroke=\"{colour}\""),
            Kind::Striped => format!("fill=\"none\" stroke=\"{colour}\""),
        };
        self.sheet.element(format_args!(
            "rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" {fill}"
        ));
        if kind == Kind::Striped {
            let (middle, end) = (y + height / 2.0, x + width);
            self.sheet.element(format_args!(
                "path d=\"M{x:.2} {middle:.2}H{end:.2}\" stroke=\"{colour}\" stroke-width=\"{height:.2}\" stroke-dasharray=\"2 4\""
            ));
        }
    }

    /// Ticks that thin out, turned by so many degrees: the true end is beyond a mark's own.
    fn beyond(&mut self, at: (f32, f32), height: f32, turned: i32) {
        self.ticks(at, height, turned, self.colour);
    }

    /// The same in any colour; in the paper's they are cut out of a mark whose true end is short of its own.
    fn ticks(&mut self, (x, y): (f32, f32), height: f32, turned: i32, colour: &str) {
        let scale = height / 16.0;
        self.sheet.element(format_args!(
            "path transform=\"translate({x:.2} {y:.2}) rotate({turned}) scale(1 {scale:.3})\" d=\"{BEYOND}\" fill=\"{colour}\""
        ));
    }

    fn dot(&mut self, (x, y): (f32, f32), size: f32, colour: &str) {
        self.sheet
            .element(format_args!("circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{size:.2}\" fill=\"{colour}\""));
    }

    fn line(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), colour: &str) {
        self.sheet.element(format_args!(
            "path d=\"M{x1:.2} {y1:.2}L{x2:.2} {y2:.2}\" stroke=\"{colour}\" stroke-width=\"1\""
        ));
    }
}

/// How a bar is filled.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Full,
    Pale,
    Striped,
}
