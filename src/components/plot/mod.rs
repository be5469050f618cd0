//! Plots, rendered at build: marks, labels, a data table and image files. Every mark links to its fact.

mod marks;

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{plain_text, prose};
use crate::components::render_context::anchors;
use crate::content::{ItemArrangement, PlotItem, PlotLayout, PlotRef};

/// A plot with title, note, data table, image files and sources.
pub(crate) fn plot_figure(plot_ref: PlotRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let plot = &story[plot_ref];
    let ui = &story.ui.plots;
    let id = format!("plot-{}", plot.id);
    let layout = plot.layout(story);
    let file = |extension: &str, name: &'static str| {
        html! { <a href={ctx.links.plot_file(plot_ref, extension)} download="" aria-label={format!("{name}: {}", plot.title)}>{name}</a> }
    };
    let files = html! { <p class="files">{&ui.image}{" "}{file("svg", "SVG")}{" "}{file("png", "PNG")}</p> };
    html! {
        <figure class="plot" data-plot={plot.id.clone()} aria-label={plot.title.clone()}>
            {anchors([id.as_str()])}
            <@{ctx.title_tag()}>{&plot.title}</@>
            {marks::render_marks(&layout, ctx)}
            <figcaption>
                <p>{prose(&plot.note, ctx)}{" "}{plain_text(&story.plot_sources(plot), ctx)}</p>
                if layout.arrangement != ItemArrangement::List {
                    <details>
                        <summary>{&ui.table}<span class="visually-hidden">{": "}{&plot.title}</span></summary>
                        {files}
                        <table aria-label={plot.title.clone()}>{table(&layout, ctx)}</table>
                    </details>
                } else {
                    {files}
                }
            </figcaption>
        </figure>
    }
}

/// The rows of the data table. Each links to the last of its facts.
fn table(layout: &PlotLayout, ctx: &RenderContext) -> Html {
    let name = |item: &PlotItem| match item.facts.last() {
        Some(fact) => {
            let href = ctx.links.fact(*fact);
            let target = ctx.links.target(&href);
            html! { <a {href} {target}>{&item.label}</a> }
        }
        None => html! { {&item.label} },
    };
    html! {
        <>
            <tr>{for layout.column_headings.iter().map(|name| html! { <th scope="col">{name}</th> })}</tr>
            {for layout.items.iter().map(|item| html! { <tr><th scope="row">{name(item)}</th><td>{&item.detail}</td></tr> })}
        </>
    }
}
