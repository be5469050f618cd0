//! Every dated fact, a square each, in the row of its year; a row opens to the facts themselves. Knows nothing of what
//! stands around it.

use yew::prelude::*;

use super::{Stage, share};
use crate::story::FactRef;
use crate::story::words::fill;

/// The rows of years.
pub(super) fn drawn(stage: &Stage) -> Html {
    let years = stage.story.dated();
    let most = years.values().map(Vec::len).max().unwrap_or(1);
    html! {
        <div class="dates" data-most={most.to_string()}>
            {for years.iter().map(|((first, last), facts)| {
                let year = if first == last { first.to_string() } else { format!("{first}–{}", last % 100) };
                html! {
                    <details>
                        <summary><span class="label">{year}</span>{" "}{squares(facts.len(), most)}{" "}{count(facts.len(), stage)}</summary>
                        <ul>{for facts.iter().map(|fact| entry(*fact, stage))}</ul>
                    </details>
                }
            })}
        </div>
    }
}

fn squares(facts: usize, most: usize) -> Html {
    let whole = most as f64;
    html! {
        <svg aria-hidden="true" data-value={facts.to_string()}>
            {for (0..facts).map(|at| html! {
                <rect class="mark" x={share(at as f64, whole)} width={share(1.0, whole)} height="16" />
            })}
        </svg>
    }
}

fn count(facts: usize, stage: &Stage) -> Html {
    let words = &stage.story.words.plots;
    let label = if facts == 1 { &words.fact } else { &words.facts };
    html! { <span class="when">{fill(label, &[("count", &facts.to_string())])}</span> }
}

fn entry(at: FactRef, stage: &Stage) -> Html {
    let fact = &stage.story[at];
    html! {
        <li><span class="when">{stage.story.when(fact)}</span>{" "}<a href={stage.links.fact(at)}>{&fact.title}</a></li>
    }
}
