//! Plots: their forms and layouts.

mod axis;
mod bars;
mod chronology;
mod layout;
mod line;
mod reader;
mod timeline;
mod waffle;

use std::collections::BTreeSet;

use super::kinds::Qualifier;
use super::parse::TomlTable;
use super::text::{Inline, plain};
use super::{Fact, FactRef, Story};
use crate::template::fill;

pub use axis::{DayRange, time_ticks, value_ticks};
pub use bars::Bars;
pub use chronology::{Chronology, ChronologyRow};
pub use layout::*;
pub use line::Line;
use reader::PlotReader;
pub(super) use reader::read;
pub use timeline::Timeline;
pub use waffle::Waffle;

/// The most rows and facts of a plot. Marks of more would be too small to distinguish.
pub const MAX_MARKS: usize = 200;

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

/// The form of a plot, with its content.
#[derive(Clone, Debug, PartialEq)]
pub enum PlotForm {
    /// Lengths from zero.
    Bars(Bars),
    /// Values over the hours since the beginning.
    Line(Line),
    /// Events and periods, one per row.
    Timeline(Timeline),
    /// A share, as squares of a hundred.
    Waffle(Waffle),
    /// Events by year.
    Chronology(Chronology),
}

/// Reads the fields of a form from a plot's file.
type ReadForm = fn(&PlotReader<'_>, &mut TomlTable<'_>) -> Option<PlotForm>;

/// All forms: the value of `form` in a plot's file, and how its other fields are read.
const FORMS: &[(&str, ReadForm)] = &[
    ("bars", bars::read),
    ("line", line::read),
    ("timeline", timeline::read),
    ("waffle", waffle::read),
    ("chronology", chronology::read),
];

/// What each form says of its content.
trait Form {
    /// Lays out the plot.
    fn layout(&self, story: &Story) -> PlotLayout;

    /// The facts, in order. A fact may be there twice.
    fn facts(&self) -> Vec<FactRef>;

    /// The texts that the content file has for this form.
    fn texts(&self) -> Vec<&str>;
}

impl Plot {
    fn form(&self) -> &dyn Form {
        match &self.form {
            PlotForm::Bars(form) => form,
            PlotForm::Line(form) => form,
            PlotForm::Timeline(form) => form,
            PlotForm::Waffle(form) => form,
            PlotForm::Chronology(form) => form,
        }
    }

    /// Lays out the plot.
    pub fn layout(&self, story: &Story) -> PlotLayout {
        self.form().layout(story)
    }

    /// Facts of the plot, each once, in order.
    pub fn facts(&self) -> Vec<FactRef> {
        let mut seen = BTreeSet::new();
        self.form().facts().into_iter().filter(|fact| seen.insert(*fact)).collect()
    }

    /// All text of the content file, one per line.
    pub fn author_text(&self) -> String {
        let own = [self.title.clone(), plain(&self.note)];
        let texts = self.form().texts().into_iter().map(str::to_owned);
        own.into_iter().chain(texts).collect::<Vec<_>>().join("\n")
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
