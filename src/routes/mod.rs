//! Pages, and their paths.

mod links;

pub use links::{FACTS_CSV, FACTS_JSON, FEED, Links, PREVIEWS, WORKER, plot_file};

use crate::content::date::PartialDate;
use crate::content::{FactRef, Redirect, RedirectRef, SectionRef, Story};
use crate::hotkeys::{ALL_CARDS, HELP, NEXT, PREVIOUS, SEARCH, SHARE};
use crate::url_paths::{EMBEDS, FACTS, IMAGES, SECTIONS};

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The whole story.
    Story,
    /// One section.
    Section(SectionRef),
    /// One fact.
    Fact(FactRef),
    /// A page that lists all items of a kind.
    Listing(Listing),
    /// The former page of a fact or section.
    Redirect(RedirectRef),
    /// A page for a frame in another site.
    Embed(Embed),
    /// The page for unknown addresses.
    NotFound,
}

/// A page that lists all items of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// All facts.
    Facts,
}

impl Listing {
    /// All listings, in the order of the footer.
    pub const ALL: [Self; 1] = [Self::Facts];

    /// The folder below the site's root. Also the id in citations, and the image's file name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Facts => "facts",
        }
    }
}

/// A page for a frame in another site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// The whole story.
    Story,
    /// One section.
    Section(SectionRef),
    /// One fact.
    Fact(FactRef),
}

impl Embed {
    /// The page that the embed shows. It gives the embed's path, metadata, and links that stay in the frame.
    pub fn page(self) -> Page {
        match self {
            Self::Story => Page::Story,
            Self::Section(section) => Page::Section(section),
            Self::Fact(fact) => Page::Fact(fact),
        }
    }
}

impl Page {
    /// Every page of the site, in reading order.
    pub fn all(story: &Story) -> Vec<Page> {
        let sections = story.sections().map(|(section, _)| Page::Section(section));
        let facts = story.facts_in_order().map(Page::Fact);
        let redirects = story.redirects().map(Page::Redirect);
        let listings = Listing::ALL.into_iter().map(Page::Listing);
        let pages: Vec<_> = [Page::Story].into_iter().chain(sections).chain(facts).chain(listings).collect();
        let embeds: Vec<_> = pages.iter().filter_map(|page| page.embed()).collect();
        pages.into_iter().chain(embeds).chain(redirects).chain([Page::NotFound]).collect()
    }

    /// The successor of a former id's page; for any other page, the page itself.
    pub fn successor(self, story: &Story) -> Page {
        let Page::Redirect(redirect) = self else { return self };
        match story[redirect] {
            Redirect::Fact { to, .. } => Page::Fact(to),
            Redirect::Section { to, .. } => Page::Section(to),
        }
    }

    /// The folder below the site's root, with a trailing slash; empty for the root.
    pub fn path(self, story: &Story) -> String {
        match self {
            Page::Story | Page::NotFound => String::new(),
            Page::Section(section) => format!("{SECTIONS}{}/", story[section].id),
            Page::Fact(fact) => format!("{FACTS}{}/", story[fact].id),
            Page::Listing(listing) => format!("{}/", listing.id()),
            Page::Redirect(redirect) => match &story[redirect] {
                Redirect::Fact { from, .. } => format!("{FACTS}{from}/"),
                Redirect::Section { from, .. } => format!("{SECTIONS}{from}/"),
            },
            Page::Embed(_) => format!("{EMBEDS}{}", self.shown_page().path(story)),
        }
    }

    /// The file below the site's root.
    pub fn file(self, story: &Story) -> String {
        if self == Page::NotFound { "404.html".to_owned() } else { format!("{}index.html", self.path(story)) }
    }

    /// The path back to the site's root: `../` for each folder.
    pub fn root(self, story: &Story) -> String {
        "../".repeat(self.path(story).matches('/').count())
    }

    /// A file that belongs to the page, below the site's root: `og/f/vmate.png`; for the story `og/story.png`.
    pub fn companion_file(self, story: &Story, folder: &str, extension: &str) -> String {
        let path = self.path(story);
        let name = if path.is_empty() { "story" } else { path.trim_end_matches('/') };
        format!("{folder}{name}.{extension}")
    }

    /// The embed that shows the page, if there is one.
    pub fn embed(self) -> Option<Page> {
        match self {
            Page::Story => Some(Embed::Story),
            Page::Section(section) => Some(Embed::Section(section)),
            Page::Fact(fact) => Some(Embed::Fact(fact)),
            Page::Embed(_) | Page::Listing(_) | Page::Redirect(_) | Page::NotFound => None,
        }
        .map(Page::Embed)
    }

    /// The page that an embed shows; for any other page, the page itself.
    pub fn shown_page(self) -> Page {
        if let Page::Embed(embed) = self { embed.page() } else { self }
    }

    /// The section that the page shows or belongs to.
    pub fn section(self, story: &Story) -> Option<SectionRef> {
        match self.shown_page() {
            Page::Section(section) => Some(section),
            Page::Fact(fact) => Some(story[fact].section),
            Page::Story | Page::Listing(_) | Page::Redirect(_) | Page::Embed(_) | Page::NotFound => None,
        }
    }

    /// Whether the page has content at an address of its own. Then it has an image, citations and structured data.
    pub fn is_citable(self) -> bool {
        match self {
            Page::Story | Page::Section(_) | Page::Fact(_) | Page::Listing(_) => true,
            Page::Embed(_) | Page::Redirect(_) | Page::NotFound => false,
        }
    }

    /// The value of `data-page`, by which style and scripts select the kind of page.
    pub fn kind(self) -> Option<&'static str> {
        match self {
            Page::Listing(listing) => Some(listing.id()),
            Page::NotFound => Some("404"),
            Page::Section(_) | Page::Fact(_) | Page::Redirect(_) => Some(""),
            Page::Story | Page::Embed(_) => None,
        }
    }

    /// Whether the page is an embed.
    pub fn is_embed(self) -> bool {
        matches!(self, Page::Embed(_))
    }

    /// Whether the page has share and embed controls: the story, sections and facts. A listing is shared by its
    /// address. In an embed, a dialog would open out of view.
    pub fn is_shareable(self) -> bool {
        match self {
            Page::Story | Page::Section(_) | Page::Fact(_) => true,
            Page::Listing(_) | Page::Redirect(_) | Page::Embed(_) | Page::NotFound => false,
        }
    }

    /// The page's hotkeys, as one string.
    pub fn hotkeys(self) -> String {
        let keys: &[_] = match self {
            Page::Story => &[HELP, SEARCH, NEXT, PREVIOUS, ALL_CARDS, SHARE],
            Page::Section(_) | Page::Fact(_) => &[HELP, SEARCH, NEXT, PREVIOUS, SHARE],
            Page::Listing(_) | Page::Redirect(_) | Page::NotFound => &[HELP, SEARCH],
            Page::Embed(_) => &[],
        };
        keys.concat()
    }

    /// The day on which the page was published, if it is citable and the day is known.
    pub fn published(self, story: &Story) -> Option<PartialDate> {
        match self {
            Page::Story | Page::Listing(_) => story.ids.first_published(),
            Page::Section(section) => story.ids.sections.get(&section).copied(),
            Page::Fact(fact) => story.ids.facts.get(&fact).copied(),
            Page::Embed(_) | Page::Redirect(_) | Page::NotFound => None,
        }
    }

    /// The preview image that the generator renders, below the site's root.
    pub fn image(self, story: &Story) -> Option<String> {
        self.is_citable().then(|| self.companion_file(story, IMAGES, "png"))
    }
}
