//! Plots as the story sees them: which facts they draw, and what follows from the facts' own figures and dates. Knows
//! nothing of how a mark looks.

use std::collections::{BTreeMap, BTreeSet};

use super::date::AsOf;
use super::model::{Amount, EntityRef, Fact, FactRef, Feature, SectionRef, Story};
use super::text::{Inline, plain};
use super::vocabulary::Qualifier;
use super::words::fill;

/// A plot's place in [`Story::plots`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlotRef(pub(super) usize);

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Its id: the file's name.
    pub id: String,
    /// Its point, as a headline.
    pub title: String,
    /// What a reader needs to weigh it.
    pub note: Vec<Inline>,
    /// What is drawn.
    pub form: Form,
}

/// What a plot draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Lengths from zero.
    Bars {
        /// Writes a number that has no words of its own: `{million}`.
        counted: String,
        /// Whether the facts' times tell the bars apart.
        dated: bool,
        /// From top to bottom.
        bars: Vec<Bar>,
    },
    /// Values over the hours since a beginning, in the order of time.
    Course(Vec<FactRef>),
    /// What happened when, or lasted how long.
    Times(Vec<Time>),
    /// A share, as so many squares of a hundred.
    Squares(FactRef),
    /// Who is where.
    Matrix(Vec<Place>),
    /// Every fact that has a date of its own.
    Dates,
}

/// One length.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// Where its number comes from.
    pub source: Source,
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A fact's one number.
    Value(FactRef),
    /// The first of a fact's two numbers.
    From(FactRef),
    /// The second of them.
    To(FactRef),
    /// The sum of several facts' numbers.
    Sum(Vec<FactRef>),
}

/// A row of what happened when.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// Who or what.
    pub label: String,
    /// When it happened or began.
    pub from: FactRef,
    /// When it ended, or what shows that it lasted.
    pub to: Option<FactRef>,
    /// Whether that was the end.
    pub ended: bool,
}

/// A row of who is where.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Who.
    pub entity: EntityRef,
    /// A fact that shows it, one a region.
    pub facts: Vec<FactRef>,
    /// Whether it was gone by the time of the feature.
    pub gone: bool,
}

/// Days, from the first to the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: i64,
    /// The one after the last.
    pub after: i64,
}

/// A stretch of a row of times, in days from the axis's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// Whether it lasted all through, or happened at some time within.
    pub through: bool,
}

impl Plot {
    /// The facts that it draws, each once, in order; none for all facts there are.
    pub fn facts(&self) -> Vec<FactRef> {
        let all: Vec<FactRef> = match &self.form {
            Form::Bars { bars, .. } => bars.iter().flat_map(|bar| bar.source.facts()).copied().collect(),
            Form::Course(points) => points.clone(),
            Form::Times(rows) => rows.iter().flat_map(|row| [row.from].into_iter().chain(row.to)).collect(),
            Form::Squares(fact) => vec![*fact],
            Form::Matrix(places) => places.iter().flat_map(|place| place.facts.clone()).collect(),
            Form::Dates => Vec::new(),
        };
        let mut seen = BTreeSet::new();
        all.into_iter().filter(|fact| seen.insert(*fact)).collect()
    }
}

impl Plot {
    /// Everything that its own file has it say, a line each.
    pub fn words(&self) -> String {
        let mut lines = vec![self.title.clone(), plain(&self.note)];
        match &self.form {
            Form::Bars { counted, bars, .. } => {
                lines.push(counted.clone());
                lines.extend(bars.iter().map(|bar| bar.label.clone()));
            }
            Form::Times(rows) => lines.extend(rows.iter().map(|row| row.label.clone())),
            _ => {}
        }
        lines.join("\n")
    }
}

impl Source {
    /// The facts whose numbers are taken.
    pub fn facts(&self) -> &[FactRef] {
        match self {
            Self::Value(fact) | Self::From(fact) | Self::To(fact) => std::slice::from_ref(fact),
            Self::Sum(facts) => facts,
        }
    }

    /// The number.
    pub fn value(&self, story: &Story) -> f64 {
        let amount = |fact: &FactRef| story[*fact].figure.as_ref().map(|figure| figure.amount);
        self.facts()
            .iter()
            .filter_map(amount)
            .map(|amount| match (amount, self) {
                (Amount::Range { from, .. }, Self::From(_)) => from,
                (Amount::Range { to, .. }, _) => to,
                (Amount::Value(value), _) => value,
            })
            .sum()
    }

    /// Whether the number is our own sum.
    pub fn is_computed(&self) -> bool {
        matches!(self, Self::Sum(_))
    }

    /// The number as people read it; `counted` writes one that has no words of its own.
    pub fn said(&self, story: &Story, counted: &str) -> String {
        if let Self::Value(fact) = self
            && let Some(figure) = &story[*fact].figure
        {
            return figure.text.clone();
        }
        fill(counted, &[("million", &(self.value(story) / 1e6).to_string())])
    }

    /// How the number is limited.
    pub fn qualifier(&self, story: &Story) -> Option<Qualifier> {
        match self {
            Self::Value(fact) => story[*fact].figure.as_ref()?.qualifier,
            _ => None,
        }
    }
}

impl Qualifier {
    /// Whether the true number is beyond the one that is given, or short of it; neither if it is near.
    pub fn beyond(self) -> Option<bool> {
        match self {
            Self::About => None,
            Self::MoreThan | Self::AtLeast => Some(true),
            Self::Nearly | Self::LessThan | Self::UpTo => Some(false),
        }
    }
}

impl Fact {
    /// The days that it speaks of.
    pub fn days(&self) -> Days {
        let (from, to) = self.span.unwrap_or((self.as_of, self.as_of));
        Days { first: from.first_day(), after: to.day_after() }
    }
}

impl Time {
    fn facts(&self) -> impl Iterator<Item = FactRef> {
        [self.from].into_iter().chain(self.to)
    }

    /// What is drawn of it on an axis that begins at `origin`.
    pub fn stretches(&self, story: &Story, origin: i64) -> Vec<Stretch> {
        let within = |fact: FactRef| {
            let days = story[fact].days();
            Stretch { from: days.first - origin, to: days.after - origin, through: false }
        };
        let from = within(self.from);
        let Some(to) = self.to.map(within) else { return vec![from] };
        vec![from, Stretch { from: from.to, to: to.from, through: true }, to]
    }
}

/// The axis of rows of times: all days that they speak of.
pub fn axis(rows: &[Time], story: &Story) -> Days {
    let days = || rows.iter().flat_map(Time::facts).map(|fact| story[fact].days());
    let first = days().map(|days| days.first).min().unwrap_or_default();
    Days { first, after: days().map(|days| days.after).max().unwrap_or(first) }
}

/// Where the axis is marked: years if it is long, else months; never more than seven, all equally far apart.
pub fn ticks(axis: Days) -> Vec<AsOf> {
    let within = |tick: &AsOf| tick.first_day() >= axis.first && tick.first_day() < axis.after;
    let first = AsOf::of_day(axis.first).year;
    let last = AsOf::of_day(axis.after).year;
    let year = |year| AsOf { year, month: None, day: None };
    if last - first > 1 {
        let step = usize::from((last - first).div_ceil(7).max(1));
        return (first..=last).step_by(step).map(year).filter(within).collect();
    }
    let months = (first..=last).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.map(|(year, month)| AsOf { year, month: Some(month), day: None }).filter(within).collect()
}

/// The regions that a matrix has columns for, in the story's order.
pub fn columns(places: &[Place], story: &Story) -> Vec<SectionRef> {
    let facts = places.iter().flat_map(|place| &place.facts);
    facts.map(|fact| story[*fact].section).collect::<BTreeSet<_>>().into_iter().collect()
}

/// As many facts as a plot names all sources of.
const FEW: usize = 4;

impl Story {
    /// Who says what a plot draws, each once; for many facts the feature alone, for each of them names the rest.
    pub fn plot_sources(&self, plot: &Plot) -> String {
        let words = &self.words;
        let facts = plot.facts();
        if !(1..=FEW).contains(&facts.len()) {
            let Feature { outlet, when, .. } = &self.feature;
            let feature = fill(&words.heads.feature, &[("outlet", outlet), ("when", when)]);
            return fill(&words.plots.many_sources, &[("sources", &feature)]);
        }
        let mut all: Vec<String> = Vec::new();
        for outlet in facts.iter().flat_map(|fact| self.outlets(&self[*fact])) {
            if !all.contains(&outlet) {
                all.push(outlet);
            }
        }
        fill(&words.plots.sources, &[("sources", &all.join("; "))])
    }

    /// The name of a mark on the axis of times: a year, a month, or the month that begins a year with it.
    pub fn tick(&self, tick: AsOf) -> String {
        let month = tick.month.filter(|month| *month > 1);
        let name = month.and_then(|month| self.words.dates.months.get(usize::from(month) - 1));
        name.cloned().unwrap_or_else(|| self.words.date(tick))
    }

    /// When a row of times was.
    pub fn lasted(&self, time: &Time) -> String {
        let words = &self.words.plots;
        let from = self.when(&self[time.from]);
        let Some(to) = time.to.map(|to| self.when(&self[to])) else { return from };
        fill(if time.ended { &words.stayed } else { &words.there }, &[("from", &from), ("to", &to)])
    }

    /// What a bar is; `dated` if its time tells it from another.
    pub fn bar(&self, bar: &Bar, dated: bool) -> String {
        let fact = bar.source.facts().first().filter(|_| dated);
        let when = fact.map(|fact| format!(" {}", self.when(&self[*fact])));
        let label = bar.label.clone() + &when.unwrap_or_default();
        if bar.source.is_computed() { fill(&self.words.plots.computed, &[("label", &label)]) } else { label }
    }

    /// So long after a beginning.
    pub fn after(&self, hours: f64) -> String {
        let words = &self.words.plots;
        let days = hours >= 48.0 && hours % 24.0 == 0.0;
        let (label, name, count) =
            if days { (&words.days, "days", hours / 24.0) } else { (&words.hours, "hours", hours) };
        fill(label, &[(name, &count.to_string())])
    }

    /// The facts that have a date of their own, by year (the first and last one of a longer time), each year's in the
    /// order of time; without those that speak of the time of the feature at large.
    pub fn dated(&self) -> BTreeMap<(u16, u16), Vec<FactRef>> {
        let mut years = BTreeMap::<_, Vec<FactRef>>::new();
        for at in self.told_facts().filter(|at| self[*at].as_of != self.feature.date) {
            let year = self[at].as_of.year;
            let last = self[at].span.map_or(year, |(_, to)| to.year);
            years.entry((year, last)).or_default().push(at);
        }
        years.values_mut().for_each(|facts| facts.sort_by_key(|at| self[*at].days().first));
        years
    }
}
