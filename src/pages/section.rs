//! `/s/<section>/`, and the root that a section is in the story too. Knows the order of its parts, not how a part looks.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{SectionBody, SectionHead};
use crate::components::endnotes::{Omissions, Phrases, ProseFacts, Records, References};
use crate::components::fact_card::{CardControls, CardControlsProps};
use crate::components::glossary::Glossary;
use crate::content::SectionRef;
use crate::islands::island;
use crate::template::fill;

/// One section with the way into the story and to its neighbours.
pub(super) fn view(at: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page">
            <p class="breadcrumbs">{&words.part_of}{" "}<a href={ctx.links.story()}>{&story.title}</a></p>
            {section(at, ctx, true)}
            <nav class="pager" aria-label={words.neighbours.clone()}>{pager(at, ctx)}</nav>
            <p><a class="cta-link" href={ctx.links.story()}>{&words.whole_story}</a></p>
        </main>
    }
}

/// The links to the sections before and after one.
fn pager(at: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let order: Vec<_> = story.sections().map(|(at, _)| at).collect();
    let here = order.iter().position(|section| *section == at).unwrap_or_default();
    let before = here.checked_sub(1).and_then(|before| order.get(before));
    let neighbours = [("prev", &story.ui.previous, before), ("next", &story.ui.next, order.get(here + 1))];
    html! {
        {for neighbours.into_iter().filter_map(|(rel, label, section)| section.map(|at| html! {
            <a {rel} href={ctx.links.section(*at)}><span>{label}</span>{" "}{&story[*at].title}</a>
        }))}
    }
}

/// A section: head, card controls if it has cards, body, for the last one the notes' lists, and in the story the ways
/// on.
pub(super) fn section(at: SectionRef, ctx: &RenderContext, alone: bool) -> Html {
    let story = &ctx.story;
    let section = &story[at];
    let title = format!("{}-title", section.id);
    let is_last = story.sections().last().is_some_and(|(last, _)| last == at);
    html! {
        <section class="section" id={section.id.clone()} aria-labelledby={title} data-section={section.id.clone()}>
            <SectionHead ctx={ctx.clone()} section={at} {alone} />
            if !section.cards.is_empty() { {island::<CardControls>(controls(at, ctx))} }
            <SectionBody ctx={ctx.clone()} section={at} {alone} />
            if is_last { {lists(at, ctx, alone)} }
            // Ten landmarks of one name would help nobody.
            if ctx.shares && !alone { <p class="pager">{pager(at, ctx)}</p> }
        </section>
    }
}

fn controls(at: SectionRef, ctx: &RenderContext) -> CardControlsProps {
    let section = &ctx.story[at];
    let ui = &ctx.story.ui;
    CardControlsProps {
        section: Some(section.id.clone()),
        label: fill(&ui.section_cards, &[("region", &section.region)]),
        open_all: ui.open_all.clone(),
        close_all: ui.close_all.clone(),
        count: ui.count.clone(),
        total: section.cards.len(),
    }
}

/// The sources and notes: what stands behind the story.
fn lists(at: SectionRef, ctx: &RenderContext, alone: bool) -> Html {
    let words = &ctx.story.ui;
    let list = |title: &str, lead: &str, list: Html| {
        let heading = if alone {
            html! { <h2>{title}</h2> }
        } else {
            html! { <h3>{title}</h3> }
        };
        let lead = if lead.is_empty() {
            Html::default()
        } else {
            html! { <p>{lead}</p> }
        };
        html! { <div class="notes">{heading}{lead}{list}</div> }
    };
    let ctx = ctx.clone();
    html! {
        <>
            {for ctx.story.delights.iter().map(|delights| {
                list(&delights.title, &delights.lead, html! { <Phrases ctx={ctx.clone()} {alone} /> })
            })}
            {list(&words.told, &words.told_lead, html! { <ProseFacts ctx={ctx.clone()} {alone} /> })}
            {list(&words.glossary, "", html! { <Glossary ctx={ctx.clone()} {alone} /> })}
            {list(&words.references, &words.references_lead, html! { <References ctx={ctx.clone()} /> })}
            {list(&words.records, &words.records_lead, html! { <Records ctx={ctx.clone()} /> })}
            {match alone {
                true => list(&words.omissions, &words.omissions_lead, html! { <Omissions ctx={ctx.clone()} /> }),
                // Who wonders finds them on the page of the notes; the story need not carry what it does not tell.
                false => list(&words.omissions, "", html! {
                    <p><a href={ctx.links.section_page(at)}>{&words.omissions_lead}</a></p>
                }),
            }}
        </>
    }
}
