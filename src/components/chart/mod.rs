//! Plots: drawn at build from the facts' own values, and adopted by the browser unread. What carries a value is SVG with
//! lengths in hundredths of its width; words are never scaled with it. Every mark is a link to its fact, so that keyboard
//! and ear reach what a pointer does.

mod bars;
mod chronology;
mod line;
mod matrix;
mod timeline;
mod waffle;

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::fact_card::Level;
use crate::content::{ChartKind, PlotRef};

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
    let words = &story.ui.charts;
    let id = format!("plot-{}", plot.id);
    let (drawn, table) = match &plot.form {
        ChartKind::Bars { counted, dated, bars } => bars::drawn(bars, counted, *dated, ctx),
        ChartKind::Line(points) => line::drawn(points, ctx),
        ChartKind::Timeline(rows) => timeline::drawn(rows, ctx),
        ChartKind::Waffle(fact) => waffle::drawn(*fact, ctx),
        ChartKind::Matrix(places) => (matrix::drawn(places, ctx), None),
        ChartKind::Chronology(rows) => (chronology::drawn(rows, ctx), None),
    };
    let heading = match level {
        Level::Three => html! { <h3 id={id.clone()}>{&plot.title}</h3> },
        _ => html! { <h2 id={id.clone()}>{&plot.title}</h2> },
    };
    let file = |ending: &str, name: &'static str| {
        html! { <a href={ctx.links.plot_file(*at, ending)} download="">{name}</a> }
    };
    html! {
        <figure class="plot" data-plot={plot.id.clone()} aria-labelledby={id}>
            {heading}
            {drawn}
            <figcaption>
                <p>{prose(&plot.note, ctx)}{" "}{story.plot_sources(plot)}</p>
                <p class="files">{&words.picture}{" "}{file("svg", "SVG")}{" "}{file("png", "PNG")}</p>
                {for table.map(|rows| html! {
                    <details><summary>{&words.table}</summary><table>{rows}</table></details>
                })}
            </figcaption>
        </figure>
    }
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
