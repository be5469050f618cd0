//! What is being shared: reads the card, the section or the story around a control off the page. Knows the page's HTML,
//! not what becomes of what it reads.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use super::document;

/// What a link to a page can be sent with.
pub(super) struct Shared {
    /// Its title.
    pub(super) title: String,
    /// What it says, for a message: figure, entity, time and source of a fact.
    pub(super) text: String,
    /// The address of its own page.
    pub(super) link: String,
    /// Its preview picture, as its own page sees it.
    pub(super) picture: String,
}

impl Shared {
    /// The fact, the section or the story around a control.
    pub(super) fn around(control: &Element) -> Option<Self> {
        if let Some(card) = control.closest("article.fact").ok()? {
            let title = text(&card, ".fact-title");
            let figure = Some(text(&card, ".figure")).filter(|figure| !figure.is_empty());
            let parts =
                [figure.unwrap_or_else(|| title.clone()), text(&card, ".meta li"), text(&card, "time")];
            let text = format!("{}. {}.", parts.join(", "), text(&card, ".sources li"));
            let picture = format!("../../og/f/{}.png", card.id());
            return Some(Self { title, text, link: address(&card, "a.address")?, picture });
        }
        let (place, link, picture) = match control.closest("section.section").ok()? {
            Some(section) => {
                let (link, picture) =
                    (address(&section, "a.own")?, format!("../../og/s/{}.png", section.id()));
                (section, link, picture)
            }
            None => {
                let page = document()?.document_element()?;
                (page, site()?, "og/story.png".to_owned())
            }
        };
        let title = text(&place, "h1, h2");
        Some(Self { text: format!("{title}. {}", text(&place, ".standfirst")), title, link, picture })
    }
}

/// The whole address of the site's root, which is that of the story.
pub(super) fn site() -> Option<String> {
    address(&document()?.document_element()?, "header.site a")
}

/// What an element says, with single spaces.
pub(super) fn text(place: &Element, selector: &str) -> String {
    let found = place.query_selector(selector).ok().flatten().and_then(|found| found.text_content());
    found.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a link leads, as a whole address without fragment.
fn address(place: &Element, selector: &str) -> Option<String> {
    let link: HtmlAnchorElement = place.query_selector(selector).ok()??.dyn_into().ok()?;
    link.href().split('#').next().map(str::to_owned)
}
