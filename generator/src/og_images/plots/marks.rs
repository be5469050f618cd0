//! Draws a plot's marks at the size of the image.

use chuhai::content::{BarFill, FadeDirection, ItemArrangement, Mark, PlotItem, PlotLayout, Point};

use super::super::fonts::FontRole::{Label, Strong};
use super::TextAnchor::{self, End, Middle, Start};
use super::{BOTTOM, LEFT, PlotCanvas, RIGHT, TEXT_WIDTH, TOP};

/// The left edge of tracks.
const TRACKS_LEFT: f32 = 470.0;
/// The maximum height of a row.
const MAX_ROW_HEIGHT: f32 = 84.0;
/// The maximum height of a track.
const MAX_TRACK_HEIGHT: f32 = 34.0;
/// The height that a row needs for two lines of text.
const TWO_LINES_HEIGHT: f32 = 34.0;
/// The height of tick labels, below the marks.
const TICK_LABEL_HEIGHT: f32 = 36.0;
/// The width of strokes, beside the marks.
const STROKES_WIDTH: f32 = 24.0;
/// The height of a label above a point.
const POINT_LABEL_HEIGHT: f32 = 54.0;
/// The radius of a dot on a plane.
const DOT_RADIUS: f32 = 9.0;
/// The maximum height of a list's line.
const MAX_LINE_HEIGHT: f32 = 25.0;
/// The gap between a list's columns.
const COLUMN_GAP: f32 = 24.0;
/// The width of a list's short heading, in units of its size. Long headings take twice as much.
const HEADING_WIDTH: f32 = 5.5;
/// The most letters of a short heading.
const FEW_LETTERS: usize = 12;
/// The distance by which a list starts above other marks.
const LIST_RISE: f32 = 20.0;

/// The area and the scales of the marks.
#[derive(Clone, Copy)]
struct Area<'a> {
    layout: &'a PlotLayout,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl Area<'_> {
    fn place(&self, point: Point) -> (f32, f32) {
        let (x, y) = self.layout.to_fraction(point);
        (self.left + self.width * x as f32, self.top + self.height * y as f32)
    }
}

impl PlotCanvas<'_> {
    /// Draws the marks in rows, squares, a plane or a list.
    pub(super) fn layout(&mut self, layout: &PlotLayout) {
        match layout.arrangement {
            ItemArrangement::Rows => self.rows(layout),
            ItemArrangement::Squares => self.squares(layout),
            ItemArrangement::Plane => self.plane(layout),
            ItemArrangement::List => self.list(layout),
        }
    }

    fn rows(&mut self, layout: &PlotLayout) {
        let count = layout.items.len().max(1) as f32;
        let row = ((BOTTOM - TICK_LABEL_HEIGHT - TOP) / count).min(MAX_ROW_HEIGHT);
        let (width, height, track) =
            (RIGHT - STROKES_WIDTH - TRACKS_LEFT, row * count, (row * 0.5).min(MAX_TRACK_HEIGHT));
        self.axis(&Area { layout, left: TRACKS_LEFT, top: TOP, width, height });
        let words = TRACKS_LEFT - LEFT - 20.0;
        for (index, item) in layout.items.iter().enumerate() {
            let middle = TOP + row * (index as f32 + 0.5);
            if row < TWO_LINES_HEIGHT {
                let (size, line) = ((row * 0.8) as u16, format!("{}: {}", item.label, item.detail));
                self.text("label", Label, size..=size, &line, (Start, LEFT, middle + row * 0.25, words));
            } else {
                let size = (row * 0.4).min(20.0) as u16;
                let (upper, lower) = (middle - row * 0.05, middle + f32::from(size) * 0.95);
                self.text("label", Strong, size - size / 5..=size, &item.label, (Start, LEFT, upper, words));
                let small = size - size / 5..=size - size / 10;
                self.text("time", Label, small, &item.detail, (Start, LEFT, lower, words));
            }
            let area = Area { layout, left: TRACKS_LEFT, top: middle - track / 2.0, width, height: track };
            self.marks(item, &area, track / 2.0);
        }
    }

    fn squares(&mut self, layout: &PlotLayout) {
        let side = TEXT_WIDTH / layout.x.max as f32;
        let height = side * layout.y.max as f32;
        for item in &layout.items {
            self.marks(item, &Area { layout, left: LEFT, top: TOP, width: TEXT_WIDTH, height }, side / 2.0);
            self.text("figure", Strong, 32..=56, &item.label, (Start, LEFT, BOTTOM - 16.0, TEXT_WIDTH / 2.0));
            self.text("unit", Label, 16..=28, &item.detail, (End, RIGHT, BOTTOM - 16.0, TEXT_WIDTH / 2.0));
        }
    }

    fn plane(&mut self, layout: &PlotLayout) {
        let height = BOTTOM - TICK_LABEL_HEIGHT - TOP - POINT_LABEL_HEIGHT;
        let area = Area {
            layout,
            left: LEFT,
            top: TOP + POINT_LABEL_HEIGHT,
            width: RIGHT - STROKES_WIDTH - LEFT,
            height,
        };
        self.axis(&area);
        let (_, base) = area.place((0.0, 0.0));
        self.line((area.left, base), (area.left + area.width, base), &self.colors.text);
        let positions = layout.path.iter().map(|point| area.place(*point));
        let points: Vec<_> = positions.map(|(x, y)| format!("{x:.2} {y:.2}")).collect();
        self.canvas.element(format_args!(
            "polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\" stroke-dasharray=\"3 5\"",
            points.join(" "),
            self.color
        ));
        for item in &layout.items {
            self.marks(item, &area, DOT_RADIUS);
        }
    }

    /// Draws a list of items under headings, in two columns.
    fn list(&mut self, layout: &PlotLayout) {
        let half = layout.items.len().div_ceil(2).max(1);
        let (column, height) = (
            (TEXT_WIDTH + COLUMN_GAP) / 2.0,
            ((BOTTOM - TOP + LIST_RISE) / half as f32).min(MAX_LINE_HEIGHT),
        );
        let size = (height * 0.8) as u16;
        let long = layout.items.iter().any(|item| item.heading.chars().count() > FEW_LETTERS);
        let indent = f32::from(size) * if long { 2.0 * HEADING_WIDTH } else { HEADING_WIDTH };
        let mut heading = "";
        for (index, item) in layout.items.iter().enumerate() {
            let x = LEFT + column * (index / half) as f32;
            let y = TOP - LIST_RISE + height * ((index % half) as f32 + 0.7);
            if item.heading != heading || index % half == 0 {
                heading = &item.heading;
                self.text("year", Strong, size - size / 5..=size, heading, (Start, x, y, indent));
            }
            let when = if item.detail.is_empty() { String::new() } else { format!("{}: ", item.detail) };
            let (words, position) =
                (when + &item.label, (Start, x + indent, y, column - COLUMN_GAP - indent));
            self.text("event", Label, size - size / 4..=size, &words, position);
        }
    }

    fn axis(&mut self, area: &Area<'_>) {
        let (colors, end) = (self.colors, area.top + area.height);
        for tick in &area.layout.ticks {
            let (x, _) = area.place((tick.position, 0.0));
            self.line((x, area.top), (x, end), if tick.is_baseline { &colors.text } else { &colors.border });
            self.text("label", Label, 20..=20, &tick.label, (Middle, x, end + 28.0, TEXT_WIDTH));
        }
    }

    fn marks(&mut self, item: &PlotItem, area: &Area<'_>, radius: f32) {
        for mark in &item.marks {
            self.mark(*mark, item, area, radius);
        }
    }

    /// Draws a mark. `radius` is that of dots, and scales strokes.
    fn mark(&mut self, mark: Mark, item: &PlotItem, area: &Area<'_>, radius: f32) {
        let (color, colors) = (self.color, self.colors);
        match mark {
            Mark::Bar((left, right), (low, high), fill) => {
                let ((left, top), (right, bottom)) = (area.place((left, high)), area.place((right, low)));
                let (width, height) = (right - left, bottom - top);
                let paint = match fill {
                    BarFill::Full => format!("fill=\"{color}\""),
                    BarFill::Pale => format!("fill=\"{color}\" fill-opacity=\"0.3\" stroke=\"{color}\""),
                    BarFill::Remainder => format!("fill=\"{}\" fill-opacity=\"0.6\"", colors.border),
                };
                self.canvas.element(format_args!(
                    "rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" {paint}"
                ));
            }
            Mark::Dot(point) => {
                let (x, y) = area.place(point);
                self.canvas.element(format_args!(
                    "circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"{color}\""
                ));
            }
            Mark::Fade(point, toward) => {
                let ((x, y), turned, scale) = (area.place(point), toward.rotation_degrees(), radius / 8.0);
                let (color, strokes) = (
                    if toward == FadeDirection::Left { &colors.background } else { color },
                    FadeDirection::STROKES,
                );
                self.canvas.element(format_args!(
                    "path transform=\"translate({x:.2} {y:.2}) rotate({turned}) scale(1 {scale:.3})\" \
                     d=\"{strokes}\" fill=\"{color}\""
                ));
            }
            Mark::Grid(columns, rows) => {
                let Area { left, top, width, height, .. } = *area;
                let shares = |parts: u8| (1..parts).map(move |part| f32::from(part) / f32::from(parts));
                let vertical =
                    shares(columns).map(|share| format!("M{:.2} {top}v{height}", left + width * share));
                let horizontal =
                    shares(rows).map(|share| format!("M{left} {:.2}h{width}", top + height * share));
                self.canvas.element(format_args!(
                    "path d=\"{}\" stroke=\"{}\" stroke-width=\"5\"",
                    vertical.chain(horizontal).collect::<String>(),
                    colors.background
                ));
            }
            Mark::Label(point) => self.words(item, Start, area.place(point), (20.0, 16.0)),
            Mark::LabelAbove(point) => self.words(item, End, area.place(point), (DOT_RADIUS, -46.0)),
        }
    }

    /// Draws an item's label and detail at an offset from a point.
    fn words(&mut self, item: &PlotItem, anchor: TextAnchor, (x, y): (f32, f32), (right, down): (f32, f32)) {
        let (x, y) = (x + right, y + down);
        self.text("label", Strong, 24..=24, &item.label, (anchor, x, y, TEXT_WIDTH));
        self.text("label", Label, 20..=20, &item.detail, (anchor, x, y + 26.0, TEXT_WIDTH));
    }
}
