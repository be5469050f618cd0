//! Plots: drawn at build from the facts' own values, and adopted by the browser unread. What carries a value is SVG with
//! lengths in hundredths of its width; words are never scaled with it. Every mark is a link to its fact.

mod bars;
mod chronology;
mod line;
mod matrix;
mod timeline;
mod waffle;

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{prose, words};
use crate::components::fact_card::Level;
use crate::components::render_context::anchors;
use crate::content::{ChartKind, FactRef, PlotRef};

/// Ticks that thin out: the end of a mark whose true end is beyond it, 16 wide and 16 high.
const BEYOND: &str = "M2 0h4v16h-4zM9 0h2v16h-2zM14 0h1v16h-1z";

/// What a plot is made from.
#[derive(Properties, PartialEq)]
pub(crate) struct PlotProps {
    /// The story and its addresses.
    pub(crate) ctx: RenderContext,
    /// The plot.
    pub(crate) plot: PlotRef,
    /// Which heading its title is.
    pub(crate) level: Level,
}

/// A plot with its title, its source and its numbers.
#[component]
pub(crate) fn PlotFigure(props: &PlotProps) -> Html {
    let PlotProps { ctx, plot: at, level } = props;
    let story = &ctx.story;
    let plot = &story[*at];
    let ui = &story.ui.charts;
    let id = format!("plot-{}", plot.id);
    let (drawn, table) = match &plot.form {
        ChartKind::Bars { counted, dated, bars } => bars::drawn(bars, counted, *dated, ctx),
        ChartKind::Line(points) => line::drawn(points, ctx),
        ChartKind::Timeline(rows) => timeline::drawn(rows, ctx),
        ChartKind::Waffle(fact) => waffle::drawn(*fact, ctx),
        ChartKind::Matrix(places) => (matrix::drawn(places, &plot.title, ctx), None),
        ChartKind::Chronology(rows) => (chronology::drawn(rows, ctx), None),
    };
    let heading = match level {
        Level::Three => html! { <h3>{&plot.title}</h3> },
        _ => html! { <h2>{&plot.title}</h2> },
    };
    let file = |ending: &str, name: &'static str| {
        html! { <a href={ctx.links.plot_file(*at, ending)} download="" aria-label={format!("{name}: {}", plot.title)}>{name}</a> }
    };
    let files =
        html! { <p class="files">{&ui.picture}{" "}{file("svg", "SVG")}{" "}{file("png", "PNG")}</p> };
    html! {
        <figure class="plot" data-plot={plot.id.clone()} aria-label={plot.title.clone()}>
            {anchors([id.as_str()])}
            {heading}
            {drawn}
            <figcaption>
                <p>{prose(&plot.note, ctx)}{" "}{words(&story.plot_sources(plot), ctx)}</p>
                if let Some(rows) = table {
                    <details>
                        <summary>{&ui.table}<span class="visually-hidden">{": "}{&plot.title}</span></summary>
                        {files}
                        <table aria-label={plot.title.clone()}>{rows}</table>
                    </details>
                } else {
                    {files}
                }
            </figcaption>
        </figure>
    }
}

/// The `tabindex` of a mark: one that leads to a card of this page is no stop, because the card is one.
fn tab_stop(fact: FactRef, ctx: &RenderContext) -> Option<&'static str> {
    ctx.links.holds_card(fact).then_some("-1")
}

/// A row of a table, with its name.
fn row(name: Html, cells: &[String]) -> Html {
    html! { <tr><th scope="row">{name}</th>{for cells.iter().map(|cell| html! { <td>{cell}</td> })}</tr> }
}

/// The head of a table.
fn head(names: &[&str]) -> Html {
    html! { <tr>{for names.iter().map(|name| html! { <th scope="col">{name}</th> })}</tr> }
}

/// A share as an attribute has it: hundredths, to a ten-thousandth of the whole.
fn share(part: f64, whole: f64) -> String {
    format!("{}%", (part / whole * 1e4).round() / 100.0)
}
