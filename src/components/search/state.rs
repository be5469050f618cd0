//! The state of the search: the query and the visible results.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::page_index::PageIndex;
use super::query::SearchMatches;

/// Number of results that show at once. They fill the panel.
const FIRST_RESULTS: usize = 7;

/// Number of results after a pause, and number of additional results per request.
pub(super) const RESULTS_PER_STEP: usize = 40;

/// The query and the visible results.
#[derive(Clone, Default)]
pub(super) struct SearchState {
    pub(super) page_index: Rc<RefCell<PageIndex>>,
    /// Whether indexing has finished: with the previews, or without if they cannot be loaded.
    pub(super) is_indexing_finished: bool,
    /// The text in the field.
    pub(super) text: AttrValue,
    pub(super) result: Rc<SearchMatches>,
    /// The number of searches. Each renders a new list of results.
    pub(super) search_count: u32,
    /// The number of visible results.
    pub(super) visible_count: usize,
    pub(super) is_open: bool,
}

/// Actions on the search.
pub(super) enum SearchAction {
    /// The field has this text, after typing or focusing.
    SetText(String),
    /// Indexing has finished.
    IndexingFinished,
    /// The reader has paused.
    ShowFullPage,
    /// The reader requests more results.
    ShowMore,
    /// The reader leaves the search.
    Close,
}

impl SearchState {
    fn search(&self, text: AttrValue, previous: &SearchMatches) -> Self {
        let result = self.page_index.borrow().index.find(&text, previous);
        Self {
            text,
            search_count: self.search_count.wrapping_add(1),
            visible_count: FIRST_RESULTS,
            is_open: !result.is_empty_query(),
            result: Rc::new(result),
            ..self.clone()
        }
    }

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
            // Searches again, but keeps the list, because the reader may be in it.
            SearchAction::IndexingFinished => Self {
                is_indexing_finished: true,
                result: self.search(self.text.clone(), &SearchMatches::default()).result,
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
