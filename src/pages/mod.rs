//! Which pages exist, where they are, and what is on each. Knows nothing of files, of Trunk or of servers.

mod fact;
mod head;
mod links;
mod moved;
mod not_found;
mod section;
mod story;

use std::rc::Rc;

pub use head::{Alternate, FACTS_CSV, FACTS_JSON, FEED, Head, Picture, fact_json};
pub use links::PageLinks;
use yew::prelude::*;

use crate::components::{RootProps, Stage, citation_files, prose, share_dialog};
use crate::story::{FactRef, Moved, MovedRef, SectionRef, Story};

/// Anything with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The whole story.
    Story,
    /// One section.
    Section(SectionRef),
    /// One fact.
    Fact(FactRef),
    /// Where a fact or section stood that is gone.
    Moved(MovedRef),
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
        let facts = story.told_facts().map(Page::Fact);
        let moved = story.moved().map(Page::Moved);
        [Page::Story].into_iter().chain(sections).chain(facts).chain(moved).chain([Page::NotFound]).collect()
    }

    /// Its folder below the site's root, with a slash at the end unless it is the root.
    pub fn path(self, story: &Story) -> String {
        match self {
            Page::Story | Page::NotFound => String::new(),
            Page::Section(section) => format!("s/{}/", story[section].id),
            Page::Fact(fact) => format!("f/{}/", story[fact].id),
            Page::Moved(moved) => match &story[moved] {
                Moved::Fact { from, .. } => format!("f/{from}/"),
                Moved::Section { from, .. } => format!("s/{from}/"),
            },
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
            Page::Section(_) | Page::Fact(_) | Page::Moved(_) => "../../",
        }
    }

    /// Its picture for previews, below the site's root.
    pub fn picture(self, story: &Story) -> Option<String> {
        match self {
            Page::Story => Some("og/story.png".to_owned()),
            Page::Section(section) => Some(format!("og/s/{}.png", story[section].id)),
            Page::Fact(fact) => Some(format!("og/f/{}.png", story[fact].id)),
            Page::Moved(_) | Page::NotFound => None,
        }
    }

    /// Makes the page. `base` leads from the page to the site's root: [`Page::root`], or an absolute address for
    /// [`Page::NotFound`], which answers at any depth.
    pub fn document(self, story: &Rc<Story>, base: &str, press: &dyn Press) -> Document {
        let links = PageLinks::new(Rc::clone(story), self, base.to_owned());
        let stage = Stage { story: Rc::clone(story), links: Rc::new(links) };
        let main = match self {
            Page::Story => story::view(&stage, press),
            Page::Section(at) => section::view(at, &stage, press),
            Page::Fact(at) => fact::view(at, &stage),
            Page::Moved(at) => moved::view(at, &stage),
            Page::NotFound => not_found::view(&stage),
        };
        Document { head: self.head(story), body: press.still(frame(self, main, &stage)) }
    }
}

/// What stands around every page.
fn frame(page: Page, main: Html, stage: &Stage) -> Html {
    let words = &stage.story.words;
    let shared = page.picture(&stage.story).is_some();
    html! {
        <>
            <a class="skip" href="#main">{&words.skip}</a>
            <header class="site">
                <a href={stage.links.story()}>
                    {&words.site}{" "}<span lang={words.site_script_language.clone()}>{&words.site_script}</span>
                </a>
            </header>
            {main}
            <footer class="site">
                <p>{prose(&stage.story.credit, stage)}</p>
                if shared { {citation_files(&words.share)} }
                <p>{&words.licence}</p>
            </footer>
            if shared { {share_dialog(&words.share)} }
        </>
    }
}
