//! Renders inline text: links, emphasis, and the languages of other scripts.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::render_context::anchors;
use crate::content::FactRef;
use crate::content::language::split_by_script;
use crate::content::text::Inline;

/// Renders a run of text.
pub fn prose(inlines: &[Inline], ctx: &RenderContext) -> Html {
    inlines.iter().map(|node| inline(node, ctx)).collect()
}

/// Renders plain text. Parts in another script get the language of the script.
pub fn plain_text(text: &str, ctx: &RenderContext) -> Html {
    prose(&split_by_script(text, &ctx.story.ui.language, |_| None), ctx)
}

fn inline(node: &Inline, ctx: &RenderContext) -> Html {
    match node {
        Inline::Text(text) => html! { {insert_no_break_spaces(text, &ctx.story.ui.dates.months)} },
        Inline::Foreign { lang, text } => html! { <span lang={lang.clone()}>{text}</span> },
        Inline::Emphasis(children) => html! { <em>{prose(children, ctx)}</em> },
        Inline::Fact { to, children } => fact_link(*to, prose(children, ctx), ctx),
        Inline::Entity { to, children } => {
            let href = ctx.links.entity(*to);
            let target = ctx.links.target(&href);
            html! { <a data-entity={ctx.story[*to].id.clone()} {href} {target}>{prose(children, ctx)}</a> }
        }
    }
}

/// Keeps a calculation on one line, or breaks it before its result. Keeps the day of a date with its month.
fn insert_no_break_spaces(text: &str, months: &[String]) -> String {
    let mut bound = insert_no_break_spaces_in_calculations(text);
    let is_date = |offset: usize| {
        let (day, month) = (&bound[..offset], &bound[offset + 1..]);
        day.ends_with(|letter: char| letter.is_ascii_digit())
            && months.iter().any(|name| month.starts_with(name))
    };
    let spaces: Vec<_> =
        bound.match_indices(' ').map(|(offset, _)| offset).filter(|offset| is_date(*offset)).collect();
    spaces.into_iter().rev().for_each(|offset| bound.replace_range(offset..=offset, "\u{a0}"));
    bound
}

/// Keeps a calculation on one line, or breaks it before its result.
pub fn insert_no_break_spaces_in_calculations(text: &str) -> String {
    ["÷", "×"].iter().fold(text.replace(" = ", " =\u{a0}"), |text, sign| {
        text.replace(&format!(" {sign} "), &format!("\u{a0}{sign}\u{a0}"))
    })
}

/// A link to a fact. A fact without a card has its anchor at the page's first link to it.
fn fact_link(fact_ref: FactRef, children: Html, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[fact_ref];
    let href = ctx.links.fact(fact_ref);
    let target = ctx.links.target(&href);
    let has_anchor = ctx.links.is_anchored_in_prose(fact_ref) && ctx.claim_anchor(fact_ref);
    html! {
        <>
            if has_anchor { {anchors(ctx.story.fact_ids(fact_ref))} }
            <a data-fact-link={fact.id.clone()} {href} {target}>{children}</a>
        </>
    }
}
