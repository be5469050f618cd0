//! Lengths from zero, each with its number at its end.

use yew::prelude::*;

use super::{BEYOND, head, row, share, tab_stop};
use crate::components::RenderContext;
use crate::content::{Bar, Qualifier};

/// The bars, and the rows of their table.
pub(super) fn drawn(bars: &[Bar], counted: &str, dated: bool, ctx: &RenderContext) -> (Html, Option<Html>) {
    let story = &ctx.story;
    let words = &story.ui.charts;
    let most = bars.iter().map(|bar| bar.source.value(story)).fold(0.0, f64::max);
    let label = |bar: &Bar| story.bar(bar, dated);
    let list = html! {
        <ul class="bars" data-most={most.to_string()}>
            {for bars.iter().filter_map(|bar| {
                let fact = bar.source.facts().first()?;
                let said = bar.source.said(story, counted);
                Some(html! {
                    <li><a href={ctx.links.fact(*fact)} tabindex={tab_stop(*fact, ctx)}>
                        <span class="label">{label(bar)}</span>
                        {" "}
                        <span class="visually-hidden">{&said}</span>
                        {track(bar, most, said.clone(), ctx)}
                    </a></li>
                })
            })}
        </ul>
    };
    let rows = bars.iter().map(|bar| row(html! { {label(bar)} }, &[bar.source.said(story, counted)]));
    (list, Some(html! { <>{head(&[&words.what, &words.figure])}{for rows}</> }))
}

fn track(bar: &Bar, most: f64, said: String, ctx: &RenderContext) -> Html {
    let value = bar.source.value(&ctx.story);
    let end = share(value, most);
    let computed = bar.source.is_computed();
    let beyond = bar.source.qualifier(&ctx.story).and_then(Qualifier::beyond);
    html! {
        <svg aria-hidden="true">
            <rect class={if computed { "computed" } else { "mark" }} width={end.clone()} height="24" data-value={value.to_string()} />
            if computed { <line class="stripes" x2={end.clone()} y1="12" y2="12" /> }
            <svg x={end} class="end">
                {for beyond.map(|beyond| html! {
                    <path class={if beyond { "mark" } else { "short" }} transform={if beyond { "scale(1 1.5)" } else { "scale(-1 1.5)" }} d={BEYOND} />
                })}
                <text x={if beyond == Some(true) { "24" } else { "8" }} y="12">{said}</text>
            </svg>
        </svg>
    }
}
