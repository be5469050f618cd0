//! Bars: lengths from zero, a row each.

use crate::content::kinds::Qualifier;
use crate::content::model::{Amount, FactRef, Story};
use crate::template::fill;

use super::axis::value_ticks;
use super::layout::{ChartLayout, Fill, Item, Mark, Scale, Tick, Toward};

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

/// As many ticks as have room for their numbers.
const TICKS: usize = 4;

pub(super) fn layout(bars: &[Bar], counted: &str, dated: bool, story: &Story) -> ChartLayout {
    let x = Scale::from_zero(bars.iter().map(|bar| bar.source.value(story)));
    let tick = |at| Tick { at, label: story.number(at), base: at == 0.0 };
    let item = |bar: &Bar| Item {
        label: bar.name(dated, story),
        detail: bar.source.said(story, counted),
        facts: bar.source.facts().to_vec(),
        marks: bar.marks(story),
        ..Item::default()
    };
    ChartLayout {
        x,
        ticks: value_ticks(x, TICKS, false).into_iter().map(tick).collect(),
        items: bars.iter().map(item).collect(),
        head: [story.ui.charts.what.clone(), story.ui.charts.figure.clone()],
        ..ChartLayout::default()
    }
}

impl Bar {
    /// What it is; if `dated`, its time tells it from another.
    fn name(&self, dated: bool, story: &Story) -> String {
        let fact = self.source.facts().first().filter(|_| dated);
        let when = fact.map(|fact| format!(" {}", story.when(&story[*fact])));
        let label = self.label.clone() + &when.unwrap_or_default();
        if self.source.is_computed() { fill(&story.ui.charts.computed, &[("label", &label)]) } else { label }
    }

    fn marks(&self, story: &Story) -> Vec<Mark> {
        let value = self.source.value(story);
        let fill = if self.source.is_computed() { Fill::Striped } else { Fill::Full };
        let beyond = self.source.qualifier(story).and_then(Qualifier::beyond).filter(|_| value >= 0.0);
        let toward = |beyond| if beyond { Toward::Right } else { Toward::Left };
        let open = beyond.map(|beyond| Mark::Open((value, 0.5), toward(beyond)));
        [Mark::Bar((value.min(0.0), value.max(0.0)), (0.0, 1.0), fill)].into_iter().chain(open).collect()
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
    fn said(&self, story: &Story, counted: &str) -> String {
        if let Self::Value(fact) = self
            && let Some(figure) = &story[*fact].figure
        {
            return figure.text.clone();
        }
        fill(counted, &[("number", &story.number(self.value(story)))])
    }

    /// How the number is limited.
    fn qualifier(&self, story: &Story) -> Option<Qualifier> {
        match self {
            Self::Value(fact) => story[*fact].figure.as_ref()?.qualifier,
            Self::From(_) | Self::To(_) | Self::Sum(_) => None,
        }
    }
}
