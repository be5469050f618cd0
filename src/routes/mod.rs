//! The address scheme: which pages exist, where they are, and how one page links to another.

mod links;

pub use links::{FEED, Links, PREVIEWS, entity_anchor, plot_file};

use crate::content::{FactRef, Redirect, RedirectRef, SectionRef, Story};

/// Anything with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The whole story.
    Story,
    /// One section.
    Section(SectionRef),
    /// One fact.
    Fact(FactRef),
    /// All facts.
    Facts,
    /// Where a fact or section stood that is gone.
    Redirect(RedirectRef),
    /// The whole story, made for a frame.
    EmbedStory,
    /// One section, made for a frame.
    EmbedSection(SectionRef),
    /// One fact, made for a frame.
    EmbedFact(FactRef),
    /// What a wrong address answers with.
    NotFound,
}

impl Page {
    /// Every page of the site, in reading order.
    pub fn all(story: &Story) -> Vec<Page> {
        let sections = story.sections().map(|(section, _)| Page::Section(section));
        let facts = story.facts_in_order().map(Page::Fact);
        let moved = story.moved().map(Page::Redirect);
        let pages: Vec<_> =
            [Page::Story].into_iter().chain(sections).chain(facts).chain([Page::Facts]).collect();
        let embeds: Vec<_> = pages.iter().filter_map(|page| page.embed()).collect();
        pages.into_iter().chain(embeds).chain(moved).chain([Page::NotFound]).collect()
    }

    /// Its folder below the site's root, with a slash at the end unless it is the root.
    pub fn path(self, story: &Story) -> String {
        match self {
            Page::Story | Page::NotFound => String::new(),
            Page::Section(section) => format!("s/{}/", story[section].id),
            Page::Fact(fact) => format!("f/{}/", story[fact].id),
            Page::Facts => "facts/".to_owned(),
            Page::Redirect(moved) => match &story[moved] {
                Redirect::Fact { from, .. } => format!("f/{from}/"),
                Redirect::Section { from, .. } => format!("s/{from}/"),
            },
            Page::EmbedStory | Page::EmbedSection(_) | Page::EmbedFact(_) => {
                format!("e/{}", self.shown().path(story))
            }
        }
    }

    /// Its file below the site's root.
    pub fn file(self, story: &Story) -> String {
        if self == Page::NotFound { "404.html".to_owned() } else { format!("{}index.html", self.path(story)) }
    }

    /// From its folder back to the site's root: empty, or `../` as often as it takes.
    pub fn root(self) -> &'static str {
        match self {
            Page::Story | Page::NotFound => "",
            Page::Section(_) | Page::Fact(_) | Page::Redirect(_) => "../../",
            Page::EmbedStory | Page::Facts => "../",
            Page::EmbedSection(_) | Page::EmbedFact(_) => "../../../",
        }
    }

    /// The same made for a frame, if there is such a page.
    pub fn embed(self) -> Option<Page> {
        match self {
            Page::Story => Some(Page::EmbedStory),
            Page::Section(section) => Some(Page::EmbedSection(section)),
            Page::Fact(fact) => Some(Page::EmbedFact(fact)),
            Page::EmbedStory
            | Page::EmbedSection(_)
            | Page::EmbedFact(_)
            | Page::Facts
            | Page::Redirect(_)
            | Page::NotFound => None,
        }
    }

    /// What an embed shows: the page that it stands for. Any other page shows itself.
    pub fn shown(self) -> Page {
        match self {
            Page::EmbedStory => Page::Story,
            Page::EmbedSection(section) => Page::Section(section),
            Page::EmbedFact(fact) => Page::Fact(fact),
            Page::Story
            | Page::Section(_)
            | Page::Fact(_)
            | Page::Facts
            | Page::Redirect(_)
            | Page::NotFound => self,
        }
    }

    /// Whether it is made for a frame.
    pub fn is_embed(self) -> bool {
        self != self.shown()
    }

    /// Its picture for previews, below the site's root.
    pub fn picture(self, story: &Story) -> Option<String> {
        match self {
            Page::Story => Some("og/story.png".to_owned()),
            Page::Section(section) => Some(format!("og/s/{}.png", story[section].id)),
            Page::Fact(fact) => Some(format!("og/f/{}.png", story[fact].id)),
            Page::Facts => Some("og/facts.png".to_owned()),
            Page::Redirect(_)
            | Page::NotFound
            | Page::EmbedStory
            | Page::EmbedSection(_)
            | Page::EmbedFact(_) => None,
        }
    }
}
