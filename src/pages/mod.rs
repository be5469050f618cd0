//! What is on each page: its metadata for machines, and its body.

mod embed;
mod fact;
mod facts;
mod meta;
mod not_found;
mod redirect;
mod section;
mod story;

use std::rc::Rc;

pub use meta::{AlternateLink, FACTS_CSV, FACTS_JSON, FEED, PageMeta, SocialImage, fact_json};
use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::embed_dialog::{EmbedTargets, embed_dialog};
use crate::components::fact_card::{DeepLink, DeepLinkProps};
use crate::components::glossary::{GlossaryPopover, GlossaryPopoverProps};
use crate::components::preferences::{AvailableShortcuts, preferences_control, preferences_dialog};
use crate::components::share::{citation_files, share_dialog};
use crate::components::update_banner::update_banner;
use crate::content::ui_text::{LOGOTYPE_SIZE, UiText};
use crate::content::{SectionRef, Story};
use crate::islands::island;
use crate::routes::{Links, Page};

/// A page before it becomes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it says of itself to machines.
    pub meta: PageMeta,
    /// What is in its `<body>`.
    pub body: Html,
}

impl Page {
    /// Makes the page. `base` leads from the page to the site's root: [`Page::root`], or an absolute address for
    /// [`Page::NotFound`], which answers at any depth.
    pub fn document(self, story: &Rc<Story>, base: &str) -> Document {
        let links = Links::new(Rc::clone(story), self, base.to_owned());
        // What is shared and embedded is the story and its parts; the page of all facts is shared by its address.
        let picture = self.picture(story).filter(|_| self != Page::Facts);
        let picture = picture.map(|picture| format!("{base}{picture}"));
        let shares = picture.is_some();
        let ctx = RenderContext::new(Rc::clone(story), links, shares);
        let main = match self {
            Page::Story | Page::EmbedStory => story::view(&ctx),
            Page::Section(at) => section::view(at, &ctx),
            Page::EmbedSection(at) => embed::section(at, &ctx),
            Page::Fact(at) => fact::view(at, &ctx),
            Page::EmbedFact(at) => embed::fact(at, &ctx),
            Page::Facts => facts::view(&ctx),
            Page::Redirect(at) => redirect::view(at, &ctx),
            Page::NotFound => not_found::view(&ctx),
        };
        let body =
            if self.is_embed() { embed::layout(self, main, &ctx) } else { layout(self, main, picture, &ctx) };
        Document { meta: self.meta(story), body }
    }
}

/// What stands around every page but those for a frame; `picture` is the page's own.
fn layout(page: Page, main: Html, picture: Option<String>, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let shortcuts =
        AvailableShortcuts { facts: ctx.shares, search: matches!(page, Page::Story | Page::Facts) };
    html! {
        <>
            <a class="skip-link" href="#main">{&ui.skip}</a>
            <header class="site">
                <a href={ctx.links.story()}>{&ui.site}{" "}{logotype(ui)}</a>
                {preferences_control(&ui.preferences)}
            </header>
            {main}
            <footer class="site">
                <p>{prose(&ctx.story.credit, ctx)}</p>
                if page.picture(&ctx.story).is_some() { {citation_files(&ui.share)} }
                <p><a href={ctx.links.facts()}>{&ui.facts.title}</a></p>
                <p>{&ui.licence}</p>
            </footer>
            {update_banner(&ui.update)}
            {for picture.map(|picture| html! {
                <>{share_dialog(picture, ui)}{embed_dialog(&embed_targets(page, &ctx.story), ui)}</>
            })}
            {preferences_dialog(shortcuts, ui)}
            {island::<DeepLink>(DeepLinkProps {})}
            {island::<GlossaryPopover>(GlossaryPopoverProps { src: ctx.links.glossary() })}
        </>
    }
}

/// The publication's name in its own script, as an SVG path: as text, looking for a font that has it delays the first
/// paint.
fn logotype(ui: &UiText) -> Html {
    let [width, height] = LOGOTYPE_SIZE;
    html! {
        <svg
            role="img"
            aria-label={ui.site_script.clone()}
            lang={ui.site_script_language.clone()}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            <path d={ui.site_script_drawn.clone()} />
        </svg>
    }
}

/// What can be embedded from a page besides its cards.
fn embed_targets(page: Page, story: &Story) -> EmbedTargets {
    let here = |at: SectionRef| match page {
        Page::Section(section) => at == section,
        Page::Fact(fact) => at == story[fact].section,
        _ => true,
    };
    let sections = story.sections().filter(|(at, _)| here(*at));
    let sections = sections.map(|(at, section)| (Page::Section(at).path(story), section.title.clone()));
    EmbedTargets { story: story.title.clone(), sections: sections.collect() }
}
