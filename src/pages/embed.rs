//! `/e/…`: embeds of the story, a section or a fact.

use yew::prelude::*;

use super::section as section_page;
use crate::components::RenderContext;
use crate::components::article::plain_text;
use crate::components::fact_card::{HeadingLevel, fact_card};
use crate::content::{FactRef, SectionRef};
use crate::routes::Page;
use crate::template::fill;

/// A section.
pub(super) fn section(section: SectionRef, ctx: &RenderContext) -> Html {
    html! { <main class="subpage">{section_page::section(section, ctx, true)}</main> }
}

/// A fact's card, closed.
pub(super) fn fact(fact: FactRef, ctx: &RenderContext) -> Html {
    let section = ctx.story[ctx.story[fact].section].id.clone();
    let sources = ctx.story.source_names(&ctx.story[fact]);
    html! {
        <main class="subpage" data-section={section}>
            {fact_card(fact, HeadingLevel::One, false, ctx)}
            if !sources.is_empty() { <p class="embed-sources">{&ctx.story.ui.sources}{": "}{plain_text(&sources.join("; "), ctx)}</p> }
        </main>
    }
}

/// The layout of all embeds: the box whose height the host receives, and a link to the story.
pub(super) fn layout(page: Page, main: Html, ctx: &RenderContext) -> Html {
    let (story, links) = (&ctx.story, &ctx.links);
    let story_url = match page.shown_page() {
        Page::Section(section) => format!("{}#{}", links.story(), story[section].id),
        Page::Fact(fact) => links.fact_in_story(fact),
        Page::Story | Page::Listing(_) | Page::Redirect(_) | Page::NotFound | Page::Embed(_) => links.story(),
    };
    let credit = fill(&story.ui.from_story, &[("story", &story.title), ("site", &story.ui.site)]);
    html! {
        <div class="embed" data-shown-page={[links.root(), page.shown_page().path(story)].concat()}>
            {main}
            <footer class="attribution"><a href={story_url}>{credit}</a></footer>
        </div>
    }
}
