//! What components that are rendered at build share.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use yew::{Html, html};

use crate::content::{FactRef, Story};
use crate::routes::Links;

/// The story, and where things are as seen from the page that is being rendered.
#[derive(Clone)]
pub struct RenderContext {
    /// The story.
    pub story: Arc<Story>,
    /// Addresses relative to the page.
    pub links: Rc<Links>,
    /// Whether the page has share controls. Embeds have none: a dialog would open out of view.
    pub is_shareable: bool,
    /// The facts whose anchors the page has by now.
    anchored: Rc<RefCell<BTreeSet<FactRef>>>,
}

impl RenderContext {
    /// For one page.
    pub fn new(story: Arc<Story>, links: Links, is_shareable: bool) -> Self {
        Self { story, links: Rc::new(links), is_shareable, anchored: Rc::default() }
    }

    /// Whether the fact has no anchor in the page yet; it has one from now on.
    pub(super) fn take_anchor(&self, fact: FactRef) -> bool {
        self.anchored.borrow_mut().insert(fact)
    }
}

impl PartialEq for RenderContext {
    fn eq(&self, other: &Self) -> bool {
        self.is_shareable == other.is_shareable
            && Arc::ptr_eq(&self.story, &other.story)
            && Rc::ptr_eq(&self.links, &other.links)
    }
}

/// Empty anchors with an id and its former ids. Content ids are on these alone. Reading views remove elements by
/// their ids: "market-share" is taken for a row of buttons.
pub(crate) fn anchors<'a>(ids: impl IntoIterator<Item = &'a str>) -> Html {
    ids.into_iter().map(|id| html! { <span class="anchor" id={id.to_owned()}></span> }).collect()
}
