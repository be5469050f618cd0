//! A line: values over the hours since the beginning. Both scales start at zero.

use std::cell::Cell;

use toml::Spanned;

use super::axis::value_ticks;
use super::layout::{ItemArrangement, Mark, PlotItem, PlotLayout, Point, Scale, Tick};
use super::reader::PlotReader;
use super::{Form, PlotForm};
use crate::content::parse::TomlTable;
use crate::content::{FactRef, Figure, Story};
use crate::template::fill;

/// Facts in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line(Vec<FactRef>);

/// The most ticks whose labels fit.
const TICKS: usize = 7;
const MAX_LABELLED_POINTS: usize = 7;
const HOURS_PER_DAY: f64 = 24.0;

pub(super) fn read(reader: &PlotReader<'_>, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
    let (ids, span) = reader.fact_ids(fields)?;
    if ids.is_empty() {
        reader.reporter.error(span, "at least one fact", "none");
        return None;
    }
    let late = Cell::new(0.0);
    let in_order = |id: &Spanned<String>| {
        reader.fact_with(
            id,
            "a fact with a figure and its `elapsed-hours`, later than the one before",
            |fact| {
                let hours = fact.figure.as_ref().and_then(|figure| figure.elapsed_hours);
                hours.is_some_and(|hours| hours > late.replace(hours))
            },
        )
    };
    let facts: Vec<_> = ids.iter().map(in_order).collect();
    let facts: Vec<_> = facts.into_iter().collect::<Option<_>>()?;
    facts.iter().zip(&ids).for_each(|(fact, id)| reader.check_measure(*fact, id.span()));
    Some(PlotForm::Line(Line(facts)))
}

impl Form for Line {
    fn layout(&self, story: &Story) -> PlotLayout {
        let figures = self.0.iter().filter_map(|fact| Some((*fact, story[*fact].figure.as_ref()?)));
        let points: Vec<(FactRef, &Figure, Point)> = figures
            .filter_map(|(fact, figure)| Some((fact, figure, (figure.elapsed_hours?, figure.amount.last()))))
            .collect();
        let x = Scale::from_zero(points.iter().map(|(.., point)| point.0));
        let y = Scale::from_zero(points.iter().map(|(.., point)| point.1));
        let items = points.iter().enumerate().map(|(index, (fact, figure, point))| {
            let is_labelled = index == 0
                || index + 1 == points.len()
                || points.len() <= MAX_LABELLED_POINTS
                || point.1 == y.max;
            let label = if x.share(point.0) > 0.5 { Mark::LabelAbove(*point) } else { Mark::Label(*point) };
            PlotItem {
                label: figure.text.clone(),
                detail: elapsed_label(point.0, story),
                facts: vec![*fact],
                marks: [Mark::Dot(*point)].into_iter().chain(is_labelled.then_some(label)).collect(),
                ..PlotItem::default()
            }
        });
        PlotLayout {
            arrangement: ItemArrangement::Plane,
            x,
            y,
            ticks: ticks(x, story),
            items: items.collect(),
            path: [(0.0, 0.0)].into_iter().chain(points.iter().map(|(.., point)| *point)).collect(),
            column_headings: [story.ui.plots.figure.clone(), story.ui.plots.when.clone()],
        }
    }

    fn facts(&self) -> Vec<FactRef> {
        self.0.clone()
    }

    fn texts(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// Ticks in hours, or in days from two days on.
fn ticks(x: Scale, story: &Story) -> Vec<Tick> {
    let ui = &story.ui.plots;
    let in_days = x.max >= 2.0 * HOURS_PER_DAY;
    let (unit, label, name) = if in_days { (HOURS_PER_DAY, &ui.day, "day") } else { (1.0, &ui.hour, "hour") };
    let units = value_ticks(Scale { min: 0.0, max: x.max / unit }, TICKS, true);
    let tick = |count: f64| Tick {
        position: count * unit,
        label: fill(label, &[(name, &story.ui.numbers.format(count))]),
        is_baseline: false,
    };
    units.into_iter().filter(|count| *count > 0.0).map(tick).collect()
}

/// Label for a time after the beginning.
fn elapsed_label(hours: f64, story: &Story) -> String {
    let ui = &story.ui.plots;
    let days = hours >= 2.0 * HOURS_PER_DAY && hours % HOURS_PER_DAY == 0.0;
    let (label, name, count) =
        if days { (&ui.days, "days", hours / HOURS_PER_DAY) } else { (&ui.hours, "hours", hours) };
    fill(label, &[(name, &story.ui.numbers.format(count))])
}
