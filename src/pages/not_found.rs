//! `404.html`: what a wrong address answers with. Knows nothing of which address that was.

use yew::prelude::*;

use crate::components::Stage;

/// What to do, and every section to go on from.
pub(super) fn view(stage: &Stage) -> Html {
    let story = &stage.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page">
            <h1>{&words.not_found.title}</h1>
            <p class="standfirst">{&words.not_found.advice}</p>
            <ul>
                <li><a href={stage.links.story()}>{&story.title}</a></li>
                {for story.sections().map(|(at, section)| html! {
                    <li><a href={stage.links.section(at)}>{&section.region}{": "}{&section.title}</a></li>
                })}
            </ul>
        </main>
    }
}
