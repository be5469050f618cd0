//! `404.html`: the page for unknown addresses.

use yew::prelude::*;

use crate::components::RenderContext;

/// Advice, and links to all sections.
pub(super) fn view(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let ui = &story.ui;
    html! {
        <main id="main" class="subpage">
            <h1>{&ui.not_found.title}</h1>
            <p class="standfirst">{&ui.not_found.advice}</p>
            <ul>
                <li><a href={ctx.links.story()}>{&story.title}</a></li>
                {for story.sections().map(|(section_ref, section)| html! {
                    <li data-section={section.id.clone()}>
                        <a href={ctx.links.section(section_ref)}><span class="section-name">{&section.short_name}</span>{" "}{&section.title}</a>
                    </li>
                })}
            </ul>
        </main>
    }
}
