//! State shared by all components that are rendered for one page during the build.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use yew::{Html, html};

use crate::content::{FactRef, Story};
use crate::routes::{Links, Page};

/// The story, the page that is rendered, and links from it.
pub struct RenderContext {
    /// The story in the edition of the page.
    pub story: Arc<Story>,
    /// The page that is rendered.
    pub page: Page,
    /// Links relative to the page.
    pub links: Links,
    /// Facts whose anchors the page already has.
    anchored: RefCell<BTreeSet<FactRef>>,
}

impl RenderContext {
    /// A context for one page; `root` is the path from it to the site's root.
    pub fn new(story: &Arc<Story>, page: Page, root: &str) -> Self {
        let links = Links::new(Arc::clone(story), page, root.to_owned());
        Self { story: Arc::clone(story), page, links, anchored: RefCell::default() }
    }

    /// Whether this page is rendered, or an embed of it.
    pub(crate) fn shows(&self, page: Page) -> bool {
        self.page.shown_page() == page
    }

    /// The element for titles of cards and plots in a section, one level below the section's title.
    pub(crate) fn title_tag(&self) -> &'static str {
        if matches!(self.page.shown_page(), Page::Section(_)) { "h2" } else { "h3" }
    }

    /// Returns whether the page has no anchor of the fact yet, and records one.
    pub(super) fn claim_anchor(&self, fact: FactRef) -> bool {
        self.anchored.borrow_mut().insert(fact)
    }
}

/// Empty anchors with an id and its former ids. No other elements have ids from content, because reading views remove
/// some elements by id: "market-share" looks like a row of buttons.
pub(crate) fn anchors<'a>(ids: impl IntoIterator<Item = &'a str>) -> Html {
    ids.into_iter().map(|id| html! { <span class="anchor" id={id.to_owned()}></span> }).collect()
}
