//! A waffle: a share as squares of a hundred, filled from the top.

use super::layout::{BarFill, FadeDirection, ItemArrangement, Mark, PlotItem, PlotLayout, Scale};
use super::reader::PlotReader;
use super::{Form, PlotForm};
use crate::content::parse::TomlTable;
use crate::content::{Amount, Fact, FactRef, Figure, Qualifier, Story};

/// A share of a hundred: the figure of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Waffle(FactRef);

/// Squares per row.
const COLUMNS: u8 = 20;
/// Number of rows. Rows and columns make a hundred squares.
const ROWS: u8 = 5;

pub(super) fn read(reader: &PlotReader<'_>, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
    let id = fields.required::<String>("fact", "the id of a fact in quotes")?;
    let of_a_hundred = |fact: &Fact| {
        let amount = fact.figure.as_ref().map(|figure| figure.amount);
        matches!(amount, Some(Amount::Value(value)) if (0.0..=100.0).contains(&value))
    };
    let fact = reader.fact_with(&id, "a fact with a figure of 0 to 100", of_a_hundred)?;
    Some(PlotForm::Waffle(Waffle(fact)))
}

impl Form for Waffle {
    fn layout(&self, story: &Story) -> PlotLayout {
        let item = |figure: &Figure| PlotItem {
            label: figure.text.clone(),
            detail: figure.unit.clone(),
            facts: self.facts(),
            marks: marks(figure),
            ..PlotItem::default()
        };
        let scale = |max: u8| Scale { min: 0.0, max: max.into() };
        PlotLayout {
            arrangement: ItemArrangement::Squares,
            x: scale(COLUMNS),
            y: scale(ROWS),
            items: story[self.0].figure.iter().map(item).collect(),
            column_headings: [story.ui.plots.figure.clone(), story.ui.plots.what.clone()],
            ..PlotLayout::default()
        }
    }

    fn facts(&self) -> Vec<FactRef> {
        vec![self.0]
    }

    fn texts(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// All squares, the full rows, the squares of the next row, and strokes for a lower bound.
fn marks(figure: &Figure) -> Vec<Mark> {
    let (columns, rows, value) = (f64::from(COLUMNS), f64::from(ROWS), figure.amount.last());
    let (top, rest) = (rows - (value / columns).floor(), value % columns);
    let more = figure.qualifier.and_then(Qualifier::is_lower_bound) == Some(true) && top > 0.0;
    let mut marks = vec![
        Mark::Bar((0.0, columns), (0.0, rows), BarFill::Remainder),
        Mark::Bar((0.0, columns), (top, rows), BarFill::Full),
        Mark::Bar((0.0, rest), (top - 1.0, top), BarFill::Full),
    ];
    marks.extend(more.then_some(Mark::Fade((rest, top - 0.5), FadeDirection::Right)));
    marks.push(Mark::Grid(COLUMNS, ROWS));
    marks
}
