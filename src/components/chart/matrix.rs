//! Who is where: a table whose marks lead to facts. On a narrow screen a mark is the region's name.

use yew::prelude::*;

use super::tab_stop;
use crate::components::RenderContext;
use crate::content::{MatrixRow, SectionRef, columns};
use crate::template::fill;

/// The table, named by the title.
pub(super) fn drawn(places: &[MatrixRow], title: &str, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let regions = columns(places, story);
    html! {
        <table class="matrix" aria-label={title.to_owned()}>
            <thead><tr>
                <td></td>
                {for regions.iter().map(|region| html! { <th scope="col">{&story[*region].region}</th> })}
            </tr></thead>
            <tbody>
                {for places.iter().map(|place| html! {
                    <tr>
                        <th scope="row">{&story[place.entity].name}</th>
                        {for regions.iter().map(|region| cell(place, *region, ctx))}
                    </tr>
                })}
            </tbody>
        </table>
    }
}

fn cell(place: &MatrixRow, region: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let Some(fact) = place.facts.iter().find(|fact| story[**fact].section == region) else {
        return html! { <td></td> };
    };
    let name = &story[region].region;
    let name = if place.gone { fill(&story.ui.charts.gone, &[("region", name)]) } else { name.clone() };
    html! {
        <td data-section={story[region].id.clone()}>
            <a class={place.gone.then_some("gone")} href={ctx.links.fact(*fact)} tabindex={tab_stop(*fact, ctx)}>
                <span>{name}</span><span class="visually-hidden">{": "}{&story[*fact].title}</span>
            </a>
        </td>
    }
}
