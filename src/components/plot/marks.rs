//! Draws a plot's marks as SVG with percentage lengths, so that text keeps its size.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::content::{BarFill, FadeDirection, ItemArrangement, Mark, PlotItem, PlotLayout, Point, Tick};

/// The items of a plot, each a link to its fact.
pub(super) fn render_marks(layout: &PlotLayout, ctx: &RenderContext) -> Html {
    let ticks = layout.ticks.iter().map(|tick| axis_tick(tick, layout));
    let axis = html! { <svg class="axis" aria-hidden="true">{for ticks}</svg> };
    let link = |item: &PlotItem, name: Option<String>, inner: Html| match item.facts.first() {
        // A link to a card of the same page is not a tab stop, because the card is one.
        Some(fact) => {
            let tabindex = ctx.links.has_card(*fact).then_some("-1");
            let href = ctx.links.fact(*fact);
            let target = ctx.links.target(&href);
            html! { <a {href} {target} {tabindex} aria-label={name}>{inner}</a> }
        }
        None => inner,
    };
    let row = |item: &PlotItem| {
        let inner = html! {
            <>
                <span class="label">{&item.label}</span>{" "}<span class="detail">{&item.detail}</span>
                <svg class="panel" aria-hidden="true">{marks(item, layout)}</svg>
            </>
        };
        html! { <li>{link(item, None, inner)}</li> }
    };
    let entry = |item: &PlotItem| {
        let fact = item.facts.first().map(|fact| &ctx.story[*fact]);
        let section = item.section.map(|section| ctx.story[section].id.clone());
        html! {
            <li data-section={section} data-era={fact.and_then(|fact| fact.era).map(|era| era.as_str())}>
                if !item.detail.is_empty() { <span class="detail">{&item.detail}</span>{" "} }
                {link(item, None, html! { {&item.label} })}
            </li>
        }
    };
    match layout.arrangement {
        ItemArrangement::Rows => {
            html! { <div class="rows">{axis}<ul>{for layout.items.iter().map(row)}</ul></div> }
        }
        ItemArrangement::Squares => html! { <ul class="squares">{for layout.items.iter().map(row)}</ul> },
        ItemArrangement::Plane => {
            let points = layout
                .items
                .iter()
                .map(|item| link(item, Some(format!("{} {}", item.label, item.detail)), marks(item, layout)));
            let (_, base) = position(layout, (0.0, 0.0));
            html! {
                <div class="plane">
                    {axis}
                    <svg class="panel">
                        <line class="base" x2="100%" y1={base.clone()} y2={base} aria-hidden="true" />
                        {polyline(layout)}
                        {for points}
                    </svg>
                </div>
            }
        }
        ItemArrangement::List => html! {
            <ol class="chronology">
                {for layout.items.chunk_by(|one, other| one.heading == other.heading).map(|group| html! {
                    <li class={group.iter().any(|item| item.is_turn).then_some("turn")}><b>{for group.first().map(|item| &item.heading)}</b><ul>{for group.iter().map(entry)}</ul></li>
                })}
            </ol>
        },
    }
}

/// The line through all points. Its stroke has the same width at every size.
fn polyline(layout: &PlotLayout) -> Html {
    let positions = layout.path.iter().map(|point| layout.to_fraction(*point));
    let points: Vec<_> = positions.map(|(x, y)| format!("{x:.4} {y:.4}")).collect();
    html! {
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><polyline points={points.join(" ")} /></svg>
    }
}

fn axis_tick(tick: &Tick, layout: &PlotLayout) -> Html {
    let x = percent(layout.x.share(tick.position));
    let edge = match layout.x.share(tick.position) {
        ..0.05 => Some("start"),
        0.95.. => Some("end"),
        _ => None,
    };
    html! {
        <>
            <line class={tick.is_baseline.then_some("base")} x1={x.clone()} x2={x.clone()} y2="100%" />
            <text {x} y="100%" class={edge}>{&tick.label}</text>
        </>
    }
}

fn marks(item: &PlotItem, layout: &PlotLayout) -> Html {
    item.marks.iter().map(|part| mark(*part, item, layout)).collect()
}

fn mark(mark: Mark, item: &PlotItem, layout: &PlotLayout) -> Html {
    let group = |point: Point, class: Option<&'static str>, inner: Html| {
        let (x, y) = position(layout, point);
        html! { <svg {x} {y} {class}>{inner}</svg> }
    };
    let label_pair = |one: &'static str, other: &'static str| {
        html! { <><text y={one}>{&item.label}</text>{" "}<text class="detail" y={other}>{&item.detail}</text></> }
    };
    match mark {
        Mark::Bar((left, right), (low, high), fill) => {
            let class = match fill {
                BarFill::Full => "full",
                BarFill::Pale => "pale",
                BarFill::Remainder => "remainder",
            };
            let ((x, y), (x2, y2)) = (layout.to_fraction((left, high)), layout.to_fraction((right, low)));
            let [x, y, width, height] = [x, y, x2 - x, y2 - y].map(percent);
            html! { <rect {class} {x} {y} {width} {height} /> }
        }
        Mark::Dot(point) => {
            let ((cx, cy), r) = (
                position(layout, point),
                if layout.arrangement == ItemArrangement::Rows { "10" } else { "6" },
            );
            html! { <circle class="full" {cx} {cy} {r} /> }
        }
        Mark::Fade(point, toward) => {
            let class = if toward == FadeDirection::Left { "cutout" } else { "full" };
            let transform = format!("rotate({})", toward.rotation_degrees());
            group(point, None, html! { <path {class} {transform} d={FadeDirection::STROKES} /> })
        }
        Mark::Grid(columns, rows) => {
            let horizontal = (1..rows).map(|row| format!("M0 {row}h{columns}"));
            let lines: String =
                horizontal.chain((1..columns).map(|column| format!("M{column} 0v{rows}"))).collect();
            html! { <svg viewBox={format!("0 0 {columns} {rows}")}><path class="grid" d={lines} /></svg> }
        }
        Mark::Label(point) => group(point, None, label_pair("0.5em", "1.75em")),
        Mark::LabelAbove(point) => group(point, Some("above"), label_pair("-2.4em", "-1.15em")),
    }
}

/// A point's coordinates, as percentages.
fn position(layout: &PlotLayout, point: Point) -> (String, String) {
    let (x, y) = layout.to_fraction(point);
    (percent(x), percent(y))
}

/// A share as a percentage, rounded to hundredths.
fn percent(share: f64) -> String {
    format!("{}%", (share * 1e4).round() / 100.0)
}
