//! Runs of text with their links and languages.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::content::text::Inline;

/// Renders a run of text.
pub fn prose(inlines: &[Inline], ctx: &RenderContext) -> Html {
    inlines.iter().map(|inline| run(inline, ctx)).collect()
}

fn run(inline: &Inline, ctx: &RenderContext) -> Html {
    match inline {
        Inline::Text(text) => html! { {text} },
        Inline::Foreign { lang, text } => html! { <span lang={lang.clone()}>{text}</span> },
        Inline::Emphasis(words) => html! { <em>{prose(words, ctx)}</em> },
        Inline::Fact { to, words } => {
            html! { <a href={ctx.links.fact(*to)}>{prose(words, ctx)}</a> }
        }
        Inline::Entity { to, words } => {
            html! { <a data-entity="" href={ctx.links.entity(*to)}>{prose(words, ctx)}</a> }
        }
    }
}
