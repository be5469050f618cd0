//! What happened when, a row each, on one true axis of time.

use yew::prelude::*;

use super::{BEYOND, head, row, share, tab_stop};
use crate::components::RenderContext;
use crate::content::date::PartialDate;
use crate::content::{Days, Stretch, TimelineRow, axis, ticks};

/// The rows, and those of their table.
pub(super) fn drawn(rows: &[TimelineRow], ctx: &RenderContext) -> (Html, Option<Html>) {
    let story = &ctx.story;
    let words = &story.ui.charts;
    let axis = axis(rows, story);
    let long = (axis.after - axis.first) as f64;
    let picture = html! {
        <div class="timeline" data-most={long.to_string()}>
            <svg class="axis" aria-hidden="true">{for ticks(axis).into_iter().map(|tick| mark(tick, axis, long, ctx))}</svg>
            <ul>
                {for rows.iter().map(|time| html! {
                    <li><a href={ctx.links.fact(time.from)} tabindex={tab_stop(time.from, ctx)}>
                        <span class="label">{&time.label}</span>{" "}<span class="when">{story.lasted(time)}</span>
                        <svg aria-hidden="true">
                            {for time.stretches(story, axis.first).into_iter().map(|stretch| shape(stretch, long))}
                            if time.to.is_some() && !time.ended { <svg x="100%" class="end"><path class="mark" d={BEYOND} /></svg> }
                        </svg>
                    </a></li>
                })}
            </ul>
        </div>
    };
    let table = rows.iter().map(|time| {
        let last = ctx.links.fact(time.to.unwrap_or(time.from));
        row(html! { <a href={last}>{&time.label}</a> }, &[story.lasted(time)])
    });
    (picture, Some(html! { <>{head(&[&words.what, &words.when])}{for table}</> }))
}

fn mark(tick: PartialDate, axis: Days, long: f64, ctx: &RenderContext) -> Html {
    let at = share((tick.first_day() - axis.first) as f64, long);
    html! { <><line x1={at.clone()} x2={at.clone()} y2="100%" /><text x={at} y="100%">{ctx.story.tick(tick)}</text></> }
}

/// A day is a point; a longer time is a bar, pale where the day within it is not known.
fn shape(stretch: Stretch, long: f64) -> Html {
    let Stretch { from, to, through } = stretch;
    let (x, width) = (share(from as f64, long), share((to - from) as f64, long));
    let (data_from, data_to) = (from.to_string(), to.to_string());
    if to - from == 1 {
        let middle = share(from as f64 + 0.5, long);
        return html! { <circle class="mark" cx={middle} cy="8" r="8" data-from={data_from} data-to={data_to} /> };
    }
    html! {
        <rect class={if through { "mark" } else { "pale" }} {x} {width} height="16" data-from={data_from} data-to={data_to} />
    }
}
