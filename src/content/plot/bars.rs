//! Bars: lengths from zero, one per row.

use super::axis::value_ticks;
use super::layout::{BarFill, FadeDirection, Mark, PlotItem, PlotLayout, Scale, Tick};
use super::reader::{PlotReader, joined, present};
use super::{Form, PlotForm};
use crate::content::parse::{TomlTable, backticked};
use crate::content::{Amount, Fact, FactRef, Figure, Story};
use crate::template::fill;

/// Lengths from zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Template for a number without its own text; `{number}`.
    number_template: String,
    /// Whether labels contain the dates of facts, which distinguish the bars.
    dated: bool,
    /// Bars, from top to bottom.
    bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq)]
struct Bar {
    label: String,
    /// Facts with its number; never empty.
    facts: Vec<FactRef>,
    /// Which number of these facts it draws.
    selector: AmountSelector,
}

/// Selects a number of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AmountSelector {
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

pub(super) fn read(reader: &PlotReader<'_>, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
    let number_template = fields.raw_string("number-template");
    if let Some(pattern) = number_template.as_ref().filter(|pattern| !pattern.get_ref().contains("{number}"))
    {
        reader.reporter.error(pattern.span(), "`{number}` in the pattern", backticked(pattern.get_ref()));
    }
    let dated = fields.flag("dated");
    let bars = reader.rows(fields, |row| Bar::read(reader, row));
    let number_template = reader.reporter.file.quote_marks.smart_quotes(number_template?.get_ref());
    Some(PlotForm::Bars(Bars { number_template, dated, bars: bars? }))
}

impl Form for Bars {
    fn layout(&self, story: &Story) -> PlotLayout {
        let x = Scale::from_zero(self.bars.iter().map(|bar| bar.value(story)));
        let tick = |position| Tick { position, label: story.number(position), is_baseline: position == 0.0 };
        let item = |bar: &Bar| PlotItem {
            label: bar.name(self.dated, story),
            detail: bar.number(&self.number_template, story),
            facts: bar.facts.clone(),
            marks: bar.marks(story),
            ..PlotItem::default()
        };
        PlotLayout {
            x,
            ticks: value_ticks(x, TICKS, false).into_iter().map(tick).collect(),
            items: self.bars.iter().map(item).collect(),
            column_headings: [story.ui.plots.what.clone(), story.ui.plots.figure.clone()],
            ..PlotLayout::default()
        }
    }

    fn facts(&self) -> Vec<FactRef> {
        self.bars.iter().flat_map(|bar| bar.facts.clone()).collect()
    }

    fn texts(&self) -> Vec<&str> {
        let labels = self.bars.iter().map(|bar| bar.label.as_str());
        [self.number_template.as_str()].into_iter().chain(labels).collect()
    }
}

impl Bar {
    fn read(reader: &PlotReader<'_>, mut row: TomlTable<'_>) -> Option<Self> {
        let label = reader.label(&mut row);
        let keys = present(&row, &["fact", "sum"]);
        let fact = row.optional_fact_id("fact");
        let selector =
            row.optional_one_of("amount", &[("from", AmountSelector::From), ("to", AmountSelector::To)]);
        let sum = row.raw_string_list("sum");
        row.finish();
        let (label, span) = label?;
        if keys.len() != 1 || keys == ["sum"] && sum.is_empty() {
            reader.reporter.error(
                span,
                format!("in the row `{label}` either `fact` or `sum`"),
                joined(&keys),
            );
            return None;
        }
        let two_numbers =
            |fact: &Fact| matches!(fact.figure, Some(Figure { amount: Amount::Range { .. }, .. }));
        let facts: Option<Vec<_>> = match (&fact, selector) {
            (Some(id), None) => reader.fact_with_one_number(id).map(|fact| vec![fact]),
            (Some(id), Some(_)) => {
                let expected = "a fact with a figure that goes `from` one number `to` another";
                reader.fact_with(id, expected, two_numbers).map(|fact| vec![fact])
            }
            (None, _) => sum.iter().map(|id| reader.fact_with_one_number(id)).collect(),
        };
        let facts = facts?;
        facts.iter().for_each(|fact| reader.check_measure(*fact, span.clone()));
        let selector =
            if fact.is_some() { selector.unwrap_or(AmountSelector::Value) } else { AmountSelector::Sum };
        Some(Self { label, facts, selector })
    }

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
