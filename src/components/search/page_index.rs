//! Indexes the page, the glossary, and the facts without a card on the page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::index::SearchIndex;
use super::search_box::SearchBoxProps;
use super::state::SearchAction;
use crate::components::preview::{self, Preview};
use crate::hooks::page_text::{self, SearchItem};
use crate::hooks::{Element, ElementExt, dom, spawn_local};

/// The index of a page.
#[derive(Default)]
pub(super) struct PageIndex {
    pub(super) index: SearchIndex,
    /// The location of each entry.
    pub(super) locations: Vec<ResultLocation>,
    pub(super) groups: Vec<ResultGroup>,
}

/// The location of an entry.
#[derive(Debug)]
pub(super) struct ResultLocation {
    /// The element, if it is in this page.
    pub(super) element: Option<Element>,
    /// The URL of its link.
    pub(super) href: String,
    /// The index of its group.
    pub(super) group: usize,
    /// The title in other scripts, each with its language.
    pub(super) scripts: Vec<(String, String)>,
}

/// Results under one heading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ResultGroup {
    pub(super) heading: String,
    /// The id of the section that gives the colour.
    pub(super) section: String,
}

impl PageIndex {
    /// Adds an item of the page.
    pub(super) fn add(&mut self, item: SearchItem) {
        let SearchItem { element, href, section, heading, text, is_definition, names, scripts } = item;
        let group = ResultGroup { heading, section };
        if self.groups.last() != Some(&group) {
            self.groups.push(group);
        }
        for names in &names {
            self.index.add_synonyms(names.iter().map(String::as_str));
        }
        self.index.add(text, is_definition);
        self.locations.push(ResultLocation { element, href, group: self.groups.len() - 1, scripts });
    }

    /// Adds a preview whose entity or fact is not on the page.
    fn add_preview(&mut self, preview: &Preview, props: &SearchBoxProps) {
        if dom::by_id(&preview.id).is_ok_and(|anchor| anchor.nearest(".fact").is_some()) {
            return;
        }
        let is_definition = preview.verdict_and_sources.is_none();
        let names: Vec<_> = [preview.title.clone()]
            .into_iter()
            .chain(preview.scripts.iter().map(|(_, name)| name.clone()))
            .collect();
        let text: String = preview.text.iter().map(|(text, _)| text.as_str()).collect();
        let heading = if is_definition { props.text.glossary() } else { props.text.facts() };
        self.add(SearchItem {
            element: None,
            href: [props.root_path.as_str(), &preview.path].concat(),
            section: String::new(),
            heading: heading.to_string(),
            text: [&*preview.title, &text].join("\n"),
            is_definition,
            names: if is_definition { vec![[names, preview.aliases.clone()].concat()] } else { Vec::new() },
            scripts: preview.scripts.clone(),
        });
    }
}

/// Returns a callback that reads the page once, then loads the previews. If they cannot be loaded, the next call tries
/// again.
#[hook]
pub(super) fn use_page_index(
    props: &SearchBoxProps,
    page_index: &Rc<RefCell<PageIndex>>,
    dispatch: &Callback<SearchAction>,
) -> Callback<()> {
    let has_started = use_mut_ref(|| false);
    let (props, page_index, dispatch) = (props.clone(), Rc::clone(page_index), dispatch.clone());
    Callback::from(move |()| {
        if has_started.replace(true) {
            return;
        }
        let is_read = !page_index.borrow().locations.is_empty();
        let add_item = {
            let page_index = Rc::clone(&page_index);
            move |item| page_index.borrow_mut().add(item)
        };
        let (has_started, props, page_index, dispatch) =
            (has_started.clone(), props.clone(), Rc::clone(&page_index), dispatch.clone());
        let add_previews = move || {
            spawn_local(async move {
                match preview::load(&props.previews_url).await {
                    Ok(previews) => {
                        for preview in &*previews {
                            page_index.borrow_mut().add_preview(preview, &props);
                        }
                    }
                    Err(_) => drop(has_started.replace(false)),
                }
                dispatch.emit(SearchAction::IndexingFinished);
            });
        };
        if is_read {
            add_previews();
        } else {
            page_text::read_search_items(add_item, add_previews);
        }
    })
}
