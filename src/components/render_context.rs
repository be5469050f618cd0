//! What all markup that is rendered at build shares.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use yew::{Html, html};

use crate::content::{FactRef, Story};
use crate::routes::{Links, Page};

/// The story, and where things are as seen from the page that is being rendered.
pub struct RenderContext {
    /// The story.
    pub story: Arc<Story>,
    /// The page.
    pub page: Page,
    /// Addresses relative to the page.
    pub links: Links,
    /// The facts whose anchors the page has by now.
    anchored: RefCell<BTreeSet<FactRef>>,
}

impl RenderContext {
    /// For one page; `base` is the path from it to the site's root.
    pub fn new(story: &Arc<Story>, page: Page, base: &str) -> Self {
        let links = Links::new(Arc::clone(story), page, base.to_owned());
        Self { story: Arc::clone(story), page, links, anchored: RefCell::default() }
    }

    /// Whether the fact has no anchor in the page yet; it has one from now on.
    pub(super) fn take_anchor(&self, fact: FactRef) -> bool {
        self.anchored.borrow_mut().insert(fact)
    }
}

/// Empty anchors with an id and its former ids. Content ids are on these alone. Reading views remove elements by
/// their ids: "market-share" is taken for a row of buttons.
pub(crate) fn anchors<'a>(ids: impl IntoIterator<Item = &'a str>) -> Html {
    ids.into_iter().map(|id| html! { <span class="anchor" id={id.to_owned()}></span> }).collect()
}
