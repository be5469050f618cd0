//! Events by year, as a list of lists; each leads to its fact.

use yew::prelude::*;

use super::Stage;
use crate::content::ChronologyRow;

/// The years with their events.
pub(super) fn drawn(rows: &[ChronologyRow], stage: &Stage) -> Html {
    html! {
        <ol class="chronology">
            {for stage.story.by_year(rows).into_iter().map(|(year, events)| html! {
                <li><b>{year}</b><ul>{for events.into_iter().map(|(within, row)| event(&within, row, stage))}</ul></li>
            })}
        </ol>
    }
}

fn event(within: &str, row: &ChronologyRow, stage: &Stage) -> Html {
    let era = row.fact.and_then(|fact| stage.story[fact].era).map(|era| era.word());
    let words = match row.fact {
        Some(fact) => html! { <a href={stage.links.fact(fact)}>{&row.words}</a> },
        None => html! { {&row.words} },
    };
    html! {
        <li data-era={era}>
            if !within.is_empty() { <time class="when" datetime={row.date.to_string()}>{within}</time>{" "} }
            {words}
        </li>
    }
}
