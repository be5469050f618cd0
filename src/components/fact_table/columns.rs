//! The columns of the fact table, and each fact's rank in them. Ranks are computed during the build, so that the
//! browser only sorts.

use std::cmp::Ordering;

use super::table::listed_entities;
use crate::components::search::normalize::normalize;
use crate::content::{FactRef, Story};
use crate::ui_text::UiText;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Fact,
    Figure,
    Entity,
    Region,
    Kind,
    When,
    Verdict,
}

/// All columns, in order.
pub(super) const COLUMNS: [Column; 7] = [
    Column::Fact,
    Column::Figure,
    Column::Entity,
    Column::Region,
    Column::Kind,
    Column::When,
    Column::Verdict,
];

impl Column {
    /// The name in the URL.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Figure => "figure",
            Self::Entity => "entity",
            Self::Region => "region",
            Self::Kind => "kind",
            Self::When => "when",
            Self::Verdict => "verdict",
        }
    }

    pub(super) fn label(self, ui: &UiText) -> &str {
        match self {
            Self::Fact => &ui.facts.fact,
            Self::Figure => &ui.plots.figure,
            Self::Entity => &ui.facts.entity,
            Self::Region => &ui.facts.region,
            Self::Kind => &ui.facts.kind,
            Self::When => &ui.plots.when,
            Self::Verdict => &ui.facts.verdict,
        }
    }

    /// Compares two facts in ascending order.
    fn compare(self, one: FactRef, other: FactRef, story: &Story) -> Ordering {
        let both = |word: &dyn Fn(FactRef) -> String| word(one).cmp(&word(other));
        match self {
            Self::Fact => both(&|fact| text_sort_key(&story[fact].title)),
            Self::Figure => figure_sort_key(one, story).total_cmp(&figure_sort_key(other, story)),
            Self::Entity => both(&|fact| {
                listed_entities(fact, story)
                    .first()
                    .map_or_else(String::new, |entity| text_sort_key(&entity.name))
            }),
            Self::Region => story[one].section.cmp(&story[other].section),
            Self::Kind => both(&|fact| text_sort_key(story.ui.facts.kind_label(story[fact].kind))),
            Self::When => days(one, story).cmp(&days(other, story)),
            Self::Verdict => {
                let verdict =
                    |fact: FactRef| story[fact].verdict.map_or((1, None), |verdict| (0, Some(verdict)));
                verdict(one).cmp(&verdict(other))
            }
        }
    }
}

/// Each fact's rank in every column, separated by spaces. Equal facts share a rank. A fact without a figure has `-` in
/// that column.
pub(super) fn ranks(facts: &[FactRef], story: &Story) -> Vec<String> {
    let mut ranks = vec![Vec::new(); facts.len()];
    for column in COLUMNS {
        let mut order: Vec<_> = (0..facts.len()).collect();
        order.sort_by(|one, other| column.compare(facts[*one], facts[*other], story));
        let mut rank = 0;
        let mut last = None;
        for index in order {
            if last.is_some_and(|last: usize| column.compare(facts[last], facts[index], story).is_ne()) {
                rank += 1;
            }
            last = Some(index);
            let has_rank = column != Column::Figure || story[facts[index]].figure.is_some();
            ranks[index].push(if has_rank { rank.to_string() } else { "-".to_owned() });
        }
    }
    ranks.into_iter().map(|ranks| ranks.join(" ")).collect()
}

/// The last number of a figure; infinity without a figure.
fn figure_sort_key(fact: FactRef, story: &Story) -> f64 {
    story[fact].figure.as_ref().map_or(f64::INFINITY, |figure| figure.amount.last())
}

fn days(fact: FactRef, story: &Story) -> (i64, i64) {
    let days = story[fact].days();
    (days.first, days.end)
}

/// The letters and digits of a text, without case and accents.
fn text_sort_key(text: &str) -> String {
    normalize(text).chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect()
}
