//! The state of the search: the query, and the visible results.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::page_index::PageIndex;
use super::query::SearchResult;

/// How many results are shown at once: they fill the panel.
pub(super) const FIRST_RESULTS: usize = 7;

/// How many results are shown after a pause, and how many more each time they are asked for.
pub(super) const RESULTS_PER_STEP: usize = 40;

/// The query, and which results are shown.
#[derive(Clone, Default)]
pub(super) struct SearchState {
    pub(super) page: Rc<RefCell<PageIndex>>,
    /// Whether all of the page has been read.
    pub(super) is_complete: bool,
    /// What is in the field.
    pub(super) text: AttrValue,
    pub(super) result: Rc<SearchResult>,
    /// Counts the searches: a new list of results for each.
    pub(super) search_id: u32,
    /// How many results are shown.
    pub(super) visible_count: usize,
    pub(super) is_open: bool,
}

/// What changes the search.
pub(super) enum SearchAction {
    /// The field has this text: the reader has typed, or focused it again.
    SetText(String),
    /// All of the page has been read.
    IndexComplete,
    /// The reader rests.
    ShowFullPage,
    /// The reader wants more results.
    ShowMore,
    /// The reader has left.
    Close,
}

impl SearchState {
    fn search(&self, text: AttrValue, previous: &SearchResult) -> Self {
        let result = self.page.borrow().index.find(&text, previous);
        Self {
            text,
            search_id: self.search_id.wrapping_add(1),
            visible_count: FIRST_RESULTS,
            is_open: !result.is_empty_query(),
            result: Rc::new(result),
            ..self.clone()
        }
    }

    /// How many results there are.
    pub(super) fn count(&self) -> usize {
        self.result.ranked.len()
    }
}

impl Reducible for SearchState {
    type Action = SearchAction;

    fn reduce(self: Rc<Self>, action: SearchAction) -> Rc<Self> {
        let next = match action {
            SearchAction::SetText(text) if !self.is_open || text != *self.text => {
                self.search(text.into(), &self.result)
            }
            // Searches again. The list stays the same, because the reader may be in it.
            SearchAction::IndexComplete => Self {
                is_complete: true,
                result: self.search(self.text.clone(), &SearchResult::default()).result,
                ..(*self).clone()
            },
            SearchAction::ShowFullPage
                if self.is_open && self.visible_count < self.count().min(RESULTS_PER_STEP) =>
            {
                Self { visible_count: RESULTS_PER_STEP, ..(*self).clone() }
            }
            SearchAction::ShowMore => {
                Self { visible_count: self.visible_count + RESULTS_PER_STEP, ..(*self).clone() }
            }
            SearchAction::Close if self.is_open => Self { is_open: false, ..(*self).clone() },
            SearchAction::SetText(_) | SearchAction::ShowFullPage | SearchAction::Close => return self,
        };
        next.into()
    }
}
