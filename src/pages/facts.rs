//! `/facts/`: all facts. Knows the order of its parts, not how a part looks.

use yew::prelude::*;

use crate::components::{Stage, facts_controls, facts_table};

/// What the page holds, its controls, and the table.
pub(super) fn view(stage: &Stage) -> Html {
    let story = &stage.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page all-facts">
            <p class="crumbs">{&words.part_of}{" "}<a href={stage.links.story()}>{&story.title}</a></p>
            <h1>{&words.facts.title}</h1>
            <p class="standfirst">{&words.facts.lead}</p>
            {facts_controls(stage)}
            {facts_table(stage)}
        </main>
    }
}
