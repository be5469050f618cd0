//! Plots: drawn at build from the facts' own values, and adopted by the browser unread. What carries a value is SVG with
//! lengths in hundredths of its width; words are never scaled with it. Every mark is a link to its fact, so that keyboard
//! and ear reach what a pointer does. Knows nothing of where a plot stands.

mod bars;
mod chronology;
mod line;
mod matrix;
mod timeline;
mod waffle;

use yew::prelude::*;

use super::card::Level;
use super::{Stage, prose};
use crate::content::{ChartKind, PlotRef};

/// Ticks that thin out: the end of a mark whose true end is beyond it, 16 wide and 16 high.
const BEYOND: &str = "M2 0h4v16h-4zM9 0h2v16h-2zM14 0h1v16h-1z";

/// What a plot is made from.
#[derive(Properties, PartialEq)]
pub(super) struct PlotProps {
    /// The story and its addresses.
    pub(super) stage: Stage,
    /// The plot.
    pub(super) plot: PlotRef,
    /// Which heading its title is.
    pub(super) level: Level,
}

/// A plot with its title, its source and its numbers.
#[component]
pub(super) fn PlotFigure(props: &PlotProps) -> Html {
    let PlotProps { stage, plot: at, level } = props;
    let story = &stage.story;
    let plot = &story[*at];
    let words = &story.ui.charts;
    let id = format!("plot-{}", plot.id);
    let (drawn, table) = match &plot.form {
        ChartKind::Bars { counted, dated, bars } => bars::drawn(bars, counted, *dated, stage),
        ChartKind::Line(points) => line::drawn(points, stage),
        ChartKind::Timeline(rows) => timeline::drawn(rows, stage),
        ChartKind::Waffle(fact) => waffle::drawn(*fact, stage),
        ChartKind::Matrix(places) => (matrix::drawn(places, stage), None),
        ChartKind::Chronology(rows) => (chronology::drawn(rows, stage), None),
    };
    let heading = match level {
        Level::Three => html! { <h3 id={id.clone()}>{&plot.title}</h3> },
        _ => html! { <h2 id={id.clone()}>{&plot.title}</h2> },
    };
    let file = |ending: &str, name: &'static str| {
        html! { <a href={stage.links.plot_file(*at, ending)} download="">{name}</a> }
    };
    html! {
        <figure class="plot" data-plot={plot.id.clone()} aria-labelledby={id}>
            {heading}
            {drawn}
            <figcaption>
                <p>{prose(&plot.note, stage)}{" "}{story.plot_sources(plot)}</p>
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
