//! The page of a former id: a link to its successor.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::content::{Redirect, RedirectRef};

/// A link to the successor.
pub(super) fn view(redirect: RedirectRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let ui = &story.ui.redirect;
    let (url, title) = match &story[redirect] {
        Redirect::Fact { to, .. } => (ctx.links.fact_page(*to), &story[*to].title),
        Redirect::Section { to, .. } => (ctx.links.section(*to), &story[*to].title),
    };
    html! {
        <main id="main" class="subpage">
            <h1>{&ui.title}</h1>
            <p class="standfirst">{&ui.advice}</p>
            <p><a class="cta-link" href={url}>{title}</a></p>
        </main>
    }
}
