//! A timeline: events and periods, one per row.

use super::axis::DayRange;
use super::layout::{BarFill, FadeDirection, Mark, PlotItem, PlotLayout, Scale};
use super::reader::{PlotReader, joined, present};
use super::{Form, PlotForm};
use crate::content::parse::TomlTable;
use crate::content::{FactRef, Story};
use crate::template::fill;

/// Events and periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline(Vec<Row>);

#[derive(Clone, Debug, PartialEq)]
struct Row {
    label: String,
    /// Fact that dates the event or the start of the period.
    from: FactRef,
    /// Fact that dates the end, or the last evidence that the period went on.
    to: Option<FactRef>,
    /// Whether `to` is the end of the period.
    has_ended: bool,
}

pub(super) fn read(reader: &PlotReader<'_>, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
    reader.rows(fields, |row| Row::read(reader, row)).map(|rows| PlotForm::Timeline(Timeline(rows)))
}

impl Form for Timeline {
    fn layout(&self, story: &Story) -> PlotLayout {
        let days = || self.facts().into_iter().map(|fact| story[fact].days());
        let first = days().map(|days| days.first).min().unwrap_or_default();
        let end = days().map(|days| days.end).max().unwrap_or(first + 1);
        let axis = DayRange { first, end }.extended_to_year_end();
        let x = Scale { min: axis.first as f64, max: axis.end as f64 };
        let item = |row: &Row| PlotItem {
            label: row.label.clone(),
            detail: row.date_label(story),
            facts: row.facts().collect(),
            marks: row.marks(x.max, story),
            ..PlotItem::default()
        };
        PlotLayout {
            x,
            ticks: story.time_ticks(axis),
            items: self.0.iter().map(item).collect(),
            column_headings: [story.ui.plots.what.clone(), story.ui.plots.when.clone()],
            ..PlotLayout::default()
        }
    }

    fn facts(&self) -> Vec<FactRef> {
        self.0.iter().flat_map(Row::facts).collect()
    }

    fn texts(&self) -> Vec<&str> {
        self.0.iter().map(|row| row.label.as_str()).collect()
    }
}

impl Row {
    fn read(reader: &PlotReader<'_>, mut row: TomlTable<'_>) -> Option<Self> {
        let label = reader.label(&mut row);
        let keys = present(&row, &["fact", "arrives", "leaves", "ongoing"]);
        let mut fact = |key| row.optional_fact(key, reader.symbols);
        let (event, arrives, leaves, ongoing) =
            (fact("fact"), fact("arrives"), fact("leaves"), fact("ongoing"));
        row.finish();
        let (label, span) = label?;
        let (from, to, has_ended) = match *keys {
            ["fact"] => (event?, None, false),
            ["arrives", "leaves"] => (arrives?, Some(leaves?), true),
            ["arrives", "ongoing"] => (arrives?, Some(ongoing?), false),
            _ => {
                let expected = "`fact`, or `arrives` with either `leaves` or `ongoing`";
                reader.reporter.error(span, format!("in the row `{label}` {expected}"), joined(&keys));
                return None;
            }
        };
        Some(Self { label, from, to, has_ended })
    }

    /// Facts that date the row.
    fn facts(&self) -> impl Iterator<Item = FactRef> {
        [self.from].into_iter().chain(self.to)
    }

    /// Date or period of the row, as text.
    fn date_label(&self, story: &Story) -> String {
        let ui = &story.ui.plots;
        let from = story.display_date(&story[self.from]);
        let Some(to) = self.to.map(|to| story.display_date(&story[to])) else { return from };
        fill(if self.has_ended { &ui.period } else { &ui.ongoing_period }, &[("from", &from), ("to", &to)])
    }

    /// Marks of the row: the periods of its facts, the time between, and strokes if it goes on.
    fn marks(&self, end: f64, story: &Story) -> Vec<Mark> {
        let from = story[self.from].days();
        let Some(to) = self.to.map(|to| story[to].days()) else {
            return vec![within(from).unwrap_or(Mark::Dot((from.first as f64 + 0.5, 0.5)))];
        };
        // The bar ends at a day that is known. A dot would lengthen it.
        let known = (
            if within(from).is_some() { from.end } else { from.first },
            if within(to).is_some() { to.first } else { to.end },
        );
        let between = (known.0 < known.1).then(|| bar(known.0, known.1, BarFill::Full));
        let open = (!self.has_ended).then_some(Mark::Fade((end, 0.5), FadeDirection::Right));
        within(from).into_iter().chain(between).chain(within(to)).chain(open).collect()
    }
}

/// A bar for an event within these days. `None` for a single day.
fn within(days: DayRange) -> Option<Mark> {
    (days.end - days.first > 1).then(|| bar(days.first, days.end, BarFill::Pale))
}

fn bar(first: i64, after: i64, fill: BarFill) -> Mark {
    Mark::Bar((first as f64, after as f64), (0.0, 1.0), fill)
}
