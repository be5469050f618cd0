//! The lists of the endnotes: facts without a card, literal translations, omissions.

mod sources;

use yew::prelude::*;

pub(crate) use sources::{records, references};

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::render_context::anchors;
use crate::content::{FactRef, LiteralTranslation, Section};

/// Facts without a card, by section, with their notes. The prose states the claims and links here.
pub(crate) fn prose_facts(ctx: &RenderContext) -> Html {
    let sections = ctx.story.sections.iter().filter(|section| !section.prose_facts.is_empty());
    sections.map(|section| prose_facts_of(section, ctx)).collect()
}

fn prose_facts_of(section: &Section, ctx: &RenderContext) -> Html {
    html! {
        <>
            <h3>{&section.short_name}</h3>
            <ul>{for section.prose_facts.iter().map(|fact| entry(*fact, ctx))}</ul>
        </>
    }
}

fn entry(fact_ref: FactRef, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[fact_ref];
    // On this page, the endnotes' own prose has the anchors of its facts.
    let is_anchored_here = ctx.story.notes_section() == Some(fact.section);
    html! {
        <li>
            if !is_anchored_here { {anchors(ctx.story.fact_ids(fact_ref))} }
            <a href={ctx.links.fact_page(fact_ref)}>{&fact.title}</a>{". "}
            <span class="note">
                {for fact.notes.iter().map(|note| html! { <>{prose(note, ctx)}{" "}</> })}
                {ctx.story.ui.verdict_or_kind(fact)}{"."}
            </span>
        </li>
    }
}

/// Phrases that a machine translated word for word: the original, the translation, and the meaning.
pub(crate) fn phrases(ctx: &RenderContext) -> Html {
    let phrases = ctx.story.literal_translations.iter().flat_map(|translations| &translations.phrases);
    html! {
        <ul>
            {for phrases.map(|LiteralTranslation { original, machine, means }| html! {
                <li><b>{prose(original, ctx)}</b>{" "}<i>{machine}</i>{". "}{prose(means, ctx)}</li>
            })}
        </ul>
    }
}

/// The ledger rows that the story omits, each with its reason.
pub(crate) fn omissions(ctx: &RenderContext) -> Html {
    html! {
        <ul>
            {for ctx.story.omissions.iter().map(|row| html! {
                <li>{&row.reason}{" "}<code>{&row.id}</code></li>
            })}
        </ul>
    }
}
