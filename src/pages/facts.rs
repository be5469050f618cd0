//! `/facts/`: all facts.

use yew::prelude::*;

use super::ListingText;
use crate::components::RenderContext;
use crate::components::fact_table::{
    FactTableControls, download_all_links, fact_table_controls_props, facts_table,
};
use crate::content::Story;
use crate::islands::island;
use crate::template::fill;

/// The texts of the page.
pub(super) fn text(story: &Story) -> ListingText {
    let ui = &story.ui.facts;
    let total = story.facts_in_order().count().to_string();
    let values = [("title", story.title.as_str()), ("total", &total)];
    ListingText {
        title: ui.title.clone(),
        lead: ui.lead.clone(),
        description: fill(&ui.description, &values),
        total: fill(&ui.all, &values),
    }
}

/// The introduction, the controls, and the table.
pub(super) fn view(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let ui = &story.ui;
    html! {
        <main id="main" class="subpage all-facts">
            <p class="breadcrumbs"><a href={ctx.links.story()}>{&story.title}</a></p>
            <h1>{&ui.facts.title}</h1>
            <p class="standfirst">{&ui.facts.lead}</p>
            {island::<FactTableControls>(fact_table_controls_props(ctx))}
            {facts_table(ctx)}
            {download_all_links(ctx)}
        </main>
    }
}
