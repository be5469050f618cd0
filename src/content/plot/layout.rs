//! The layout of plots: marks in data units, independent of size.

use crate::content::{FactRef, SectionRef};

/// A point: horizontal and vertical value.
pub type Point = (f64, f64);
/// A range of values: start and end.
pub type ValueRange = (f64, f64);

/// The layout of a plot: items with marks, on two shared scales.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotLayout {
    /// Arrangement of the items.
    pub arrangement: ItemArrangement,
    /// Horizontal scale, from left to right.
    pub x: Scale,
    /// Vertical scale, from bottom to top.
    pub y: Scale,
    /// Ticks of the horizontal axis.
    pub ticks: Vec<Tick>,
    /// Points of the line behind the items.
    pub path: Vec<Point>,
    /// Items, in drawing order.
    pub items: Vec<PlotItem>,
    /// Headings of the data table: for labels and for details.
    pub column_headings: [String; 2],
}

impl PlotLayout {
    /// Converts a point to fractions of width and height, from the top left.
    pub fn to_fraction(&self, (x, y): Point) -> (f64, f64) {
        (self.x.share(x), 1.0 - self.y.share(y))
    }
}

/// Arrangement of a plot's items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemArrangement {
    /// Each item on a track, after its label.
    #[default]
    Rows,
    /// Each item on a grid of squares, above its label.
    Squares,
    /// All items on one plane, each with its text at its mark.
    Plane,
    /// A list of text, under headings.
    List,
}

/// An item of a plot, linked to a fact: its texts and its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotItem {
    /// Heading above it, in a list.
    pub heading: String,
    /// Label.
    pub label: String,
    /// Number or time, as text.
    pub detail: String,
    /// Facts. The item links to the first.
    pub facts: Vec<FactRef>,
    /// Section that gives the colour. `None` for the plot's own.
    pub section: Option<SectionRef>,
    /// Whether it separates earlier items of a list from later ones.
    pub is_turn: bool,
    /// Marks, from back to front.
    pub marks: Vec<Mark>,
}

/// A mark in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A rectangle: horizontal range, vertical range, fill.
    Bar(ValueRange, ValueRange, BarFill),
    /// A dot.
    Dot(Point),
    /// Fading strokes at the end of a bar or dot, toward its true value.
    Fade(Point, FadeDirection),
    /// Grid lines between this many columns and rows.
    Grid(u8, u8),
    /// Label and detail, after a point.
    Label(Point),
    /// Label and detail above a point, aligned to its end.
    LabelAbove(Point),
}

/// Fill of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarFill {
    /// The value.
    Full,
    /// A period that contains the value, or a later part of a sum.
    Pale,
    /// The rest of the whole that the value is a part of.
    Remainder,
}

/// Direction of the true value from its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FadeDirection {
    /// More, or later.
    Right,
    /// Less, inside a bar: the strokes cut the bar.
    Left,
}

impl FadeDirection {
    /// SVG path of the strokes: 16 units high, pointing right.
    pub const STROKES: &str = "M2-8h4v16h-4zM9-8h2v16h-2zM14-8h1v16h-1z";

    /// Rotation of the strokes in degrees.
    pub fn rotation_degrees(self) -> u16 {
        match self {
            Self::Right => 0,
            Self::Left => 180,
        }
    }
}

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Position on the scale.
    pub position: f64,
    /// The label.
    pub label: String,
    /// Whether it is the baseline of bars.
    pub is_baseline: bool,
}

/// The range of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Lower end.
    pub min: f64,
    /// Upper end.
    pub max: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self { min: 0.0, max: 1.0 }
    }
}

impl Scale {
    /// Smallest scale that contains zero and all values.
    pub fn from_zero(values: impl Iterator<Item = f64>) -> Self {
        let (min, max) =
            values.fold((0.0_f64, 0.0_f64), |(min, max), value| (min.min(value), max.max(value)));
        if min < max { Self { min, max } } else { Self::default() }
    }

    /// Position of a value on the scale, from 0 to 1.
    pub fn share(self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }
}
