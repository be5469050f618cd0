//! Draws marks at the picture's size.

use chuhai::content::{Fill, Frame, Item, Mark, Panels};

use super::super::fonts::FontRole;
use super::{BOTTOM, ChartCanvas, LEFT, RIGHT, TOP, TextAnchor};

/// The left edge of tracks, the maximum height of a row, and that of a track.
const TRACKS: f32 = 470.0;
const ROW: f32 = 84.0;
const TRACK: f32 = 34.0;
/// What names of ticks take below the marks, and what strokes take beside them.
const NAMES: f32 = 36.0;
const STROKES: f32 = 24.0;
/// What words take above a point.
const WORDS: f32 = 54.0;
/// The radius of a dot on a plane.
const DOT: f32 = 9.0;
/// Strokes that thin out, 16 wide and 16 high.
const OPEN: &str = "M2 0h4v16h-4zM9 0h2v16h-2zM14 0h1v16h-1z";

/// Where marks are drawn, and their scales.
struct Area<'a> {
    panels: &'a Panels,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl Area<'_> {
    fn x(&self, value: f64) -> f32 {
        self.left + self.width * self.panels.x.share(value) as f32
    }

    fn y(&self, value: f64) -> f32 {
        self.top + self.height * (1.0 - self.panels.y.share(value) as f32)
    }
}

impl ChartCanvas<'_> {
    /// Draws rows, squares or a plane.
    pub(super) fn panels(&mut self, panels: &Panels) {
        match panels.frame {
            Frame::Rows => self.rows(panels),
            Frame::Squares => self.squares(panels),
            Frame::Plane => self.plane(panels),
        }
    }

    fn rows(&mut self, panels: &Panels) {
        let row = ((BOTTOM - NAMES - TOP) / panels.items.len().max(1) as f32).min(ROW);
        let height = row * panels.items.len() as f32;
        let area = Area { panels, left: TRACKS, top: TOP, width: RIGHT - STROKES - TRACKS, height };
        self.axis(&area);
        let (ink, soft, width) =
            (self.colours.text.clone(), self.colours.muted.clone(), TRACKS - LEFT - 20.0);
        let size = (row * 0.4).min(20.0) as u16;
        for (at, item) in panels.items.iter().enumerate() {
            let middle = TOP + row * (at as f32 + 0.5);
            let sizes = |size: u16| (size * 4 / 5).min(16)..=size;
            self.fit_text(
                "label",
                FontRole::Figure,
                &item.label,
                width,
                sizes(size),
                (LEFT, middle - row * 0.05),
                &ink,
            );
            let below = (LEFT, middle + f32::from(size) * 0.95);
            self.fit_text("time", FontRole::Label, &item.detail, width, sizes(size * 9 / 10), below, &soft);
            let track = (row * 0.5).min(TRACK);
            let area = Area { top: middle - track / 2.0, height: track, ..area };
            self.marks(item, &area, track / 2.0);
        }
    }

    fn squares(&mut self, panels: &Panels) {
        let side = BOTTOM - TOP;
        let (x, colour, soft) = (LEFT + side + 56.0, self.colour, self.colours.muted.clone());
        for item in &panels.items {
            self.marks(item, &Area { panels, left: LEFT, top: TOP, width: side, height: side }, DOT);
            let width = RIGHT - x;
            self.fit_text(
                "figure",
                FontRole::Figure,
                &item.label,
                width,
                48..=108,
                (x, BOTTOM - 60.0),
                colour,
            );
            self.fit_text("unit", FontRole::Label, &item.detail, width, 20..=32, (x, BOTTOM - 8.0), &soft);
        }
    }

    fn plane(&mut self, panels: &Panels) {
        let height = BOTTOM - NAMES - TOP - WORDS;
        let area = Area { panels, left: LEFT, top: TOP + WORDS, width: RIGHT - 20.0 - LEFT, height };
        self.axis(&area);
        let (ink, base) = (self.colours.text.clone(), area.y(0.0));
        self.line((area.left, base), (area.left + area.width, base), &ink);
        let points: Vec<_> =
            panels.path.iter().map(|(x, y)| format!("{:.2} {:.2}", area.x(*x), area.y(*y))).collect();
        self.canvas.element(format_args!(
            "polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\" stroke-dasharray=\"3 5\"",
            points.join(" "),
            self.colour
        ));
        for item in &panels.items {
            self.marks(item, &area, DOT);
        }
    }

    fn axis(&mut self, area: &Area<'_>) {
        let (border, ink) = (self.colours.border.clone(), self.colours.text.clone());
        let end = area.top + area.height;
        for tick in &area.panels.ticks {
            let x = area.x(tick.at);
            self.line((x, area.top), (x, end), if tick.base { &ink } else { &border });
            self.label(FontRole::Label, &tick.label, 20, TextAnchor::Middle, (x, end + 28.0));
        }
    }

    fn marks(&mut self, item: &Item, area: &Area<'_>, radius: f32) {
        for mark in &item.marks {
            self.mark(mark, item, area, radius);
        }
    }

    fn mark(&mut self, mark: &Mark, item: &Item, area: &Area<'_>, radius: f32) {
        match mark {
            Mark::Bar { x: (from, to), y: (low, high), fill } => {
                let (x, y) = (area.x(*from), area.y(*high));
                self.bar((x, y), (area.x(*to) - x, area.y(*low) - y), *fill);
            }
            Mark::Dot { x, y } => self.canvas.element(format_args!(
                "circle cx=\"{:.2}\" cy=\"{:.2}\" r=\"{radius:.2}\" fill=\"{}\"",
                area.x(*x),
                area.y(*y),
                self.colour
            )),
            Mark::OpenBar { x, y: (low, high), short } => {
                let (top, height) = (area.y(*high), area.y(*low) - area.y(*high));
                let (way, colour) =
                    if *short { (-1, self.colours.background.as_str()) } else { (1, self.colour) };
                self.canvas.element(format_args!(
                    "path transform=\"translate({:.2} {top:.2}) scale({way} {:.3})\" d=\"{OPEN}\" fill=\"{colour}\"",
                    area.x(*x),
                    height / 16.0
                ));
            }
            Mark::OpenDot { x, y, short } => {
                let turned = if *short { 90 } else { -90 };
                self.canvas.element(format_args!(
                    "path transform=\"translate({:.2} {:.2}) rotate({turned}) translate(8 -10) scale(1 1.25)\" d=\"{OPEN}\" fill=\"{}\"",
                    area.x(*x),
                    area.y(*y),
                    self.colour
                ));
            }
            Mark::Grid(parts) => {
                for part in 1..*parts {
                    let share = f32::from(part) / f32::from(*parts);
                    let (x, y) = (area.left + area.width * share, area.top + area.height * share);
                    self.canvas.element(format_args!(
                        "path d=\"M{x:.2} {}v{}M{} {y:.2}h{}\" stroke=\"{}\" stroke-width=\"5\"",
                        area.top, area.height, area.left, area.width, self.colours.background
                    ));
                }
            }
            Mark::Words { x, y, above } => {
                let (x, y) = (area.x(*x), area.y(*y));
                let (anchor, x, y) = if *above {
                    (TextAnchor::End, x + DOT, y - 46.0)
                } else {
                    (TextAnchor::Start, x + 20.0, y + 16.0)
                };
                self.label(FontRole::Figure, &item.label, 24, anchor, (x, y));
                self.label(FontRole::Label, &item.detail, 20, anchor, (x, y + 26.0));
            }
        }
    }

    fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), fill: Fill) {
        let (colour, border) = (self.colour, &self.colours.border);
        let paint = match fill {
            Fill::Full => format!("fill=\"{colour}\""),
            Fill::Pale => format!("fill=\"{colour}\" fill-opacity=\"0.3\" stroke=\"{colour}\""),
            Fill::Striped => format!("fill=\"none\" stroke=\"{colour}\""),
            Fill::Rest => format!("fill=\"{border}\" fill-opacity=\"0.6\""),
        };
        self.canvas.element(format_args!(
            "rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" {paint}"
        ));
        if fill == Fill::Striped {
            let (middle, end) = (y + height / 2.0, x + width);
            self.canvas.element(format_args!(
                "path d=\"M{x:.2} {middle:.2}H{end:.2}\" stroke=\"{colour}\" stroke-width=\"{height:.2}\" stroke-dasharray=\"2 4\""
            ));
        }
    }
}
