//! Draws marks at the page's size: SVG whose lengths are hundredths of its own, so that words are never scaled.

use yew::prelude::*;

use super::tab_stop;
use crate::components::RenderContext;
use crate::content::{Fill, Frame, Item, Mark, Panels, Tick};

/// Strokes that thin out, 16 wide and 16 high.
const OPEN: &str = "M2 0h4v16h-4zM9 0h2v16h-2zM14 0h1v16h-1z";

/// Rows, squares or a plane.
pub(super) fn drawn(panels: &Panels, ctx: &RenderContext) -> Html {
    let ticks = html! {
        if !panels.ticks.is_empty() {
            <svg class="axis" aria-hidden="true">{for panels.ticks.iter().map(|tick| axis_tick(tick, panels))}</svg>
        }
    };
    let class = match panels.frame {
        Frame::Rows => "rows",
        Frame::Squares => "squares",
        Frame::Plane => return plane(panels, ticks, ctx),
    };
    html! {
        <div {class}>
            {ticks}
            <ul>
                {for panels.items.iter().map(|item| html! {
                    <li><a href={ctx.links.fact(item.fact)} tabindex={tab_stop(item.fact, ctx)}>
                        <span class="label">{&item.label}</span>{" "}<span class="when">{&item.detail}</span>
                        <svg class="panel" aria-hidden="true">{marks(item, panels)}</svg>
                    </a></li>
                })}
            </ul>
        </div>
    }
}

fn plane(panels: &Panels, ticks: Html, ctx: &RenderContext) -> Html {
    let base = y(panels, 0.0);
    html! {
        <div class="plane">
            {ticks}
            <svg class="panel">
                <line class="base" x2="100%" y1={base.clone()} y2={base} aria-hidden="true" />
                {path(panels)}
                {for panels.items.iter().map(|item| html! {
                    <a href={ctx.links.fact(item.fact)} tabindex={tab_stop(item.fact, ctx)} aria-label={format!("{} {}", item.label, item.detail)}>
                        {marks(item, panels)}
                    </a>
                })}
            </svg>
        </div>
    }
}

/// Points that are joined; the line is as thick at any size.
fn path(panels: &Panels) -> Html {
    let point = |(x, y): &(f64, f64)| {
        let place = [panels.x.share(*x), 1.0 - panels.y.share(*y)].map(|share| (share * 1e4).round() / 1e4);
        format!("{} {}", place[0], place[1])
    };
    let points: Vec<_> = panels.path.iter().map(point).collect();
    html! {
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><polyline points={points.join(" ")} /></svg>
    }
}

fn axis_tick(tick: &Tick, panels: &Panels) -> Html {
    let at = x(panels, tick.at);
    let anchor = match panels.x.share(tick.at) {
        ..0.05 => "start",
        0.92.. => "end",
        _ => "middle",
    };
    html! {
        <>
            <line class={tick.base.then_some("base")} x1={at.clone()} x2={at.clone()} y2="100%" />
            <text x={at} y="100%" text-anchor={anchor}>{&tick.label}</text>
        </>
    }
}

fn marks(item: &Item, panels: &Panels) -> Html {
    item.marks.iter().map(|part| mark(part, item, panels)).collect()
}

fn mark(mark: &Mark, item: &Item, panels: &Panels) -> Html {
    match mark {
        Mark::Bar { x: (from, to), y: (low, high), fill } => {
            let (left, width) = (x(panels, *from), hundredths(panels.x.share(*to) - panels.x.share(*from)));
            let (top, height) = (y(panels, *high), hundredths(panels.y.share(*high) - panels.y.share(*low)));
            let class = match fill {
                Fill::Full => "full",
                Fill::Pale => "pale",
                Fill::Striped => "striped",
                Fill::Rest => "rest",
            };
            let end = x(panels, *to);
            html! {
                <>
                    <rect {class} x={left.clone()} y={top} {width} {height} />
                    if *fill == Fill::Striped { <line class="stripes" x1={left} x2={end} y1="50%" y2="50%" /> }
                </>
            }
        }
        Mark::Dot { x: at, y: value } => {
            let radius = if panels.frame == Frame::Rows { "10" } else { "6" };
            html! { <circle class="full" cx={x(panels, *at)} cy={y(panels, *value)} r={radius} /> }
        }
        Mark::OpenBar { x: at, y: (low, high), short } => {
            let height = hundredths(panels.y.share(*high) - panels.y.share(*low));
            let (class, transform) = if *short { ("short", Some("scale(-1 1)")) } else { ("full", None) };
            html! {
                <svg x={x(panels, *at)} y={y(panels, *high)} width="16" {height} viewBox="0 0 16 16" preserveAspectRatio="none">
                    <path {class} {transform} d={OPEN} />
                </svg>
            }
        }
        Mark::OpenDot { x: at, y: value, short } => {
            let transform = if *short { "rotate(90)translate(5 -8)" } else { "rotate(-90)translate(5 -8)" };
            html! { <svg x={x(panels, *at)} y={y(panels, *value)}><path class="full" {transform} d={OPEN} /></svg> }
        }
        Mark::Grid(parts) => {
            let lines: String = (1..*parts).map(|at| format!("M0 {at}h{parts}M{at} 0v{parts}")).collect();
            html! { <svg viewBox={format!("0 0 {parts} {parts}")}><path class="grid" d={lines} /></svg> }
        }
        Mark::Words { x: at, y: value, above } => html! {
            <svg x={x(panels, *at)} y={y(panels, *value)} class={above.then_some("above")}>
                <text y={if *above { "-36" } else { "8" }}>{&item.label}</text>{" "}
                <text class="when" y={if *above { "-18" } else { "26" }}>{&item.detail}</text>
            </svg>
        },
    }
}

fn x(panels: &Panels, value: f64) -> String {
    hundredths(panels.x.share(value))
}

fn y(panels: &Panels, value: f64) -> String {
    hundredths(1.0 - panels.y.share(value))
}

/// A share as an attribute has it, to a ten-thousandth of the whole.
fn hundredths(share: f64) -> String {
    format!("{}%", (share * 1e4).round() / 100.0)
}
