//! A matrix: who is where, as rows of words.

use crate::content::model::{EntityRef, FactRef, Story};
use crate::template::fill;

use super::layout::{ChartLayout, Item, ItemArrangement};

/// A row of who is where.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Who.
    pub entity: EntityRef,
    /// A fact that shows it, one a region.
    pub facts: Vec<FactRef>,
    /// Whether it had left by the time of the source article. `gone` in content files.
    pub has_left: bool,
}

pub(super) fn layout(rows: &[MatrixRow], story: &Story) -> ChartLayout {
    let items = rows.iter().flat_map(|row| {
        row.facts.iter().map(|fact| {
            let region = &story[story[*fact].section].region;
            let label =
                fill(if row.has_left { &story.ui.charts.gone } else { "{region}" }, &[("region", region)]);
            Item { heading: story[row.entity].name.clone(), label, facts: vec![*fact], ..Item::default() }
        })
    });
    ChartLayout { arrangement: ItemArrangement::List, items: items.collect(), ..ChartLayout::default() }
}
