//! Every dated fact, a square each, in the row of its year; a row opens to the facts themselves.

use yew::prelude::*;

use super::share;
use crate::components::RenderContext;
use crate::content::{FactRef, years_label};

/// The rows of years.
pub(super) fn drawn(ctx: &RenderContext) -> Html {
    let years = ctx.story.dated();
    let most = years.values().map(Vec::len).max().unwrap_or(1);
    html! {
        <div class="facts-by-year" data-most={most.to_string()}>
            {for years.iter().map(|((first, last), facts)| {
                let year = years_label(*first, *last);
                html! {
                    <details>
                        <summary><span class="label">{&year}</span>{" "}{squares(facts.len(), most)}{" "}{count(facts.len(), ctx)}</summary>
                        <ul>{for facts.iter().map(|fact| entry(*fact, &year, ctx))}</ul>
                    </details>
                }
            })}
        </div>
    }
}

fn squares(facts: usize, most: usize) -> Html {
    let long = share(facts as f64, most as f64);
    // So many dashes of equal length.
    html! {
        <svg aria-hidden="true"><line x2={long} y1="8" y2="8" pathLength={facts.to_string()} data-value={facts.to_string()} /></svg>
    }
}

fn count(facts: usize, ctx: &RenderContext) -> Html {
    html! { <span class="when">{ctx.story.ui.charts.count(facts)}</span> }
}

/// A fact, with its time if that says more than the year.
fn entry(at: FactRef, year: &str, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[at];
    let when = Some(ctx.story.when(fact)).filter(|when| when != year);
    html! {
        <li>{for when.map(|when| html! { <><span class="when">{when}</span>{" "}</> })}<a href={ctx.links.fact(at)}>{&fact.title}</a></li>
    }
}
