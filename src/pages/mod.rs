//! Renders pages: metadata and body.

mod embed;
mod fact;
mod facts;
mod meta;
mod not_found;
mod pager;
mod redirect;
mod section;
mod story;

use std::sync::Arc;

pub use meta::{AlternateLink, ImageContent, PageMeta, SocialImage, fact_json};
use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::embed_dialog::{EmbedDialog, EmbedDialogProps, EmbedTargets};
use crate::components::fact_card::{DeepLink, DeepLinkProps};
use crate::components::navigation::{Toc, TocEntry, TocProps};
use crate::components::preferences::{Preferences, PreferencesProps};
use crate::components::preview::{PreviewPopover, PreviewPopoverProps};
use crate::components::search::{SearchBox, SearchBoxProps};
use crate::components::share::{ShareDialog, ShareDialogProps, citation_files};
use crate::components::site_header::site_header;
use crate::components::update_banner::{UpdateBanner, UpdateBannerProps};
use crate::content::{Section, SectionRef, Story};
use crate::islands::island;
use crate::routes::{Embed, FACTS_CSV, FACTS_JSON, Listing, Page};

/// A rendered page.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The metadata.
    pub meta: PageMeta,
    /// The content of `<body>`.
    pub body: Html,
}

impl Page {
    /// Renders the page. `root` is the path to the site's root, [`Page::root`]. For [`Page::NotFound`], which is served
    /// at any depth, it is an absolute URL.
    pub fn document(self, story: &Arc<Story>, root: &str) -> Document {
        let ctx = RenderContext::new(story, self, root);
        let main = match self {
            Page::Story | Page::Embed(Embed::Story) => story::view(&ctx),
            Page::Section(section) => section::view(section, &ctx),
            Page::Embed(Embed::Section(section)) => embed::section(section, &ctx),
            Page::Fact(fact) => fact::view(fact, &ctx),
            Page::Embed(Embed::Fact(fact)) => embed::fact(fact, &ctx),
            Page::Listing(Listing::Facts) => facts::view(&ctx),
            Page::Redirect(redirect) => redirect::view(redirect, &ctx),
            Page::NotFound => not_found::view(&ctx),
        };
        let body = if let Page::Embed(embed) = self {
            embed::layout(embed, main, &ctx)
        } else {
            layout(self, main, &ctx)
        };
        Document { meta: self.meta(story), body }
    }
}

/// The texts of a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingText {
    /// The title.
    pub title: String,
    /// The text below the title.
    pub lead: String,
    /// The description in the metadata.
    pub description: String,
    /// The count of items, in words.
    pub total: String,
}

impl Listing {
    /// The texts of the listing.
    pub fn text(self, story: &Story) -> ListingText {
        match self {
            Self::Facts => facts::text(story),
        }
    }
}

/// The layout of all pages except embeds.
fn layout(page: Page, main: Html, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    html! {
        <>
            <a class="skip-link" href="#main">{&ui.skip}</a>
            {island::<UpdateBanner>(UpdateBannerProps { text: ui.update.clone(), service_worker_url: ctx.links.service_worker() })}
            {site_header(search(page, ctx), preferences(page, ctx), ctx)}
            // The story and its sections have a rail inside `main` instead.
            if !matches!(page, Page::Story | Page::Section(_)) { {island::<Toc>(toc(page, ctx))} }
            {main}
            {footer(page, ctx)}
            if page.is_shareable() { {share_dialogs(page, ctx)} }
            // The preview must mount before the deep link. Both listen to clicks, and the preview prevents presses that
            // show it.
            {island::<PreviewPopover>(PreviewPopoverProps { root_path: ctx.links.root(), previews_url: ctx.links.previews() })}
            {island::<DeepLink>(DeepLinkProps {})}
        </>
    }
}

/// The button and dialog of preferences.
fn preferences(page: Page, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    island::<Preferences>(PreferencesProps {
        text: ui.preferences.clone(),
        close: ui.dialog.close().to_string(),
        hotkeys: page.hotkeys(),
    })
}

/// The dialogs of sharing, citing and embedding.
fn share_dialogs(page: Page, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let share = ShareDialogProps {
        text: ui.share.clone(),
        dialog_text: ui.dialog.clone(),
        embed_label: ui.embed.embed().to_string(),
        story_url: ctx.links.story(),
        image_url: format!("{}{}", ctx.links.root(), page.image(&ctx.story).unwrap_or_default()),
    };
    let embed = EmbedDialogProps {
        text: ui.embed.clone(),
        dialog_text: ui.dialog.clone(),
        targets: embed_targets(page, &ctx.story),
        story_url: ctx.links.story(),
    };
    html! { <>{island::<ShareDialog>(share)}{island::<EmbedDialog>(embed)}</> }
}

/// The story's search. Other pages link to the search of all facts.
fn search(page: Page, ctx: &RenderContext) -> Option<Html> {
    let props = || SearchBoxProps {
        text: ctx.story.ui.search.clone(),
        root_path: ctx.links.root(),
        previews_url: ctx.links.previews(),
    };
    (page == Page::Story).then(|| island::<SearchBox>(props()))
}

/// The table of contents. Outside the story, it links to the sections' pages.
fn toc(page: Page, ctx: &RenderContext) -> TocProps {
    let entry = |(section_ref, section): (SectionRef, &Section)| TocEntry {
        id: section.id.clone(),
        short_name: section.short_name.clone(),
        href: ctx.links.section(section_ref),
    };
    TocProps {
        label: ctx.story.ui.contents.clone(),
        sections: ctx.story.sections().map(entry).collect(),
        facts_link: (ctx.story.ui.facts.title.clone(), ctx.links.facts()),
        current_page: ctx.story.sections().position(|(section_ref, _)| page == Page::Section(section_ref)),
    }
}

/// The footer: links, data, credit and licence.
fn footer(page: Page, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let notes = ctx.story.sections().last();
    // Other editions have no pages for former ids.
    let present = page.successor(&ctx.story);
    html! {
        <footer class="site-footer">
            <ul>
                <li><a href={ctx.links.story()}>{&ctx.story.title}</a></li>
                {for Listing::ALL.map(|listing| html! {
                    <li><a href={ctx.links.listing(listing)}>{listing.text(&ctx.story).title}</a></li>
                })}
                {for notes.map(|(section_ref, section)| html! {
                    <li><a href={ctx.links.section_page(section_ref)}>{&section.title}</a></li>
                })}
                <li><a href={ctx.links.facts_file(FACTS_CSV)} download={FACTS_CSV}>{"CSV"}</a></li>
                <li><a href={ctx.links.facts_file(FACTS_JSON)} download={FACTS_JSON}>{"JSON"}</a></li>
                <li><a href={ctx.links.feed()}>{&ui.meta.feed}</a></li>
                {for ctx.story.editions.iter().map(|edition| html! {
                    <li>
                        <a href={ctx.links.edition(edition, present)} hreflang={edition.language.clone()} lang={edition.language.clone()}>
                            {&edition.name}
                        </a>
                    </li>
                })}
            </ul>
            <div>
                <p>{prose(&ctx.story.credit, ctx)}</p>
                if page.is_citable() { {citation_files(&ui.share)} }
                <p>{&ui.licence}</p>
            </div>
        </footer>
    }
}

/// What can be embedded besides the page's cards.
fn embed_targets(page: Page, story: &Story) -> EmbedTargets {
    let here = page.section(story);
    let sections = story.sections().filter(|(section_ref, _)| here.is_none_or(|here| here == *section_ref));
    let sections = sections
        .map(|(section_ref, section)| (Page::Section(section_ref).path(story), section.title.clone()));
    EmbedTargets { story: story.title.clone(), sections: sections.collect() }
}
