//! Links from one page to others.

use std::sync::Arc;

use super::{Listing, Page};
use crate::content::{
    Edition, EntityRef, FactRef, Plot, PlotRef, RecordRef, ReferenceRef, SectionRef, Story,
};
use crate::url_paths::entity_anchor;

/// Links relative to one page, so that the site works in any folder.
pub struct Links {
    story: Arc<Story>,
    page: Page,
    root: String,
}

impl Links {
    /// URLs relative to `page`; `root` is the path to the site's root.
    pub fn new(story: Arc<Story>, page: Page, root: String) -> Self {
        Self { story, page, root }
    }

    /// A fragment: alone if it is on this page, else after the story's URL.
    fn story_anchor(&self, here: bool, id: &str) -> String {
        if here { format!("#{id}") } else { format!("{}#{id}", self.story()) }
    }

    /// An entry of the endnotes.
    fn endnote(&self, id: &str) -> String {
        let page = self
            .story
            .notes_section()
            .filter(|_| !self.is_endnotes_page())
            .map(|notes| self.section_page(notes));
        format!("{}#{id}", page.unwrap_or_default())
    }

    /// Whether this page has the endnotes: only the last section's own page does.
    fn is_endnotes_page(&self) -> bool {
        matches!(self.page.shown_page(), Page::Section(section) if Some(section) == self.story.notes_section())
    }

    /// Whether the card that shows the fact is on this page.
    pub fn has_card(&self, fact: FactRef) -> bool {
        let card = self.story.card_of(fact);
        let page = self.page.shown_page();
        page == Page::Fact(fact) || self.story.has_own_card(card) && self.has_section_of(card)
    }

    /// Whether the fact has no card, and its anchor is at the page's first link to it.
    pub fn is_anchored_in_prose(&self, fact: FactRef) -> bool {
        !self.story.has_own_card(self.story.card_of(fact)) && self.has_section_of(fact)
    }

    /// Whether the fact's section is on this page.
    fn has_section_of(&self, fact: FactRef) -> bool {
        [Page::Story, Page::Section(self.story[fact].section)].contains(&self.page.shown_page())
    }
}

/// The feed's file, below the site's root.
pub const FEED: &str = "feed.xml";

/// The file of all facts as JSON, below the site's root.
pub const FACTS_JSON: &str = "facts.json";
/// The file of all facts as CSV, below the site's root.
pub const FACTS_CSV: &str = "facts.csv";

/// The service worker's file. The name never changes. It is at the root, because its scope is the whole site.
pub const WORKER: &str = "sw.js";

/// The file of the previews as data, below the site's root.
pub const PREVIEWS: &str = "previews.json";

/// The file of a plot's image, below the site's root.
pub fn plot_file(plot: &Plot, extension: &str) -> String {
    format!("plots/{}.{extension}", plot.id)
}

impl Links {
    /// A fact: its anchor if its card is on this page, else its page.
    pub fn fact(&self, fact: FactRef) -> String {
        if self.has_card(fact) { format!("#{}", self.story[fact].id) } else { self.fact_page(fact) }
    }

    /// A fact's page.
    pub fn fact_page(&self, fact: FactRef) -> String {
        format!("{}{}", self.root, Page::Fact(fact).path(&self.story))
    }

    /// A fact's anchor in the story.
    pub fn fact_in_story(&self, fact: FactRef) -> String {
        self.story_anchor(self.page.shown_page() == Page::Story, &self.story[fact].id)
    }

    /// A section: its anchor in the story, else its page.
    pub fn section(&self, section: SectionRef) -> String {
        if self.page.shown_page() == Page::Story {
            return format!("#{}", self.story[section].id);
        }
        self.section_page(section)
    }

    /// A section's page.
    pub fn section_page(&self, section: SectionRef) -> String {
        format!("{}{}", self.root, Page::Section(section).path(&self.story))
    }

    /// An entity's definition: on this page if it has the endnotes, else on theirs.
    pub fn entity(&self, entity: EntityRef) -> String {
        self.endnote(&entity_anchor(&self.story[entity].id))
    }

    /// An entry of the source article's own list.
    pub fn reference(&self, reference: ReferenceRef) -> String {
        self.endnote(&self.story[reference].id)
    }

    /// A source: its entry if this page has the endnotes, else the source itself.
    pub fn record(&self, record: RecordRef) -> String {
        let record = &self.story[record];
        match record.urls.first() {
            Some(url) if !self.is_endnotes_page() => url.clone(),
            _ => self.endnote(&record.id),
        }
    }

    /// A plot's image, in the format with this extension.
    pub fn plot_file(&self, plot: PlotRef, extension: &str) -> String {
        format!("{}{}", self.root, plot_file(&self.story[plot], extension))
    }

    /// The same page in another edition.
    pub fn edition(&self, edition: &Edition, page: Page) -> String {
        let base = if edition.address.contains("://") { "" } else { &self.root };
        [base, &edition.address, &page.path(&self.story)].concat()
    }

    /// A listing.
    pub fn listing(&self, listing: Listing) -> String {
        format!("{}{}", self.root, Page::Listing(listing).path(&self.story))
    }

    /// The page of all facts.
    pub fn facts(&self) -> String {
        self.listing(Listing::Facts)
    }

    /// The search of all facts. On the page of all facts only a fragment, which keeps the query.
    pub fn facts_search(&self) -> String {
        let page = if self.page == Page::Listing(Listing::Facts) { String::new() } else { self.facts() };
        page + "#search"
    }

    /// All facts as data: [`FACTS_CSV`] or [`FACTS_JSON`].
    pub fn facts_file(&self, file: &str) -> String {
        format!("{}{file}", self.root)
    }

    /// The feed.
    pub fn feed(&self) -> String {
        format!("{}{FEED}", self.root)
    }

    /// The previews as data.
    pub fn previews(&self) -> String {
        format!("{}{PREVIEWS}", self.root)
    }

    /// The path to the site's root; empty on pages at the root.
    pub fn root(&self) -> String {
        self.root.clone()
    }

    /// The service worker, at the site's root.
    pub fn service_worker(&self) -> String {
        format!("{}{WORKER}", self.root)
    }

    /// The `target` of a link: fragments stay in an embed's frame, other links leave it.
    pub fn target(&self, href: &str) -> Option<&'static str> {
        (self.page.is_embed() && href.starts_with('#')).then_some("_self")
    }

    /// The story.
    pub fn story(&self) -> String {
        if self.root.is_empty() { "./".to_owned() } else { self.root.clone() }
    }
}
