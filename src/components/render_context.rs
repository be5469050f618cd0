//! What components that are rendered at build share.

use std::rc::Rc;

use yew::{Html, html};

use crate::content::Story;
use crate::routes::Links;

/// The story, and where things are as seen from the page that is being rendered.
#[derive(Clone)]
pub struct RenderContext {
    /// The story.
    pub story: Rc<Story>,
    /// Addresses relative to the page.
    pub links: Rc<Links>,
    /// Whether the page has a share dialog: not a page for a frame, where a dialog would open out of sight.
    pub shares: bool,
}

impl PartialEq for RenderContext {
    fn eq(&self, other: &Self) -> bool {
        self.shares == other.shares
            && Rc::ptr_eq(&self.story, &other.story)
            && Rc::ptr_eq(&self.links, &other.links)
    }
}

/// Empty anchors with former ids, so that old links still lead here.
pub(super) fn legacy_anchors<'a>(ids: impl Iterator<Item = &'a str>) -> Html {
    ids.map(|id| html! { <span id={id.to_owned()}></span> }).collect()
}
