//! Plots: their forms and layouts.

mod axis;
mod bars;
mod chronology;
mod layout;
mod line;
mod timeline;
mod waffle;

use std::collections::BTreeSet;

use super::kinds::Qualifier;
use super::model::{Fact, FactRef, Story};
use super::text::{Inline, plain};
use crate::template::fill;

pub use axis::{DayRange, time_ticks, value_ticks};
pub use bars::{AmountSelector, Bar};
pub use chronology::ChronologyRow;
pub use layout::*;
pub use timeline::TimelineRow;

/// The most rows and facts of a plot. Marks of more would be too small to distinguish.
pub const MAX_MARKS: usize = 200;

/// Index of a plot in [`Story::plots`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlotRef(pub(super) usize);

/// A plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Id: the file's name.
    pub id: String,
    /// Title: the main point, as a headline.
    pub title: String,
    /// Background that a reader needs to judge the plot.
    pub note: Vec<Inline>,
    /// Form and content.
    pub form: PlotForm,
}

/// Form of a plot, with its content.
#[derive(Clone, Debug, PartialEq)]
pub enum PlotForm {
    /// Lengths from zero.
    Bars {
        /// Template for a number without its own text; `{number}`.
        number_template: String,
        /// Whether labels contain the dates of facts, which distinguish the bars.
        dated: bool,
        /// Bars, from top to bottom.
        bars: Vec<Bar>,
    },
    /// Values over the hours since the beginning, in order of time.
    Line(Vec<FactRef>),
    /// Events and periods, one per row.
    Timeline(Vec<TimelineRow>),
    /// A share, as squares of a hundred.
    Waffle(FactRef),
    /// Events by year, in order of time.
    Chronology(Vec<ChronologyRow>),
}

impl Plot {
    /// Lays out the plot.
    pub fn layout(&self, story: &Story) -> PlotLayout {
        match &self.form {
            PlotForm::Bars { number_template, dated, bars } => {
                bars::layout(bars, number_template, *dated, story)
            }
            PlotForm::Line(points) => line::layout(points, story),
            PlotForm::Timeline(rows) => timeline::layout(rows, story),
            PlotForm::Waffle(fact) => waffle::layout(*fact, story),
            PlotForm::Chronology(rows) => chronology::layout(rows, story),
        }
    }

    /// Facts of the plot, each once, in order.
    pub fn facts(&self) -> Vec<FactRef> {
        let all: Vec<FactRef> = match &self.form {
            PlotForm::Bars { bars, .. } => bars.iter().flat_map(|bar| bar.facts.clone()).collect(),
            PlotForm::Line(points) => points.clone(),
            PlotForm::Timeline(rows) => rows.iter().flat_map(TimelineRow::facts).collect(),
            PlotForm::Waffle(fact) => vec![*fact],
            PlotForm::Chronology(rows) => rows.iter().filter_map(|row| row.fact).collect(),
        };
        let mut seen = BTreeSet::new();
        all.into_iter().filter(|fact| seen.insert(*fact)).collect()
    }

    /// All text of the content file, one per line.
    pub fn author_text(&self) -> String {
        let mut lines = vec![self.title.clone(), plain(&self.note)];
        match &self.form {
            PlotForm::Bars { number_template, bars, .. } => {
                lines.push(number_template.clone());
                lines.extend(bars.iter().map(|bar| bar.label.clone()));
            }
            PlotForm::Timeline(rows) => lines.extend(rows.iter().map(|row| row.label.clone())),
            PlotForm::Chronology(rows) => lines.extend(rows.iter().map(|row| row.event.clone())),
            PlotForm::Line(_) | PlotForm::Waffle(_) => {}
        }
        lines.join("\n")
    }
}

impl Qualifier {
    /// Whether the number is a lower bound; `false` for an upper bound, `None` for an approximation.
    pub fn is_lower_bound(self) -> Option<bool> {
        match self {
            Self::About => None,
            Self::MoreThan | Self::AtLeast => Some(true),
            Self::Nearly | Self::LessThan | Self::UpTo => Some(false),
        }
    }
}

impl Fact {
    /// Days of the fact's period.
    pub fn days(&self) -> DayRange {
        let (from, to) = self.period();
        DayRange { first: from.first_epoch_day(), end: to.epoch_day_after() }
    }
}

/// The most facts for which a plot names every source.
const MAX_SOURCED_FACTS: usize = 4;

impl Story {
    /// Sources of a plot, each once. A plot of many facts names the source article alone, because each fact names its
    /// own.
    pub fn plot_sources(&self, plot: &Plot) -> String {
        let ui = &self.ui;
        let facts = plot.facts();
        if let Some(article) =
            self.source_article_label().filter(|_| !(1..=MAX_SOURCED_FACTS).contains(&facts.len()))
        {
            return fill(&ui.plots.many_sources, &[("sources", &article)]);
        }
        let mut all: Vec<String> = Vec::new();
        for outlet in facts.iter().flat_map(|fact| self.source_names(&self[*fact])) {
            if !all.contains(&outlet) {
                all.push(outlet);
            }
        }
        if all.is_empty() {
            return String::new();
        }
        fill(&ui.plots.sources, &[("sources", &all.join("; "))])
    }
}
