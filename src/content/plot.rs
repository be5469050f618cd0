//! Plots as the story sees them: which facts they draw, and what follows from the facts' own figures and dates. Knows
//! nothing of how a mark looks.

use std::collections::BTreeSet;

use super::date::PartialDate;
use super::kinds::Qualifier;
use super::model::{Amount, EntityRef, Fact, FactRef, Story};
use super::text::{Inline, plain};
use crate::template::fill;

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
    pub form: ChartKind,
}

/// What a plot draws.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartKind {
    /// Lengths from zero.
    Bars {
        /// Writes a number that has no words of its own: `{number}`, or in millions `{million}`.
        counted: String,
        /// Whether the facts' times tell the bars apart.
        dated: bool,
        /// From top to bottom.
        bars: Vec<Bar>,
    },
    /// Values over the hours since a beginning, in the order of time.
    Line(Vec<FactRef>),
    /// What happened when, or lasted how long.
    Timeline(Vec<TimelineRow>),
    /// A share, as so many squares of a hundred.
    Waffle(FactRef),
    /// Who is where.
    Matrix(Vec<MatrixRow>),
    /// Events by year, in the order of time.
    Chronology(Vec<ChronologyRow>),
}

/// One length.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// Where its number comes from.
    pub source: ValueRef,
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueRef {
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
pub struct TimelineRow {
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
pub struct MatrixRow {
    /// Who.
    pub entity: EntityRef,
    /// A fact that shows it, one a region.
    pub facts: Vec<FactRef>,
    /// Whether it was gone by the time of the feature.
    pub gone: bool,
}

/// An event of a chronology.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronologyRow {
    /// When it was.
    pub date: PartialDate,
    /// The same in words, where the date alone would mislead: a decade, or a part of a year.
    pub when: Option<String>,
    /// What happened.
    pub words: String,
    /// The fact that tells more of it.
    pub fact: Option<FactRef>,
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
    /// The facts that it draws, each once, in order.
    pub fn facts(&self) -> Vec<FactRef> {
        let all: Vec<FactRef> = match &self.form {
            ChartKind::Bars { bars, .. } => bars.iter().flat_map(|bar| bar.source.facts()).copied().collect(),
            ChartKind::Line(points) => points.clone(),
            ChartKind::Timeline(rows) => rows.iter().flat_map(TimelineRow::facts).collect(),
            ChartKind::Waffle(fact) => vec![*fact],
            ChartKind::Matrix(places) => places.iter().flat_map(|place| place.facts.clone()).collect(),
            ChartKind::Chronology(rows) => rows.iter().filter_map(|row| row.fact).collect(),
        };
        let mut seen = BTreeSet::new();
        all.into_iter().filter(|fact| seen.insert(*fact)).collect()
    }

    /// Everything that its own file has it say, a line each.
    pub fn words(&self) -> String {
        let mut lines = vec![self.title.clone(), plain(&self.note)];
        match &self.form {
            ChartKind::Bars { counted, bars, .. } => {
                lines.push(counted.clone());
                lines.extend(bars.iter().map(|bar| bar.label.clone()));
            }
            ChartKind::Timeline(rows) => lines.extend(rows.iter().map(|row| row.label.clone())),
            ChartKind::Chronology(rows) => {
                lines.extend(rows.iter().map(|row| row.words.clone()));
            }
            _ => {}
        }
        lines.join("\n")
    }
}

impl ValueRef {
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
                _ => amount.last(),
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
        let (value, numbers) = (self.value(story), &story.ui.numbers);
        fill(counted, &[("number", &numbers.write(value)), ("million", &numbers.write(value / 1e6))])
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
        let (from, to) = self.span.unwrap_or((self.date, self.date));
        Days { first: from.first_day(), after: to.day_after() }
    }
}

impl TimelineRow {
    /// The facts that date it.
    pub fn facts(&self) -> impl Iterator<Item = FactRef> {
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
