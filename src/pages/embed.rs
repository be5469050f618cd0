//! `/e/…`: embeds of the story, a section or a fact.

use yew::prelude::*;

use super::section as section_page;
use crate::components::RenderContext;
use crate::components::article::plain_text;
use crate::components::fact_card::fact_card;
use crate::content::{FactRef, SectionRef};
use crate::routes::Embed;
use crate::template::fill;

/// A section.
pub(super) fn section(section: SectionRef, ctx: &RenderContext) -> Html {
    html! { <main class="subpage">{section_page::section(section, ctx)}</main> }
}

/// A fact's card, closed.
pub(super) fn fact(fact: FactRef, ctx: &RenderContext) -> Html {
    let section = ctx.story[ctx.story[fact].section].id.clone();
    let sources = ctx.story.source_names(&ctx.story[fact]);
    html! {
        <main class="subpage" data-section={section}>
            {fact_card(fact, ctx)}
            if !sources.is_empty() { <p class="embed-sources">{&ctx.story.ui.sources}{": "}{plain_text(&sources.join("; "), ctx)}</p> }
        </main>
    }
}

/// The layout of all embeds: the box whose height the host receives, and a link to the story.
pub(super) fn layout(embed: Embed, main: Html, ctx: &RenderContext) -> Html {
    let (story, links) = (&ctx.story, &ctx.links);
    let story_url = if let Embed::Fact(fact) = embed {
        links.fact_in_story(fact)
    } else if let Some(section) = embed.page().section(story) {
        format!("{}#{}", links.story(), story[section].id)
    } else {
        links.story()
    };
    let credit = fill(&story.ui.from_story, &[("story", &story.title), ("site", &story.ui.site_name)]);
    html! {
        <div class="embed" data-shown-page={[links.root(), embed.page().path(story)].concat()}>
            {main}
            <footer class="attribution"><a href={story_url}>{credit}</a></footer>
        </div>
    }
}
