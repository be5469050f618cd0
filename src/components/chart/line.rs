//! Values over the hours since a beginning, both axes true and from zero.

use yew::prelude::*;

use super::{BEYOND, head, row, share, tab_stop};
use crate::components::RenderContext;
use crate::content::{FactRef, Figure, Qualifier};
use crate::template::fill;

/// A value and when it was reached.
struct Point<'a> {
    fact: FactRef,
    figure: &'a Figure,
    hours: f64,
    value: f64,
}

/// The course, and the rows of its table.
pub(super) fn drawn(points: &[FactRef], ctx: &RenderContext) -> (Html, Option<Html>) {
    let story = &ctx.story;
    let words = &story.ui.charts;
    let points: Vec<_> = points.iter().filter_map(|fact| point(*fact, ctx)).collect();
    let long = points.iter().map(|point| point.hours).fold(0.0, f64::max);
    let most = points.iter().map(|point| point.value).fold(0.0, f64::max);
    let joined: Vec<_> =
        points.iter().map(|point| format!("{} {}", point.hours, most - point.value)).collect();
    let picture = html! {
        <svg class="line" data-most={most.to_string()} data-long={long.to_string()}>
            <svg viewBox={format!("0 0 {long} {most}")} preserveAspectRatio="none" aria-hidden="true">
                <polyline points={format!("0 {most} {}", joined.join(" "))} />
            </svg>
            <line class="zero" x2="100%" y1="100%" y2="100%" aria-hidden="true" />
            {for (1..=(long / 24.0) as u32).map(|day| {
                let at = share(f64::from(day) * 24.0, long);
                html! {
                    <g aria-hidden="true">
                        <line x1={at.clone()} x2={at} y2="100%" />
                        <text x={share(f64::from(day) * 24.0 - 12.0, long)} y="272">{fill(&words.day, &[("day", &day.to_string())])}</text>
                    </g>
                }
            })}
            {for points.iter().enumerate().map(|(at, point)| {
                let last = at > 0 && at + 1 == points.len();
                html! {
                    <a href={ctx.links.fact(point.fact)} tabindex={tab_stop(point.fact, ctx)} aria-label={format!("{} {}", point.figure.text, story.after(point.hours))}>
                        <svg x={share(point.hours, long)} y={share(most - point.value, most)} class={classes!("end", last.then_some("last"))}>
                            {for point.figure.qualifier.and_then(Qualifier::beyond).map(|beyond| html! {
                                <path class="mark" transform={if beyond { "rotate(-90)translate(5 -8)" } else { "rotate(90)translate(5 -8)" }} d={BEYOND} />
                            })}
                            <circle class="mark" r="6" data-value={point.value.to_string()} data-hours={point.hours.to_string()} />
                            <text y={if last { "-36" } else { "8" }}>{&point.figure.text}</text>{" "}
                            <text y={if last { "-18" } else { "26" }} class="when">{story.after(point.hours)}</text>
                        </svg>
                    </a>
                }
            })}
        </svg>
    };
    let rows = points
        .iter()
        .map(|point| row(html! { {story.after(point.hours)} }, std::slice::from_ref(&point.figure.text)));
    (picture, Some(html! { <>{head(&[&words.when, &words.figure])}{for rows}</> }))
}

fn point(fact: FactRef, ctx: &RenderContext) -> Option<Point<'_>> {
    let figure = ctx.story[fact].figure.as_ref()?;
    Some(Point { fact, figure, hours: figure.hours?, value: figure.amount.last() })
}
