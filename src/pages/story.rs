//! `/`: the whole story. Knows the order of its parts, not how a part looks.

use yew::prelude::*;

use super::section;
use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::fact_card::{CardControls, CardControlsProps};
use crate::components::map::{SidebarToc, TocMap};
use crate::components::navigation::{reading_navigation, resume_prompt};
use crate::components::search::search_field;
use crate::components::share::share_control;
use crate::islands::island;

/// The story's head, its contents, and its sections with the notes last.
pub(super) fn view(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    html! {
        <main id="main" class="story">
            <header class="masthead">
                <h1>{&story.title}</h1>
                <p class="standfirst">{prose(&story.standfirst, ctx)}</p>
                if ctx.shares { {resume_prompt(&story.ui.navigation)} }
            </header>
            <TocMap ctx={ctx.clone()} />
            <div class="story-tools">
                {island::<CardControls>(controls(ctx))}
                if ctx.shares { {share_control(&story.ui.share)} {search_field(&story.ui.search)} }
            </div>
            // Nothing sticks in a frame, and nothing is shared from one.
            if ctx.shares { <><SidebarToc ctx={ctx.clone()} />{reading_navigation(&story.ui)}</> }
            {for story.sections().map(|(at, _)| section::section(at, ctx, false))}
        </main>
    }
}

fn controls(ctx: &RenderContext) -> CardControlsProps {
    let ui = &ctx.story.ui;
    CardControlsProps {
        section: None,
        label: ui.all_cards.clone(),
        open_all: ui.open_all.clone(),
        close_all: ui.close_all.clone(),
        count: ui.count.clone(),
        total: ctx.story.card_count(),
    }
}
