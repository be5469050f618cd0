//! Events by year, as a list of lists; each leads to its fact.

use yew::prelude::*;

use super::tab_stop;
use crate::components::RenderContext;
use crate::content::ChronologyRow;

/// The years with their events.
pub(super) fn drawn(rows: &[ChronologyRow], ctx: &RenderContext) -> Html {
    html! {
        <ol class="chronology">
            {for ctx.story.by_year(rows).into_iter().map(|(year, events)| html! {
                <li><b>{year}</b><ul>{for events.into_iter().map(|(within, row)| event(&within, row, ctx))}</ul></li>
            })}
        </ol>
    }
}

fn event(within: &str, row: &ChronologyRow, ctx: &RenderContext) -> Html {
    let era = row.fact.and_then(|fact| ctx.story[fact].era).map(|era| era.word());
    let words = match row.fact {
        Some(fact) => {
            html! { <a href={ctx.links.fact(fact)} tabindex={tab_stop(fact, ctx)}>{&row.words}</a> }
        }
        None => html! { {&row.words} },
    };
    html! {
        <li data-era={era}>
            if !within.is_empty() { <time class="when" datetime={row.date.to_string()}>{within}</time>{" "} }
            {words}
        </li>
    }
}
