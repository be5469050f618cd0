//! The address of a fact or section that is gone: says where it went. Knows nothing of what stood there.

use yew::prelude::*;

use crate::components::Stage;
use crate::content::{Redirect, RedirectRef};

/// One link, to what took its place.
pub(super) fn view(at: RedirectRef, stage: &Stage) -> Html {
    let story = &stage.story;
    let words = &story.ui.redirect;
    let (address, title) = match &story[at] {
        Redirect::Fact { to, .. } => (stage.links.fact_page(*to), &story[*to].title),
        Redirect::Section { to, .. } => (stage.links.section(*to), &story[*to].title),
    };
    html! {
        <main id="main" class="page">
            <h1>{&words.title}</h1>
            <p class="standfirst">{&words.advice}</p>
            <p><a class="into" href={address}>{title}</a></p>
        </main>
    }
}
