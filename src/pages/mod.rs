//! Which pages exist, where they are, and what is on each. Knows nothing of files, of Trunk or of servers.

mod embed;
mod fact;
mod facts;
mod head;
mod links;
mod moved;
mod not_found;
mod section;
mod story;

use std::rc::Rc;

pub use head::{Alternate, FACTS_CSV, FACTS_JSON, FEED, Head, Picture, fact_json};
pub use links::{PageLinks, plot_file};
use yew::prelude::*;

use crate::components::{
    Keyed, Offer, RootProps, Stage, citation_files, comfort_control, comfort_dialog, embed_dialog,
    newer_line, prose, share_dialog,
};
use crate::content::ui_text::{DRAWN, UiText};
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

/// Turns markup into text: the one thing that a page needs done and cannot do itself, for it takes Yew's
/// server renderer, which must never reach the browser.
pub trait Press {
    /// Renders markup that will never change.
    fn still(&self, html: Html) -> String;
    /// Renders a root with the marks that the browser needs to bring it to life.
    fn live(&self, root: RootProps) -> String;
}

/// A page before it becomes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it says of itself to machines.
    pub head: Head,
    /// The markup of its `<body>`.
    pub body: String,
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
        match self {
            Page::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", self.path(story)),
        }
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
            _ => self,
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
            _ => None,
        }
    }

    /// Makes the page. `base` leads from the page to the site's root: [`Page::root`], or an absolute address for
    /// [`Page::NotFound`], which answers at any depth.
    pub fn document(self, story: &Rc<Story>, base: &str, press: &dyn Press) -> Document {
        let links = PageLinks::new(Rc::clone(story), self, base.to_owned());
        // What is shared and embedded is the story and its parts; the page of all facts is shared by its address.
        let own = self.picture(story).filter(|_| self != Page::Facts);
        let picture = own.map(|picture| format!("{base}{picture}"));
        let shares = picture.is_some();
        let stage = Stage { story: Rc::clone(story), links: Rc::new(links), shares };
        let main = match self {
            Page::Story | Page::EmbedStory => story::view(&stage, press),
            Page::Section(at) => section::view(at, &stage, press),
            Page::EmbedSection(at) => embed::section(at, &stage, press),
            Page::Fact(at) => fact::view(at, &stage),
            Page::EmbedFact(at) => embed::fact(at, &stage),
            Page::Facts => facts::view(&stage),
            Page::Redirect(at) => moved::view(at, &stage),
            Page::NotFound => not_found::view(&stage),
        };
        let body = if self.is_embed() {
            embed::leading_out(&press.still(embed::frame(self, main, &stage)))
        } else {
            press.still(frame(self, main, picture, &stage))
        };
        Document { head: self.head(story), body }
    }
}

/// What stands around every page; `picture` is where the page's own is.
fn frame(page: Page, main: Html, picture: Option<String>, stage: &Stage) -> Html {
    let words = &stage.story.ui;
    let keyed = Keyed { facts: stage.shares, search: matches!(page, Page::Story | Page::Facts) };
    html! {
        <>
            <a class="skip" href="#main">{&words.skip}</a>
            <header class="site">
                <a href={stage.links.story()}>
                    {&words.site}{" "}{signs(words)}
                </a>
                {comfort_control(&words.preferences)}
            </header>
            {main}
            <footer class="site">
                <p>{prose(&stage.story.credit, stage)}</p>
                if page.picture(&stage.story).is_some() { {citation_files(&words.share)} }
                <p><a href={stage.links.facts()}>{&words.facts.title}</a></p>
                <p>{&words.licence}</p>
            </footer>
            {newer_line(&words.update)}
            {for picture.map(|picture| html! {
                <>{share_dialog(picture, words)}{embed_dialog(&offer(page, &stage.story), words)}</>
            })}
            {comfort_dialog(keyed, words)}
        </>
    }
}

/// The publication's name in its own script: drawn, for to find a font that has it took a twentieth of the time until
/// anything was painted.
fn signs(words: &UiText) -> Html {
    let [width, height] = DRAWN;
    html! {
        <svg
            role="img"
            aria-label={words.site_script.clone()}
            lang={words.site_script_language.clone()}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            <path d={words.site_script_drawn.clone()} />
        </svg>
    }
}

/// What can be embedded from a page besides its cards.
fn offer(page: Page, story: &Story) -> Offer {
    let here = |at| match page {
        Page::Section(section) => at == section,
        Page::Fact(fact) => at == story[fact].section,
        _ => true,
    };
    let sections = story.sections().filter(|(at, _)| here(*at));
    let sections = sections.map(|(at, section)| (Page::Section(at).path(story), section.title.clone()));
    Offer { story: story.title.clone(), sections: sections.collect() }
}
