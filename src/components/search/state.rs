//! The state of the search: the page index, the query, the visible results.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::index::Index;
use super::query::SearchResult;
use crate::hooks::Element;
use crate::hooks::page_text::Passage;

/// How many results are shown at once: they fill the panel.
pub(super) const FIRST_RESULTS: usize = 7;

/// How many results are shown after a pause, and how many more each time they are asked for.
pub(super) const RESULTS_PER_STEP: usize = 40;

/// What can be found in the page.
#[derive(Default)]
pub(super) struct PageIndex {
    pub(super) index: Index,
    /// Where each entry is.
    pub(super) locations: Vec<ResultLocation>,
    pub(super) groups: Vec<ResultGroup>,
    /// Whether all of the page has been read.
    pub(super) is_complete: bool,
}

/// Where an entry is.
#[derive(Debug)]
pub(super) struct ResultLocation {
    /// The element, if it is in this page.
    pub(super) element: Option<Element>,
    /// The URL of its link.
    pub(super) href: String,
    /// The group, by its place among the groups.
    pub(super) group: usize,
}

/// Results that are shown under one heading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ResultGroup {
    /// The heading.
    pub(super) heading: String,
    /// The section's id, which gives the group its colour.
    pub(super) section: String,
}

impl PageIndex {
    /// Adds a passage of the page.
    pub(super) fn add(&mut self, passage: Passage) {
        let Passage { element, href, section, heading, text, is_definition, names } = passage;
        let group = ResultGroup { heading, section };
        if self.groups.last() != Some(&group) {
            self.groups.push(group);
        }
        for names in &names {
            self.index.add_synonyms(names.iter().map(String::as_str));
        }
        self.index.add(text, is_definition);
        self.locations.push(ResultLocation { element, href, group: self.groups.len() - 1 });
    }
}

/// The query, and which results are shown.
#[derive(Default)]
pub(super) struct SearchState {
    pub(super) page: Rc<RefCell<PageIndex>>,
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
            page: Rc::clone(&self.page),
            text,
            search_id: self.search_id.wrapping_add(1),
            visible_count: FIRST_RESULTS,
            is_open: !result.is_empty_query(),
            result: Rc::new(result),
        }
    }

    fn with(&self, visible_count: usize, is_open: bool) -> Self {
        Self {
            page: Rc::clone(&self.page),
            text: self.text.clone(),
            search_id: self.search_id,
            visible_count,
            is_open,
            result: Rc::clone(&self.result),
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
            // Searches again, because the index was incomplete.
            SearchAction::IndexComplete => {
                let answer = self.search(self.text.clone(), &SearchResult::default());
                Self { is_open: self.is_open, ..answer }
            }
            SearchAction::ShowFullPage
                if self.is_open && self.visible_count < self.count().min(RESULTS_PER_STEP) =>
            {
                self.with(RESULTS_PER_STEP, true)
            }
            SearchAction::ShowMore => self.with(self.visible_count + RESULTS_PER_STEP, true),
            SearchAction::Close if self.is_open => self.with(self.visible_count, false),
            SearchAction::SetText(_) | SearchAction::ShowFullPage | SearchAction::Close => return self,
        };
        next.into()
    }
}
