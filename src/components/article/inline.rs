//! Runs of text with their links and languages.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::render_context::anchors;
use crate::content::FactRef;
use crate::content::text::{Inline, by_script};

/// Renders a run of text.
pub fn prose(inlines: &[Inline], ctx: &RenderContext) -> Html {
    inlines.iter().map(|inline| run(inline, ctx)).collect()
}

/// Renders words that carry no marks, each in the language of its script.
pub fn words(text: &str, ctx: &RenderContext) -> Html {
    prose(&by_script(text, |_| None), ctx)
}

fn run(inline: &Inline, ctx: &RenderContext) -> Html {
    match inline {
        Inline::Text(text) => html! { {bind_sums(text)} },
        Inline::Foreign { lang, text } => html! { <span lang={lang.clone()}>{text}</span> },
        Inline::Emphasis(words) => html! { <em>{prose(words, ctx)}</em> },
        Inline::Fact { to, words } => fact_link(*to, prose(words, ctx), ctx),
        Inline::Entity { to, words } => {
            let href = ctx.links.entity(*to);
            let target = ctx.links.target(&href);
            html! { <a data-entity={ctx.story[*to].id.clone()} {href} {target}>{prose(words, ctx)}</a> }
        }
    }
}

/// Keeps a sum on one line, or breaks it before its result.
pub fn bind_sums(text: &str) -> String {
    ["÷", "×"].iter().fold(text.replace(" = ", " =\u{a0}"), |text, sign| {
        text.replace(&format!(" {sign} "), &format!("\u{a0}{sign}\u{a0}"))
    })
}

/// Words that lead to a fact. A fact without a card has its anchor where the page first tells it.
fn fact_link(at: FactRef, words: Html, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[at];
    let href = ctx.links.fact(at);
    let target = ctx.links.target(&href);
    let has_anchor = ctx.links.anchors_in_prose(at) && ctx.take_anchor(at);
    html! {
        <>
            if has_anchor { {anchors([fact.id.as_str()])} }
            <a data-fact-link={fact.id.clone()} {href} {target}>{words}</a>
        </>
    }
}
