//! The address scheme, as one page sees it. Knows where things are, not how they look.

use std::rc::Rc;

use super::Page;
use crate::components::{Links, entity_anchor};
use crate::content::{EntityRef, FactRef, Plot, PlotRef, RecordRef, ReferenceRef, SectionRef, Story};

/// Addresses relative to one page, so that the built folder works wherever it is put.
pub struct PageLinks {
    story: Rc<Story>,
    page: Page,
    base: String,
}

impl PageLinks {
    /// Addresses as `page` sees them; `base` leads from it to the site's root.
    pub fn new(story: Rc<Story>, page: Page, base: String) -> Self {
        Self { story, page, base }
    }

    /// The anchor alone if it is on this page, else with the way to the story.
    fn anchor(&self, here: bool, id: &str) -> String {
        if here { format!("#{id}") } else { format!("{}#{id}", self.story()) }
    }

    /// The sources and notes.
    fn notes(&self) -> Option<SectionRef> {
        self.story.sections().last().map(|(last, _)| last)
    }

    /// Whether this page is the sources and notes by themselves.
    fn is_notes(&self) -> bool {
        matches!(self.page.shown(), Page::Section(section) if Some(section) == self.notes())
    }

    /// Whether this page holds the sources and notes.
    fn holds_notes(&self) -> bool {
        match self.page.shown() {
            Page::Story => true,
            Page::Section(section) => Some(section) == self.notes(),
            _ => false,
        }
    }

    fn holds(&self, fact: FactRef) -> bool {
        match self.page.shown() {
            Page::Story => true,
            Page::Section(section) => {
                let card = self.story.card_of(fact);
                self.story[section].cards.contains(&card) || (self.holds_notes() && !self.story.is_card(card))
            }
            Page::Fact(own) => own == fact,
            _ => false,
        }
    }
}

/// The file of a plot's picture below the site's root.
pub fn plot_file(plot: &Plot, ending: &str) -> String {
    format!("plots/{}.{ending}", plot.id)
}

impl Links for PageLinks {
    fn fact(&self, fact: FactRef) -> String {
        if self.holds(fact) { format!("#{}", self.story[fact].id) } else { self.fact_page(fact) }
    }

    fn fact_page(&self, fact: FactRef) -> String {
        format!("{}{}", self.base, Page::Fact(fact).path(&self.story))
    }

    fn fact_address(&self, fact: FactRef) -> String {
        format!("/{}", Page::Fact(fact).path(&self.story))
    }

    fn fact_in_story(&self, fact: FactRef) -> String {
        self.anchor(self.page.shown() == Page::Story, &self.story[fact].id)
    }

    fn section(&self, section: SectionRef) -> String {
        if self.page.shown() == Page::Story {
            return format!("#{}", self.story[section].id);
        }
        self.section_page(section)
    }

    fn section_page(&self, section: SectionRef) -> String {
        format!("{}{}", self.base, Page::Section(section).path(&self.story))
    }

    fn section_address(&self, section: SectionRef) -> String {
        format!("/{}", Page::Section(section).path(&self.story))
    }

    fn entity(&self, entity: EntityRef) -> String {
        // The page of the notes is a fraction of the story, and definitions are read from where their marks lead.
        // The story leaves out what its prose never marks.
        if self.is_notes() || self.holds_notes() && !self.story[entity].unmarked {
            format!("#{}", entity_anchor(&self.story[entity].id))
        } else {
            self.entry(entity)
        }
    }

    fn entry(&self, entity: EntityRef) -> String {
        let page = self.notes().map(|notes| self.section_page(notes)).unwrap_or_default();
        format!("{page}#{}", entity_anchor(&self.story[entity].id))
    }

    fn reference(&self, reference: ReferenceRef) -> String {
        self.anchor(self.holds_notes(), &self.story[reference].id)
    }

    fn record(&self, record: RecordRef) -> String {
        let record = &self.story[record];
        match record.urls.first() {
            Some(url) if !self.is_notes() => url.clone(),
            _ => format!("#{}", record.id),
        }
    }

    fn plot_file(&self, plot: PlotRef, ending: &str) -> String {
        format!("{}{}", self.base, plot_file(&self.story[plot], ending))
    }

    fn facts(&self) -> String {
        format!("{}{}", self.base, Page::Facts.path(&self.story))
    }

    fn facts_file(&self, ending: &str) -> String {
        format!("{}facts.{ending}", self.base)
    }

    fn story(&self) -> String {
        if self.base.is_empty() { "./".to_owned() } else { self.base.clone() }
    }
}
