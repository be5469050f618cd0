//! A matrix: who is where, a row each.

use std::collections::BTreeSet;

use crate::content::model::{EntityRef, FactRef, SectionRef, Story};
use crate::template::fill;

use super::layout::{Cell, ChartLayout, Table};

/// A row of who is where.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Who.
    pub entity: EntityRef,
    /// A fact that shows it, one a region.
    pub facts: Vec<FactRef>,
    /// Whether it was gone by the time of the feature.
    pub gone: bool,
}

/// The columns are the regions of the facts, in the story's order.
pub(super) fn layout(rows: &[MatrixRow], story: &Story) -> ChartLayout {
    let facts = rows.iter().flat_map(|row| &row.facts);
    let columns: BTreeSet<_> = facts.map(|fact| story[*fact].section).collect();
    let row = |row: &MatrixRow| {
        let cells = columns.iter().map(|region| row.cell(*region, story));
        (story[row.entity].name.clone(), cells.collect())
    };
    ChartLayout::Table(Table { rows: rows.iter().map(row).collect(), columns: columns.into_iter().collect() })
}

impl MatrixRow {
    fn cell(&self, region: SectionRef, story: &Story) -> Option<Cell> {
        let fact = *self.facts.iter().find(|fact| story[**fact].section == region)?;
        let name = &story[region].region;
        let words = if self.gone { fill(&story.ui.charts.gone, &[("region", name)]) } else { name.clone() };
        Some(Cell { words, fact, hollow: self.gone })
    }
}
