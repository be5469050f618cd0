//! The layout of plots: marks in data units, independent of size.

use crate::content::model::{FactRef, SectionRef};

/// A point: on the horizontal scale, on the vertical scale.
pub type Point = (f64, f64);
/// From one value of a scale to another.
pub type ValueRange = (f64, f64);

/// A plot, laid out: items with marks, on two scales that all share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotLayout {
    /// How the items are arranged.
    pub arrangement: ItemArrangement,
    /// From left to right.
    pub x: Scale,
    /// From bottom to top.
    pub y: Scale,
    /// The ticks of the horizontal axis.
    pub ticks: Vec<Tick>,
    /// Points that are joined, behind the items.
    pub path: Vec<Point>,
    /// What is drawn, in order.
    pub items: Vec<Item>,
    /// The table's headings: of labels and of details.
    pub column_headings: [String; 2],
}

impl PlotLayout {
    /// A point as fractions of width and height, from the top left.
    pub fn to_fraction(&self, (x, y): Point) -> (f64, f64) {
        (self.x.share(x), 1.0 - self.y.share(y))
    }
}

/// How the items of a plot are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemArrangement {
    /// Each on its own track, after its label.
    #[default]
    Rows,
    /// Each on squares of its own, above its label.
    Squares,
    /// All on one plane, each with its words at its mark.
    Plane,
    /// In a list of words, under their headings.
    List,
}

/// An item of a plot, linked to a fact: its texts and its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// In a list, the heading above it.
    pub heading: String,
    /// What it is.
    pub label: String,
    /// The number or time.
    pub detail: String,
    /// The facts; it links to the first.
    pub facts: Vec<FactRef>,
    /// The section whose colour it has, if it has one of its own.
    pub section: Option<SectionRef>,
    /// Whether it parts a list: what comes before it from what comes after.
    pub is_turn: bool,
    /// The marks, from back to front.
    pub marks: Vec<Mark>,
}

/// A mark in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// An area: from left to right, from bottom to top.
    Bar(ValueRange, ValueRange, Fill),
    /// A point.
    Dot(Point),
    /// Fading strokes at the end of a bar or dot whose true value lies further in a direction.
    Fade(Point, Direction),
    /// Lines that part everything into so many columns and so many rows.
    Grid(u8, u8),
    /// The item's label and detail, after a point.
    Label(Point),
    /// The item's label and detail, ending above a point.
    LabelAbove(Point),
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The value.
    Full,
    /// At some place within it, or a further part of a sum.
    Pale,
    /// What the value is a part of.
    Remainder,
}

/// Where the true value is. `Left` is within a bar, which the strokes then cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say all")]
pub enum Direction {
    Right,
    Down,
    Left,
    Up,
}

impl Direction {
    /// The shape of the strokes, 16 high, toward the right.
    pub const STROKES: &str = "M2-8h4v16h-4zM9-8h2v16h-2zM14-8h1v16h-1z";

    /// The strokes' rotation in degrees, and their distance from the point: vertical ones clear the dot.
    pub fn turn(self) -> (u16, u16) {
        match self {
            Self::Right => (0, 0),
            Self::Down => (90, 8),
            Self::Left => (180, 0),
            Self::Up => (270, 8),
        }
    }
}

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// On the scale.
    pub at: f64,
    /// The label.
    pub label: String,
    /// Whether it is the baseline of bars.
    pub is_baseline: bool,
}

/// The values between the two ends of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self { min: 0.0, max: 1.0 }
    }
}

impl Scale {
    /// The smallest scale that contains zero and all of these values.
    pub fn from_zero(values: impl Iterator<Item = f64>) -> Self {
        let (min, max) =
            values.fold((0.0_f64, 0.0_f64), |(min, max), value| (min.min(value), max.max(value)));
        if min < max { Self { min, max } } else { Self::default() }
    }

    /// How far along the scale a value is, from 0 to 1.
    pub fn share(self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }
}
