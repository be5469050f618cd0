//! A waffle: a share as so many squares of a hundred, from the top.

use crate::content::kinds::Qualifier;
use crate::content::model::{FactRef, Story};

use super::layout::{ChartLayout, Fill, Frame, Item, Mark, Panels, Scale};

/// The rows and columns of squares.
const SIDE: u8 = 10;

pub(super) fn layout(fact: FactRef, story: &Story) -> ChartLayout {
    let side = f64::from(SIDE);
    let figure = story[fact].figure.iter();
    let items = figure.map(|figure| {
        let value = figure.amount.last();
        let (rows, rest) = ((value / side).floor(), value % side);
        let (top, row) = (side - rows, (side - rows - 1.0, side - rows));
        let bar = |x: f64, y, fill| Mark::Bar { x: (0.0, x), y, fill };
        let full = [
            bar(side, (0.0, side), Fill::Rest),
            bar(side, (top, side), Fill::Full),
            bar(rest, row, Fill::Full),
        ];
        let more = figure.qualifier.and_then(Qualifier::beyond) == Some(true) && value < side * side;
        let open = more.then_some(Mark::OpenBar { x: rest, y: row, short: false });
        Item {
            label: figure.text.clone(),
            detail: figure.unit.clone(),
            fact,
            last: fact,
            marks: full.into_iter().chain(open).chain([Mark::Grid(SIDE)]).collect(),
        }
    });
    let scale = Scale { min: 0.0, max: side };
    ChartLayout::Panels(Panels {
        frame: Frame::Squares,
        x: scale,
        y: scale,
        ticks: Vec::new(),
        path: Vec::new(),
        items: items.collect(),
        head: [story.ui.charts.figure.clone(), story.ui.charts.what.clone()],
    })
}
