//! What stands around the marks of a plot: its axis, its columns, and its words. Knows nothing of how they look.

use std::collections::BTreeSet;

use super::date::PartialDate;
use super::model::{SectionRef, Story};
use super::plot::{Bar, ChronologyRow, Days, MatrixRow, Plot, TimelineRow};
use crate::template::fill;

/// The axis of rows of times: all days that they speak of.
pub fn axis(rows: &[TimelineRow], story: &Story) -> Days {
    let days = || rows.iter().flat_map(TimelineRow::facts).map(|fact| story[fact].days());
    let first = days().map(|days| days.first).min().unwrap_or_default();
    Days { first, after: days().map(|days| days.after).max().unwrap_or(first) }
}

/// Where the axis is marked: years if it is long, else months; never more than seven, all equally far apart.
pub fn ticks(axis: Days) -> Vec<PartialDate> {
    let within = |tick: &PartialDate| tick.first_day() >= axis.first && tick.first_day() < axis.after;
    let first = PartialDate::of_day(axis.first).year;
    let last = PartialDate::of_day(axis.after).year;
    let year = |year| PartialDate { year, month: None, day: None };
    if last - first > 1 {
        let step = usize::from((last - first).div_ceil(7).max(1));
        return (first..=last).step_by(step).map(year).filter(within).collect();
    }
    let months = (first..=last).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.map(|(year, month)| PartialDate { year, month: Some(month), day: None }).filter(within).collect()
}

/// The regions that a matrix has columns for, in the story's order.
pub fn columns(places: &[MatrixRow], story: &Story) -> Vec<SectionRef> {
    let facts = places.iter().flat_map(|place| &place.facts);
    facts.map(|fact| story[*fact].section).collect::<BTreeSet<_>>().into_iter().collect()
}

/// As many facts as a plot names all sources of.
const FEW: usize = 4;

impl Story {
    /// Who says what a plot draws, each once; for many facts the feature alone, for each of them names the rest.
    pub fn plot_sources(&self, plot: &Plot) -> String {
        let words = &self.ui;
        let facts = plot.facts();
        if let Some(feature) = self.feature().filter(|_| !(1..=FEW).contains(&facts.len())) {
            return fill(&words.charts.many_sources, &[("sources", &feature)]);
        }
        let mut all: Vec<String> = Vec::new();
        for outlet in facts.iter().flat_map(|fact| self.outlets(&self[*fact])) {
            if !all.contains(&outlet) {
                all.push(outlet);
            }
        }
        if all.is_empty() {
            return String::new();
        }
        fill(&words.charts.sources, &[("sources", &all.join("; "))])
    }

    /// The name of a mark on the axis of times: a year, a month, or the month that begins a year with it.
    pub fn tick(&self, tick: PartialDate) -> String {
        let month = tick.month.filter(|month| *month > 1);
        let name = month.and_then(|month| self.ui.dates.months.get(usize::from(month) - 1));
        name.cloned().unwrap_or_else(|| self.ui.date(tick))
    }

    /// When a row of times was.
    pub fn lasted(&self, time: &TimelineRow) -> String {
        let words = &self.ui.charts;
        let from = self.when(&self[time.from]);
        let Some(to) = time.to.map(|to| self.when(&self[to])) else { return from };
        fill(if time.ended { &words.stayed } else { &words.there }, &[("from", &from), ("to", &to)])
    }

    /// What a bar is; `dated` if its time tells it from another.
    pub fn bar(&self, bar: &Bar, dated: bool) -> String {
        let fact = bar.source.facts().first().filter(|_| dated);
        let when = fact.map(|fact| format!(" {}", self.when(&self[*fact])));
        let label = bar.label.clone() + &when.unwrap_or_default();
        if bar.source.is_computed() { fill(&self.ui.charts.computed, &[("label", &label)]) } else { label }
    }

    /// So long after a beginning.
    pub fn after(&self, hours: f64) -> String {
        let words = &self.ui.charts;
        let days = hours >= 48.0 && hours % 24.0 == 0.0;
        let (label, name, count) =
            if days { (&words.days, "days", hours / 24.0) } else { (&words.hours, "hours", hours) };
        fill(label, &[(name, &self.ui.numbers.write(count))])
    }

    /// The events of a chronology under their years: of each event when in its year it was, as far as that is known.
    pub fn by_year<'a>(&self, rows: &'a [ChronologyRow]) -> Vec<(String, Vec<(String, &'a ChronologyRow)>)> {
        let mut years: Vec<(String, Vec<_>)> = Vec::new();
        for row in rows {
            let decade = row.when.clone().filter(|_| row.date.month.is_none());
            let year = decade.unwrap_or_else(|| row.date.year.to_string());
            let within = row.when.clone().filter(|when| *when != year);
            let event = (within.unwrap_or_else(|| self.ui.within_year(row.date)), row);
            match years.last_mut() {
                Some((last, events)) if *last == year => events.push(event),
                _ => years.push((year, vec![event])),
            }
        }
        years
    }
}
