//! `/`: the whole story.

use yew::prelude::*;

use super::{section, toc};
use crate::components::RenderContext;
use crate::components::article::{plain_text, prose};
use crate::components::map::hero_map;
use crate::components::navigation::{ResumePrompt, ResumePromptProps, Toc};
use crate::islands::island;
use crate::routes::Page;

/// Titles with more letters are set smaller.
const LONG_TITLE: usize = 48;

/// The story: masthead, contents, and sections with the notes last.
pub(super) fn view(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    html! {
        // In an embed, cards stay below their passage. Otherwise its height would depend on where they fit.
        <main id="main" class={classes!("story", (!ctx.page.is_embed()).then_some("has-card-margin"))}>
            <header class="masthead" data-no-map={story.map.is_none().then_some("")}>
                {hero_map(ctx)}
                {for story.ui.kicker.iter().map(|kicker| html! { <p class="kicker">{plain_text(kicker, ctx)}</p> })}
                <h1 data-long-title={(story.title.chars().count() > LONG_TITLE).then_some("")}>{&story.title}</h1>
                <p class="standfirst">{prose(&story.standfirst, ctx)}</p>
                <p class="byline">
                    {for story.byline().into_iter().enumerate().map(|(index, line)| html! {
                        <>if index > 0 { <br /> }{line}</>
                    })}
                </p>
                if !ctx.page.is_embed() { {island::<ResumePrompt>(resume_prompt(ctx))} }
            </header>
            {for story.sections().map(|(section_ref, _)| section::section(section_ref, ctx))}
            // Not in an embed. After the text, so that the rail's links follow it in the tab order.
            if !ctx.page.is_embed() { {island::<Toc>(toc(Page::Story, ctx))} }
        </main>
    }
}

fn resume_prompt(ctx: &RenderContext) -> ResumePromptProps {
    ResumePromptProps {
        text: ctx.story.ui.resume_prompt.clone(),
        sections: ctx
            .story
            .sections
            .iter()
            .map(|section| (section.id.clone(), section.short_name.clone()))
            .collect(),
    }
}
