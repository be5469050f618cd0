//! The map: the story's regions and the route. Shown in the masthead, in full with each port's entities, and small on
//! fact pages. Hidden from screen readers, because links say the same.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::content::{Entity, Map, MapRegion, SectionRef};

/// The map in the masthead. The full map reuses its shapes with `<use>`. Empty without a map.
pub(crate) fn hero_map(ctx: &RenderContext) -> Html {
    let Some(map) = &ctx.story.map else { return Html::default() };
    html! {
        <div class="hero-map">
            {map_svg(map, html! {
                <>
                    <path id="map-land" class="land" d={map.land.clone()} />
                    {for regions_with_shape(map).map(|region| html! {
                        <g id={format!("map-{}", id(region, ctx))} data-section={id(region, ctx)}>
                            <path class="shape" d={region.shape.clone()} />
                        </g>
                    })}
                    <path id="map-route" class="route" d={map.route.clone()} stroke-width={map.scaled(Map::ROUTE_WIDTH)} stroke-dasharray={format!("0 {}", map.scaled(Map::ROUTE_DOT_GAP))} />
                    {for map.regions.iter().map(|region| html! { <g data-section={id(region, ctx)}>{port_rings(region, map)}</g> })}
                </>
            })}
        </div>
    }
}

/// The full map, with a list of ports, sections and entities.
pub(crate) fn full_map(ctx: &RenderContext) -> Html {
    let Some(map) = &ctx.story.map else { return Html::default() };
    let ui = &ctx.story.ui.map;
    html! {
        <figure class="map" data-map="" aria-labelledby="map-title">
            <h3 id="map-title">{&ui.title}</h3>
            {map_svg(map, html! {
                <>
                    <use href="#map-land" />
                    {for regions_with_shape(map).map(|region| html! { <use href={format!("#map-{}", id(region, ctx))} /> })}
                    <use href="#map-route" />
                    {for map.regions.iter().map(|region| html! { <g data-section={id(region, ctx)}>{port_rings(region, map)}</g> })}
                </>
            })}
            <ol class="ports">
                {for map.regions.iter().map(|region| port_entry(region.section, ctx))}
            </ol>
            <figcaption>{&ui.caption}</figcaption>
        </figure>
    }
}

/// The map with one coloured region. Empty for a section that is not on the map.
pub(crate) fn section_map(section: SectionRef, ctx: &RenderContext) -> Html {
    let Some((map, region)) = ctx.story.map.as_ref().and_then(|map| Some((map, map.region(section)?))) else {
        return Html::default();
    };
    html! {
        <div class="section-map">
            {map_svg(map, html! {
                <>
                    <path class="land" d={map.land.clone()} />
                    <path class="shape" d={region.shape.clone()} />
                    {port_rings(region, map)}
                </>
            })}
        </div>
    }
}

/// A section and the entities that arrived there. Empty without any.
fn port_entry(section_ref: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let section = &story[section_ref];
    let has_arrived = |entity: &&Entity| entity.arrived_in.contains(&section_ref);
    let arrivals: Vec<_> = story.entities.iter().filter(has_arrived).collect();
    if arrivals.is_empty() {
        return Html::default();
    }
    let href = ctx.links.section(section_ref);
    let target = ctx.links.target(&href);
    html! {
        <li data-section={section.id.clone()}>
            <a class="section-name" {href} {target}>{&section.short_name}</a>
            <ul>{for arrivals.iter().map(|entity| html! { <li>{&entity.name}</li> })}</ul>
        </li>
    }
}

/// The regions with a shape; the others are at sea.
fn regions_with_shape(map: &Map) -> impl Iterator<Item = &MapRegion> {
    map.regions.iter().filter(|region| !region.shape.is_empty())
}

fn id(region: &MapRegion, ctx: &RenderContext) -> String {
    ctx.story[region.section].id.clone()
}

fn map_svg(map: &Map, drawing: Html) -> Html {
    html! {
        <svg viewBox={format!("0 0 {} {}", map.width, map.height)} stroke-width={map.scaled(Map::RING_STROKE)} aria-hidden="true">{drawing}</svg>
    }
}

fn port_rings(region: &MapRegion, map: &Map) -> Html {
    let ring = |[x, y]: &[_; 2]| html! { <circle class="port" cx={f64::from(*x).to_string()} cy={f64::from(*y).to_string()} r={map.scaled(Map::RING)} /> };
    region.ports.iter().map(ring).collect()
}
