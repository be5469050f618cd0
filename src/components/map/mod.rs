//! The map: the regions of the story and the route that joins them, whole at the story's head, where its links are the
//! contents; small beside the text; and as a strip at a section's head. Its shapes stand in a page once. Pictures here
//! are for eyes alone: what they say, the links say too.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::content::{FactRef, Map, Region, Section, SectionRef};
use crate::template::fill;

/// How large the ring of a port is, in the map's units, where the style does not say otherwise.
const RING: &str = "7";

/// What the contents and the small map are made from.
#[derive(Properties, PartialEq)]
pub struct MapProps {
    /// The story and its addresses.
    pub ctx: RenderContext,
}

/// The contents of the story: on its map, if it has one.
#[component]
pub fn TocMap(props: &MapProps) -> Html {
    let ctx = &props.ctx;
    let words = &ctx.story.ui;
    let map = ctx.story.map.as_ref();
    let contents = html! {
        <nav class="contents" aria-label={words.contents.clone()}>
            {for map.map(|map| sheet(map, html! { <path id="map-land" class="land" d={map.land.clone()} /> }))}
            <ol>
                {for ctx.story.sections().map(|(at, section)| html! {
                    <li data-section={section.id.clone()}><a href={ctx.links.section(at)}>
                        {for map.and_then(|map| Some(shape(map, map.region(at)?, section)))}
                        {label(section, ctx)}
                    </a></li>
                })}
            </ol>
            {for map.map(|map| voyage(map, ctx))}
        </nav>
    };
    let Some(_) = map else { return contents };
    html! {
        <figure class="map" data-map="" aria-labelledby="map-title">
            <h2 id="map-title">{&words.map.title}</h2>
            {contents}
            <figcaption>{&words.map.caption}</figcaption>
        </figure>
    }
}

/// The contents once more, beside the text and under a small map if there is one, with a mark where the reader is once
/// scripts run.
#[component]
pub fn SidebarToc(props: &MapProps) -> Html {
    let ctx = &props.ctx;
    let map = ctx.story.map.as_ref();
    let around = html! { <><use class="land" href="#map-land" /><use class="route" href="#map-route" /></> };
    html! {
        <nav class="toc-sidebar" aria-label={ctx.story.ui.map.beside.clone()}>
            {for map.map(|map| sheet(map, around))}
            <ol>
                {for ctx.story.sections().map(|(at, section)| html! {
                    <li data-section={section.id.clone()}><a href={ctx.links.section(at)}>
                        {for map.and_then(|map| Some(sheet(map, here(map.region(at)?, section))))}
                        {&section.region}
                    </a></li>
                })}
            </ol>
        </nav>
    }
}

/// The map at the head of a section: its region alone in colour. Nothing for a section that is on no map.
pub(crate) fn strip(at: SectionRef, alone: bool, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let Some((map, region)) = story.map.as_ref().and_then(|map| Some((map, map.region(at)?))) else {
        return Html::default();
    };
    // A page of its own has no map to take the shapes from.
    let drawn = if alone {
        html! {
            <>
                <path class="land" d={map.land.clone()} />
                <path class="shape" d={region.shape.clone()} />
                <path class="route" d={map.route.clone()} />
                {ports(region)}
            </>
        }
    } else {
        html! {
            <>
                <use class="land" href="#map-land" />
                <use class="route" href="#map-route" />
                {here(region, &story[at])}
            </>
        }
    };
    html! { <div class="strip">
    {band(map, drawn)}
    </div> }
}

/// A drawing on the map's sheet.
fn sheet(map: &Map, drawn: Html) -> Html {
    html! {
        <svg viewBox={format!("0 0 {} {}", map.width, map.height)} aria-hidden="true">{drawn}</svg>
    }
}

/// The same as a band: as high as the style has it, without what is farthest north and south.
fn band(map: &Map, drawn: Html) -> Html {
    let view = format!("0 0 {} {}", map.width, map.height);
    html! { <svg viewBox={view} preserveAspectRatio="xMidYMid slice" aria-hidden="true">{drawn}</svg> }
}

/// A region's own shape, where the others take it from.
fn shape(map: &Map, region: &Region, section: &Section) -> Html {
    sheet(map, html! { <path class="shape" id={format!("map-{}", section.id)} d={region.shape.clone()} /> })
}

/// The route over all land, and its ports over the route.
fn voyage(map: &Map, ctx: &RenderContext) -> Html {
    let route = html! { <path id="map-route" class="route" d={map.route.clone()} /> };
    let ports = map.regions.iter().map(|region| {
        html! {
            <g data-section={ctx.story[region.section].id.clone()}>{ports(region)}</g>
        }
    });
    sheet(map, html! { <>{route}{for ports}</> })
}

/// A region's shape, from where it stands in the page, and its ports.
fn here(region: &Region, section: &Section) -> Html {
    html! { <><use class="shape" href={format!("#map-{}", section.id)} />{ports(region)}</> }
}

fn ports(region: &Region) -> Html {
    html! {
        <>
            {for region.ports.iter().map(|[x, y]| html! {
                <circle class="port" cx={x.to_string()} cy={y.to_string()} r={RING} />
            })}
        </>
    }
}

fn label(section: &Section, ctx: &RenderContext) -> Html {
    let figure = section.map_fact.map(|fact| figure(fact, ctx));
    html! {
        <span class={classes!("label", figure.is_some().then_some("has-figure"))}>
            <span class="region">{&section.region}</span>{" "}
            <span class="title">{&section.title}</span>
            {for figure}
        </span>
    }
}

fn figure(at: FactRef, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[at];
    let entity = fact.entities.first().map_or("", |entity| &ctx.story[*entity].name);
    html! {
        <>
            {for fact.figure.iter().map(|figure| {
                let values = [("entity", entity), ("unit", &figure.unit)];
                html! {
                    <>
                        {" "}<span class="number">{&figure.text}</span>
                        {" "}<span class="unit">{fill(&ctx.story.ui.map.counted, &values)}</span>
                    </>
                }
            })}
        </>
    }
}
