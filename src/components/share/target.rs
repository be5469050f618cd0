//! Reads what is shared from the document: the card, section or page around a button.

use crate::hooks::{BrowserResult, Element, ElementExt, dom, scroll, url};
use crate::url_paths::{FACTS, IMAGES, SECTIONS};

/// A page to share, with title, text and image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareTarget {
    /// The title.
    pub title: String,
    /// The text of a message. For a fact: title, figure, entity, time and verdict.
    pub text: String,
    /// The URL of its page.
    pub link: String,
    /// The URL of its preview image.
    pub image: String,
}

/// URLs relative to the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageUrls<'a> {
    pub(super) story_url: &'a str,
    /// The page's preview image.
    pub(super) image_url: &'a str,
}

impl ShareTarget {
    /// The fact or section around an element; else the page.
    pub(super) fn around(element: &Element, urls: PageUrls<'_>) -> BrowserResult<Self> {
        let image = |folder, id: &str| url::absolute(&[urls.story_url, IMAGES, folder, id, ".png"].concat());
        if let Some(card) = card_around(element) {
            let title = card.text_of(".fact-title");
            let text = fact_text(&card, &title);
            return Ok(Self {
                title,
                text,
                link: permalink(&card)?,
                image: image(FACTS, &card.anchor_id())?,
            });
        }
        let section = element.nearest("section.section");
        // On a section's page, the heading has no link.
        let own_page = section.as_ref().and_then(|section| section.find("h2 a").ok());
        let (element, link, image) = match (section, own_page) {
            (Some(section), Some(page)) => {
                let image = image(SECTIONS, &section.id())?;
                (section, url::absolute(&page.attribute("href"))?, image)
            }
            _ => (dom::find("main")?, url::absolute("./")?, url::absolute(urls.image_url)?),
        };
        let title = element.text_of("h1, h2");
        Ok(Self { text: [&title, ". ", &element.text_of(".standfirst")].concat(), title, link, image })
    }
}

/// The URL that a control names; else that of the fact around it; else that of the page.
pub(crate) fn link_around(element: &Element) -> BrowserResult<String> {
    let named = element.attribute("data-link");
    if !named.is_empty() {
        return Ok(named);
    }
    card_around(element).map_or_else(|| url::absolute("./"), |card| permalink(&card))
}

/// The focused card, else the current section. At the page's top, `<main>`.
pub(super) fn default_share_element() -> BrowserResult<Element> {
    let card = dom::active_element().and_then(|active| active.nearest("article.fact"));
    let section = || scroll::section_being_read().filter(|_| !scroll::is_at_top());
    card.or_else(section).map_or_else(|| dom::find("main"), Ok)
}

/// The card around an element. On a fact's page, its card.
fn card_around(element: &Element) -> Option<Element> {
    let own = || dom::find("h1.fact-title").ok()?.nearest("article.fact");
    element.nearest("article.fact").or_else(own)
}

fn fact_text(card: &Element, title: &str) -> String {
    let parts = [".figure", ".meta li:not([data-verdict], :has(time))", "time", ".verdict"];
    let [figure, entity, time, verdict] = parts.map(|part| card.text_of(part));
    let (point, about) = (joined(&[title, &figure], ": "), joined(&[&entity, &time], ", "));
    [&*joined(&[&point, &about, &verdict], ". "), "."].concat()
}

/// Joins the non-empty parts.
fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

fn permalink(card: &Element) -> BrowserResult<String> {
    url::absolute(&card.find("a.permalink")?.attribute("href"))
}
