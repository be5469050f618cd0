//! What charts are drawn from: marks in data units, of any size on paper or screen.

use crate::content::kinds::Era;
use crate::content::model::{FactRef, SectionRef};

/// A chart, laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartLayout {
    /// Marks on scales.
    Panels(Panels),
    /// Entries under headings.
    List(Vec<Group>),
    /// Entries in rows and columns.
    Table(Table),
}

/// Marks on two scales that all items share.
#[derive(Clone, Debug, PartialEq)]
pub struct Panels {
    /// Where the items stand.
    pub frame: Frame,
    /// From left to right.
    pub x: Scale,
    /// From bottom to top.
    pub y: Scale,
    /// The ticks of the horizontal axis.
    pub ticks: Vec<Tick>,
    /// Points that are joined, behind the items.
    pub path: Vec<(f64, f64)>,
    /// What is drawn, in order.
    pub items: Vec<Item>,
    /// Heads the columns of labels and of details in a table.
    pub head: [String; 2],
}

/// Where the items of a chart stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Each on a track of its own, its words before it.
    Rows,
    /// Each on a square of its own, its words beside it.
    Squares,
    /// All on one plane, each with its words at its mark.
    Plane,
}

/// Marks that lead to one fact, and their words.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub label: String,
    /// Its number or time.
    pub detail: String,
    /// The fact that it leads to.
    pub fact: FactRef,
    /// The last of its facts.
    pub last: FactRef,
    /// Its marks, from back to front.
    pub marks: Vec<Mark>,
}

/// A mark in data units.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An area between two values of each scale.
    Bar {
        /// From left to right.
        x: (f64, f64),
        /// From bottom to top.
        y: (f64, f64),
        /// How it is filled.
        fill: Fill,
    },
    /// A point.
    Dot {
        /// On the horizontal scale.
        x: f64,
        /// On the vertical scale.
        y: f64,
    },
    /// Strokes that thin out beside a bar, because the true value is beyond it.
    OpenBar {
        /// Where the bar ends.
        x: f64,
        /// How high the bar is.
        y: (f64, f64),
        /// Whether they cut into the bar: the true value is short of it.
        short: bool,
    },
    /// Strokes that thin out above a dot, or below it if the true value is short of it.
    OpenDot {
        /// On the horizontal scale.
        x: f64,
        /// On the vertical scale.
        y: f64,
        /// Whether the true value is short of it.
        short: bool,
    },
    /// Lines that part the panel into so many columns and rows.
    Grid(u8),
    /// The item's own words, beside a point.
    Words {
        /// On the horizontal scale.
        x: f64,
        /// On the vertical scale.
        y: f64,
        /// Whether they end above the point, instead of beginning after it.
        above: bool,
    },
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The value.
    Full,
    /// At some place within it.
    Pale,
    /// A value that the story has computed.
    Striped,
    /// What the value is a part of.
    Rest,
}

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// On the scale.
    pub at: f64,
    /// What is written there.
    pub label: String,
    /// Whether it is the line that bars begin at.
    pub base: bool,
}

/// The values between the two ends of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
}

impl Scale {
    /// The scale of one row: from nothing to all of it.
    pub const UNIT: Self = Self { min: 0.0, max: 1.0 };

    /// A scale that holds zero and all of these values.
    pub fn from_zero(values: impl Iterator<Item = f64>) -> Self {
        let (min, max) =
            values.fold((0.0, 0.0), |(min, max): (f64, f64), value| (min.min(value), max.max(value)));
        if min < max { Self { min, max } } else { Self::UNIT }
    }

    /// How far along the scale a value is, from 0 to 1.
    pub fn share(self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }
}

/// Entries under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its heading.
    pub heading: String,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its date, for machines.
    pub date: String,
    /// When it was within its group; may be empty.
    pub when: String,
    /// What happened.
    pub words: String,
    /// The fact that it leads to.
    pub fact: Option<FactRef>,
    /// The time that it belongs to, if it is not the feature's own.
    pub era: Option<Era>,
}

/// Rows with a place for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The section that each column stands for.
    pub columns: Vec<SectionRef>,
    /// The rows: a name, and what is in each column.
    pub rows: Vec<(String, Vec<Option<Cell>>)>,
}

/// What is in a column of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it says.
    pub words: String,
    /// The fact that it leads to.
    pub fact: FactRef,
    /// Whether its dot is a ring.
    pub hollow: bool,
}
