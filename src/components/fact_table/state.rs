//! The state of the fact table: the query and the visible rows.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::*;

use super::query::{Sort, TableOptions, TableQuery};
use crate::components::search::index::SearchIndex;
use crate::components::search::query::SearchMatches;
use crate::hooks::fact_rows::{self, Row};

/// The rows, with a search index of their text.
pub(super) struct FactIndex {
    rows: Vec<Row>,
    index: SearchIndex,
}

impl FactIndex {
    /// Reads the rows of the page. Adds the names of filter options as synonyms.
    fn from_page(fields: &TableOptions) -> Self {
        let mut index = SearchIndex::default();
        for option in fields.filters.iter().flat_map(|filter| &filter.options) {
            let names = [&option.label].into_iter().chain(&option.names);
            index.add_synonyms(names.map(String::as_str));
        }
        let add = |(row, text)| {
            index.add(text, false);
            row
        };
        let rows = fact_rows::read().map(add).collect();
        Self { rows, index }
    }

    /// Whether each row matches the search and has the tags.
    fn visibility(&self, matches: &SearchMatches, tags: &[String]) -> Vec<bool> {
        let mut visibility = vec![matches.is_empty_query(); self.rows.len()];
        for at in &matches.ranked {
            if let Some(is_visible) = visibility.get_mut(*at) {
                *is_visible = true;
            }
        }
        for (row, is_visible) in self.rows.iter().zip(&mut visibility) {
            *is_visible &= tags.iter().all(|tag| row.tags.split(' ').any(|own| own == tag));
        }
        visibility
    }

    /// The indices of rows in an order. Rows without a rank are last, also in descending order.
    fn order(&self, sort: Option<Sort>) -> Vec<usize> {
        let rank = |row: &Row| {
            let Some(Sort { column, is_descending }) = sort else { return 0 };
            let rank = row.ranks.split(' ').nth(column).and_then(|rank| rank.parse::<i32>().ok());
            rank.map_or(i32::MAX, |rank| if is_descending { -rank } else { rank })
        };
        // Insertion sort, because it makes the bundle smaller than the sort of `std` (decisions/webassembly-size.md).
        let mut order = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let rank = (rank(row), at);
            order.insert(order.partition_point(|before| *before < rank), rank);
        }
        order.into_iter().map(|(_, at)| at).collect()
    }
}

/// The query and the visible rows.
pub(super) struct TableState {
    pub(super) fields: Rc<TableOptions>,
    fact_index: Rc<OnceCell<FactIndex>>,
    pub(super) query: TableQuery,
    matches: Rc<SearchMatches>,
    /// Whether each row is visible; empty before the first query.
    pub(super) visibility: Rc<Vec<bool>>,
}

/// Actions on the query.
pub(super) enum TableAction {
    /// Changes the search text.
    SetText(String),
    /// Chooses the value of the filter or view at an index.
    Choose(usize, String),
    /// Changes the order by the column at an index.
    Sort(usize),
    /// Clears search text and filters.
    Clear,
    /// Restores the query of the URL, and the id in its fragment, which may name a row.
    Restore(TableQuery, Option<String>),
}

impl TableState {
    pub(super) fn new(fields: Rc<TableOptions>) -> Self {
        let query = fields.query(|_| None);
        Self { fields, fact_index: Rc::default(), query, matches: Rc::default(), visibility: Rc::default() }
    }

    fn fact_index(&self) -> &FactIndex {
        self.fact_index.get_or_init(|| FactIndex::from_page(&self.fields))
    }

    /// Builds the index, so that the first key is answered without delay.
    pub(super) fn ensure_index(&self) {
        self.fact_index();
    }

    /// Whether a query hides this row.
    fn would_hide(&self, query: &TableQuery, row: &str) -> bool {
        if !self.fields.is_filtering(query) {
            return false;
        }
        let fact_index = self.fact_index();
        let matches = fact_index.index.find(&query.text, &SearchMatches::default());
        let visibility = fact_index.visibility(&matches, &self.fields.tags(query));
        fact_index.rows.iter().zip(visibility).any(|(own, is_visible)| own.id == row && !is_visible)
    }

    /// The rows in their original order.
    pub(super) fn rows(&self) -> &[Row] {
        &self.fact_index().rows
    }

    /// Whether the reader or the URL has made a query. Before that, the page is as built.
    pub(super) fn is_touched(&self) -> bool {
        !self.visibility.is_empty()
    }

    /// The indices of the rows in the selected order.
    pub(super) fn order(&self) -> Vec<usize> {
        self.fact_index().order(self.query.sort)
    }

    /// The number of visible rows.
    pub(super) fn count(&self) -> usize {
        self.visibility.iter().filter(|is_visible| **is_visible).count()
    }

    /// The ids of the visible facts, in the selected order.
    pub(super) fn shown_ids(&self) -> Vec<String> {
        let is_shown = |at: &usize| self.visibility.get(*at).copied().unwrap_or(true);
        let id = |at: usize| self.rows().get(at).map(|row| row.id.clone());
        self.order().into_iter().filter(is_shown).filter_map(id).collect()
    }
}

impl Reducible for TableState {
    type Action = TableAction;

    fn reduce(self: Rc<Self>, action: TableAction) -> Rc<Self> {
        let mut drops_filters = false;
        let query = match action {
            TableAction::SetText(text) => TableQuery { text, ..self.query.clone() },
            TableAction::Choose(at, value) => self.query.with_selected(at, value),
            TableAction::Sort(column) => self.query.sorted_by(column),
            TableAction::Clear => self.fields.cleared(&self.query),
            // A row that the fragment names is shown despite the filters.
            TableAction::Restore(query, Some(row)) if self.would_hide(&query, &row) => {
                drops_filters = true;
                self.fields.cleared(&query)
            }
            TableAction::Restore(query, _) => query,
        };
        if query == self.query && !drops_filters {
            return self;
        }
        let fact_index = self.fact_index();
        let matches = fact_index.index.find(&query.text, &self.matches);
        let visibility = fact_index.visibility(&matches, &self.fields.tags(&query));
        Rc::new(Self {
            fields: Rc::clone(&self.fields),
            fact_index: Rc::clone(&self.fact_index),
            query,
            matches: Rc::new(matches),
            visibility: Rc::new(visibility),
        })
    }
}
