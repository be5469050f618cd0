//! `/facts/`: all facts.

use yew::prelude::*;

use super::ListingText;
use crate::components::RenderContext;
use crate::components::fact_table::{FactFilters, fact_filters_props, facts_table, whole_files};
use crate::content::Story;
use crate::islands::island;
use crate::template::fill;

/// What it says of itself.
pub(super) fn text(story: &Story) -> ListingText {
    let words = &story.ui.facts;
    let total = story.facts_in_order().count().to_string();
    let values = [("title", story.title.as_str()), ("total", &total)];
    ListingText {
        title: words.title.clone(),
        lead: words.lead.clone(),
        description: fill(&words.description, &values),
        total: fill(&words.all, &values),
    }
}

/// What the page holds, its controls, and the table.
pub(super) fn view(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page all-facts">
            <p class="breadcrumbs"><a href={ctx.links.story()}>{&story.title}</a></p>
            <h1>{&words.facts.title}</h1>
            <p class="standfirst">{&words.facts.lead}</p>
            {island::<FactFilters>(fact_filters_props(ctx))}
            {facts_table(ctx)}
            {whole_files(ctx)}
        </main>
    }
}
