//! A timeline: what happened when, or lasted how long, a row each.

use crate::content::model::{FactRef, Story};
use crate::template::fill;

use super::axis::DayRange;
use super::layout::{Direction, Fill, Item, Mark, PlotLayout, Scale};

/// A row of what happened when.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// Who or what.
    pub label: String,
    /// When it happened or began.
    pub from: FactRef,
    /// When it ended, or what shows that it lasted.
    pub to: Option<FactRef>,
    /// Whether that was the end.
    pub has_ended: bool,
}

pub(super) fn layout(rows: &[TimelineRow], story: &Story) -> PlotLayout {
    let days = || rows.iter().flat_map(TimelineRow::facts).map(|fact| story[fact].days());
    let first = days().map(|days| days.first).min().unwrap_or_default();
    let end = days().map(|days| days.end).max().unwrap_or(first + 1);
    let axis = DayRange { first, end }.to_named_end();
    let x = Scale { min: axis.first as f64, max: axis.end as f64 };
    let item = |row: &TimelineRow| Item {
        label: row.label.clone(),
        detail: row.duration_label(story),
        facts: row.facts().collect(),
        marks: row.marks(x.max, story),
        ..Item::default()
    };
    PlotLayout {
        x,
        ticks: story.time_ticks(axis),
        items: rows.iter().map(item).collect(),
        column_headings: [story.ui.plots.what.clone(), story.ui.plots.when.clone()],
        ..PlotLayout::default()
    }
}

impl TimelineRow {
    /// The facts that date it.
    pub fn facts(&self) -> impl Iterator<Item = FactRef> {
        [self.from].into_iter().chain(self.to)
    }

    /// When it was.
    fn duration_label(&self, story: &Story) -> String {
        let ui = &story.ui.plots;
        let from = story.when(&story[self.from]);
        let Some(to) = self.to.map(|to| story.when(&story[to])) else { return from };
        fill(if self.has_ended { &ui.stayed } else { &ui.there }, &[("from", &from), ("to", &to)])
    }

    /// The time of each of its facts, what lies between, and strokes where it goes on.
    fn marks(&self, end: f64, story: &Story) -> Vec<Mark> {
        let from = story[self.from].days();
        let Some(to) = self.to.map(|to| story[to].days()) else {
            return vec![within(from).unwrap_or(Mark::Dot((from.first as f64 + 0.5, 0.5)))];
        };
        // A known day is the bar's own end: a dot would lengthen it.
        let known = (
            if within(from).is_some() { from.end } else { from.first },
            if within(to).is_some() { to.first } else { to.end },
        );
        let between = (known.0 < known.1).then(|| bar(known.0, known.1, Fill::Full));
        let open = (!self.has_ended).then_some(Mark::Fade((end, 0.5), Direction::Right));
        within(from).into_iter().chain(between).chain(within(to)).chain(open).collect()
    }
}

/// At some time within these days. None if it is a single one.
fn within(days: DayRange) -> Option<Mark> {
    (days.end - days.first > 1).then(|| bar(days.first, days.end, Fill::Pale))
}

fn bar(first: i64, after: i64, fill: Fill) -> Mark {
    Mark::Bar((first as f64, after as f64), (0.0, 1.0), fill)
}
