//! A line: values over the hours since a beginning, both scales from zero.

use crate::content::kinds::Qualifier;
use crate::content::model::{FactRef, Figure, Story};
use crate::template::fill;

use super::axis::value_ticks;
use super::layout::{ChartLayout, Frame, Item, Mark, Scale, Tick, Toward};

/// A value and when it was reached.
struct Point<'a> {
    fact: FactRef,
    figure: &'a Figure,
    hours: f64,
    value: f64,
}

/// As many ticks as have room for their names, and as many points for their words.
const TICKS: usize = 7;
const WORDED: usize = 7;
const DAY: f64 = 24.0;

pub(super) fn layout(points: &[FactRef], story: &Story) -> ChartLayout {
    let points: Vec<_> = points.iter().filter_map(|fact| Point::of(*fact, story)).collect();
    let x = Scale::from_zero(points.iter().map(|point| point.hours));
    let most = points.iter().map(|point| point.value).fold(f64::MIN, f64::max);
    let items = points.iter().enumerate().map(|(at, point)| {
        let last = at > 0 && at + 1 == points.len();
        let worded = last || at == 0 || points.len() <= WORDED || point.value == most;
        point.item(worded, last, story)
    });
    ChartLayout {
        frame: Frame::Plane,
        x,
        y: Scale::from_zero(points.iter().map(|point| point.value)),
        ticks: ticks(x, story),
        path: [(0.0, 0.0)].into_iter().chain(points.iter().map(|point| (point.hours, point.value))).collect(),
        items: items.collect(),
        head: [story.ui.charts.figure.clone(), story.ui.charts.when.clone()],
    }
}

/// Hours, or days if there are several.
fn ticks(x: Scale, story: &Story) -> Vec<Tick> {
    let words = &story.ui.charts;
    let in_days = x.max >= 2.0 * DAY;
    let (unit, label, name) = if in_days { (DAY, &words.day, "day") } else { (1.0, &words.hour, "hour") };
    let units = value_ticks(Scale { min: 0.0, max: x.max / unit }, TICKS, true);
    let tick = |count: f64| Tick {
        at: count * unit,
        label: fill(label, &[(name, &story.ui.numbers.write(count))]),
        base: false,
    };
    units.into_iter().filter(|count| *count > 0.0).map(tick).collect()
}

impl<'a> Point<'a> {
    fn of(fact: FactRef, story: &'a Story) -> Option<Self> {
        let figure = story[fact].figure.as_ref()?;
        Some(Self { fact, figure, hours: figure.hours?, value: figure.amount.last() })
    }

    fn item(&self, worded: bool, last: bool, story: &Story) -> Item {
        let at = (self.hours, self.value);
        let beyond = self.figure.qualifier.and_then(Qualifier::beyond);
        let open = beyond.map(|beyond| Mark::Open(at, if beyond { Toward::Up } else { Toward::Down }));
        let words = worded.then_some(if last { Mark::WordsAbove(at) } else { Mark::Words(at) });
        Item {
            label: self.figure.text.clone(),
            detail: after(self.hours, story),
            facts: vec![self.fact],
            marks: open.into_iter().chain([Mark::Dot(at)]).chain(words).collect(),
            ..Item::default()
        }
    }
}

/// So long after the beginning.
fn after(hours: f64, story: &Story) -> String {
    let words = &story.ui.charts;
    let days = hours >= 2.0 * DAY && hours % DAY == 0.0;
    let (label, name, count) =
        if days { (&words.days, "days", hours / DAY) } else { (&words.hours, "hours", hours) };
    fill(label, &[(name, &story.ui.numbers.write(count))])
}
