//! A waffle: a share as squares of a hundred, filled from the top.

use crate::content::kinds::Qualifier;
use crate::content::model::{FactRef, Figure, Story};

use super::layout::{BarFill, FadeDirection, ItemArrangement, Mark, PlotItem, PlotLayout, Scale};

/// Squares per row.
const COLUMNS: u8 = 20;
/// Number of rows. Rows and columns make a hundred squares.
const ROWS: u8 = 5;

pub(super) fn layout(fact: FactRef, story: &Story) -> PlotLayout {
    let item = |figure: &Figure| PlotItem {
        label: figure.text.clone(),
        detail: figure.unit.clone(),
        facts: vec![fact],
        marks: marks(figure),
        ..PlotItem::default()
    };
    let scale = |max: u8| Scale { min: 0.0, max: max.into() };
    PlotLayout {
        arrangement: ItemArrangement::Squares,
        x: scale(COLUMNS),
        y: scale(ROWS),
        items: story[fact].figure.iter().map(item).collect(),
        column_headings: [story.ui.plots.figure.clone(), story.ui.plots.what.clone()],
        ..PlotLayout::default()
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
