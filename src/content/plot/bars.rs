//! Bars: lengths from zero, one per row.

use crate::content::model::{FactRef, Figure, Story};
use crate::template::fill;

use super::axis::value_ticks;
use super::layout::{BarFill, FadeDirection, Mark, PlotItem, PlotLayout, Scale, Tick};

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Label.
    pub label: String,
    /// Facts with its number; never empty.
    pub facts: Vec<FactRef>,
    /// Which number of these facts it draws.
    pub selector: AmountSelector,
}

/// Selects a number of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountSelector {
    /// The number of a fact.
    Value,
    /// The first of a fact's two numbers.
    From,
    /// The second of a fact's two numbers.
    To,
    /// The sum of several facts' numbers.
    Sum,
}

/// The most ticks whose labels fit.
const TICKS: usize = 4;

pub(super) fn layout(bars: &[Bar], number_template: &str, dated: bool, story: &Story) -> PlotLayout {
    let x = Scale::from_zero(bars.iter().map(|bar| bar.value(story)));
    let tick = |position| Tick { position, label: story.number(position), is_baseline: position == 0.0 };
    let item = |bar: &Bar| PlotItem {
        label: bar.name(dated, story),
        detail: bar.number(number_template, story),
        facts: bar.facts.clone(),
        marks: bar.marks(story),
        ..PlotItem::default()
    };
    PlotLayout {
        x,
        ticks: value_ticks(x, TICKS, false).into_iter().map(tick).collect(),
        items: bars.iter().map(item).collect(),
        column_headings: [story.ui.plots.what.clone(), story.ui.plots.figure.clone()],
        ..PlotLayout::default()
    }
}

impl Bar {
    fn figures<'a>(&self, story: &'a Story) -> impl Iterator<Item = &'a Figure> {
        self.facts.iter().filter_map(|fact| story[*fact].figure.as_ref())
    }

    fn value(&self, story: &Story) -> f64 {
        let value = |figure: &Figure| match self.selector {
            AmountSelector::From => figure.amount.first(),
            AmountSelector::Value | AmountSelector::To | AmountSelector::Sum => figure.amount.last(),
        };
        self.figures(story).map(value).sum()
    }

    /// The label; with the fact's date if `dated`.
    fn name(&self, dated: bool, story: &Story) -> String {
        let fact = self.facts.first().filter(|_| dated);
        let date = fact.map(|fact| format!(" {}", story.display_date(&story[*fact])));
        let label = self.label.clone() + &date.unwrap_or_default();
        if self.selector == AmountSelector::Sum {
            fill(&story.ui.plots.computed, &[("label", &label)])
        } else {
            label
        }
    }

    /// The number as text: the fact's own text, or the filled template.
    fn number(&self, number_template: &str, story: &Story) -> String {
        let single_figure = self.figures(story).next().filter(|_| self.selector == AmountSelector::Value);
        single_figure
            .map(|figure| figure.text.clone())
            .unwrap_or_else(|| fill(number_template, &[("number", &story.number(self.value(story)))]))
    }

    fn marks(&self, story: &Story) -> Vec<Mark> {
        if self.selector == AmountSelector::Sum {
            return self.parts(story);
        }
        let value = self.value(story);
        let limit =
            self.figures(story).next().filter(|_| self.selector == AmountSelector::Value && value >= 0.0);
        let beyond = limit.and_then(|figure| figure.qualifier?.is_lower_bound());
        let toward = |beyond| if beyond { FadeDirection::Right } else { FadeDirection::Left };
        let open = beyond.map(|beyond| Mark::Fade((value, 0.5), toward(beyond)));
        [Mark::Bar((value.min(0.0), value.max(0.0)), (0.0, 1.0), BarFill::Full)]
            .into_iter()
            .chain(open)
            .collect()
    }

    /// The parts of a sum, end to end. Only the first is filled.
    fn parts(&self, story: &Story) -> Vec<Mark> {
        let mut end = 0.0;
        let part = |(index, figure): (usize, &Figure)| {
            let start = end;
            end += figure.amount.last();
            let fill = if index == 0 { BarFill::Full } else { BarFill::Pale };
            Mark::Bar((start, end), (0.0, 1.0), fill)
        };
        self.figures(story).enumerate().map(part).collect()
    }
}
