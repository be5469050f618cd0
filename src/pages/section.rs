//! `/s/<section>/`, and a section of the story.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{SectionBody, SectionHead};
use crate::components::endnotes::{Omissions, Phrases, ProseFacts, Records, References};
use crate::components::fact_card::{CardControls, CardControlsProps};
use crate::components::glossary::Glossary;
use crate::components::map::FullMap;
use crate::content::SectionRef;
use crate::islands::island;

/// One section with the way into the story and to its neighbours.
pub(super) fn view(at: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let words = &story.ui;
    html! {
        <main id="main" class="page">
            <p class="breadcrumbs"><a href={ctx.links.story()}>{&story.title}</a></p>
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
            <a {rel} href={ctx.links.section(*at)}><span>{label}</span>{" "}<b>{&story[*at].title}</b></a>
        }))}
    }
}

/// A section: head, body, for the first one of the story the map, for the last one the notes' lists, and in the story the
/// way on.
pub(super) fn section(at: SectionRef, ctx: &RenderContext, alone: bool) -> Html {
    let story = &ctx.story;
    let section = &story[at];
    let title = format!("{}-title", section.id);
    let is_first = story.sections().next().is_some_and(|(first, _)| first == at);
    let is_last = story.sections().last().is_some_and(|(last, _)| last == at);
    html! {
        <section class="section" id={section.id.clone()} aria-labelledby={title} data-section={section.id.clone()} data-opening={section.opening.then_some("")}>
            <SectionHead ctx={ctx.clone()} section={at} {alone} />
            <SectionBody ctx={ctx.clone()} section={at} {alone} />
            if is_first && !alone {
                <FullMap ctx={ctx.clone()} />
                if story.card_count() > 0 { {island::<CardControls>(controls(ctx))} }
            }
            if is_last && alone { {lists(ctx)} }
            if is_last && !alone { {lists_elsewhere(at, ctx)} }
            if ctx.shares && !alone { {next_section(at, ctx)} }
        </section>
    }
}

/// The link to the section after one.
fn next_section(at: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let Some((next, section)) = story.sections().skip_while(|(own, _)| *own != at).nth(1) else {
        return Html::default();
    };
    html! {
        <p class="next-section" data-section={section.id.clone()}>
            <a rel="next" href={ctx.links.section(next)}>
                <span>{&story.ui.next}{": "}{&section.region}</span>{" "}<b>{&section.title}</b>
            </a>
        </p>
    }
}

fn controls(ctx: &RenderContext) -> CardControlsProps {
    let ui = &ctx.story.ui;
    CardControlsProps {
        label: ui.all_cards.clone(),
        open_all: ui.open_all.clone(),
        close_all: ui.close_all.clone(),
        count: ui.count.clone(),
        total: ctx.story.card_count(),
    }
}

/// In the story, where the lists of the notes are: nobody has to load what few look up.
fn lists_elsewhere(at: SectionRef, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let notes = ctx.links.section_page(at);
    let story = &ctx.story;
    let lists = [
        (&ui.told, story.sections.iter().any(|section| !section.prose_facts.is_empty())),
        (&ui.glossary, !story.entities.is_empty()),
        (&ui.references, !story.references.is_empty()),
        (&ui.records, !story.records.is_empty()),
        (&ui.omissions, !story.omissions.is_empty()),
    ];
    let lists: Vec<_> =
        lists.into_iter().filter(|(_, there)| *there).map(|(title, _)| title.as_str()).collect();
    html! {
        if !lists.is_empty() { <p class="notes-links"><a href={notes}>{lists.join(" · ")}</a></p> }
    }
}

/// The sources and notes: what stands behind the story.
fn lists(ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    let list = |title: &str, lead: &str, there: bool, list: Html| {
        if !there {
            return Html::default();
        }
        html! {
            <div class="notes">
                <h2>{title}</h2>
                if !lead.is_empty() { <p>{lead}</p> }
                {list}
            </div>
        }
    };
    let ctx = ctx.clone();
    let story = &ctx.story;
    html! {
        <>
            {for story.delights.iter().map(|delights| {
                list(&delights.title, &delights.lead, true, html! { <Phrases ctx={ctx.clone()} /> })
            })}
            {list(&ui.told, &ui.told_lead, story.sections.iter().any(|section| !section.prose_facts.is_empty()), html! { <ProseFacts ctx={ctx.clone()} /> })}
            {list(&ui.glossary, "", !story.entities.is_empty(), html! { <Glossary ctx={ctx.clone()} /> })}
            {list(&ui.references, &ui.references_lead, !story.references.is_empty(), html! { <References ctx={ctx.clone()} /> })}
            {list(&ui.records, &ui.records_lead, !story.records.is_empty(), html! { <Records ctx={ctx.clone()} /> })}
            {list(&ui.omissions, &ui.omissions_lead, !story.omissions.is_empty(), html! { <Omissions ctx={ctx.clone()} /> })}
        </>
    }
}
