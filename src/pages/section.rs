//! `/s/<section>/`: a section's page. Also renders sections of the story.

use yew::prelude::*;

use super::pager::pager;
use super::toc;
use crate::components::RenderContext;
use crate::components::article::{section_body, section_head};
use crate::components::endnotes;
use crate::components::fact_card::{CardControls, CardControlsProps};
use crate::components::glossary::glossary;
use crate::components::map::full_map;
use crate::components::navigation::Toc;
use crate::components::render_context::anchors;
use crate::content::{SectionRef, Story};
use crate::islands::island;
use crate::routes::Page;

/// One section, with links to the story and to its neighbours.
pub(super) fn view(current: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let pages: Vec<_> = story
        .sections()
        .map(|(section_ref, section)| (ctx.links.section(section_ref), section.title.as_str()))
        .collect();
    let here = story.sections().position(|(candidate, _)| candidate == current).unwrap_or_default();
    html! {
        <main id="main" class="subpage has-card-margin">
            <p class="breadcrumbs"><a href={ctx.links.story()}>{&story.title}</a></p>
            {section(current, ctx)}
            {pager(&pages, here, ctx)}
            <p><a class="cta-link" href={ctx.links.story()}>{&story.ui.whole_story}</a></p>
            {island::<Toc>(toc(Page::Section(current), ctx))}
        </main>
    }
}

/// A section: head and body. In the story, the first one contains the full map. On its page, the last one contains the
/// endnotes' lists.
pub(super) fn section(section_ref: SectionRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let is_own_page = ctx.shows(Page::Section(section_ref));
    let section = &story[section_ref];
    let title = format!("{}-title", section.id);
    let is_first = story.sections().next().is_some_and(|(first, _)| first == section_ref);
    let is_last = story.notes_section() == Some(section_ref);
    html! {
        <section class="section" id={section.id.clone()} aria-labelledby={title} data-section={section.id.clone()} data-opening={(section.is_opening && !is_own_page).then_some("")}>
            {section_head(section_ref, ctx)}
            {section_body(section_ref, ctx)}
            if is_first && !is_own_page {
                {full_map(ctx)}
                if story.card_count() > 0 { {island::<CardControls>(controls(ctx))} }
            }
            if is_last && is_own_page { {lists(ctx)} }
            if is_last && !is_own_page { {lists_elsewhere(section_ref, ctx)} }
        </section>
    }
}

fn controls(ctx: &RenderContext) -> CardControlsProps {
    CardControlsProps { text: ctx.story.ui.card_controls.clone(), total: ctx.story.card_count() }
}

/// Links to the endnotes' lists, which are on their own page.
fn lists_elsewhere(section_ref: SectionRef, ctx: &RenderContext) -> Html {
    let notes = ctx.links.section_page(section_ref);
    let lists = available_lists(&ctx.story);
    if lists.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="endnotes-links">
            {for lists.into_iter().map(|list| html! {
                <li><a href={format!("{notes}#{}", list.id)}>{list.title}</a></li>
            })}
        </ul>
    }
}

/// A list of the endnotes.
struct List<'a> {
    id: &'static str,
    title: &'a str,
    lead: &'a str,
    view: fn(&RenderContext) -> Html,
}

/// The lists that are not empty.
fn available_lists(story: &Story) -> Vec<List<'_>> {
    let ui = &story.ui;
    let has_prose_facts = story.sections.iter().any(|section| !section.prose_facts.is_empty());
    let list = |id, title, lead, view: fn(&RenderContext) -> Html| List { id, title, lead, view };
    let lists = [
        (has_prose_facts, list("list-facts", &*ui.prose_facts, &*ui.prose_facts_lead, endnotes::prose_facts)),
        (!story.entities.is_empty(), list("list-names", &ui.glossary, "", glossary)),
        (
            !story.references.is_empty(),
            list("list-references", &ui.references, &ui.references_lead, endnotes::references),
        ),
        (!story.records.is_empty(), list("list-sources", &ui.records, &ui.records_lead, endnotes::records)),
        (
            !story.omissions.is_empty(),
            list("list-omissions", &ui.omissions, &ui.omissions_lead, endnotes::omissions),
        ),
    ];
    lists.into_iter().filter_map(|(there, list)| there.then_some(list)).collect()
}

/// The lists of the endnotes page.
fn lists(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let list = |id: Option<&'static str>, title: &str, lead: &str, list: Html| {
        html! {
            <div class="endnotes">
                {anchors(id)}
                <h2>{title}</h2>
                if !lead.is_empty() { <p>{lead}</p> }
                {list}
            </div>
        }
    };
    html! {
        <>
            {for story.literal_translations.iter().map(|translations| {
                list(None, &translations.title, &translations.lead, endnotes::phrases(ctx))
            })}
            {for available_lists(story).into_iter().map(|List { id, title, lead, view }| {
                list(Some(id), title, lead, view(ctx))
            })}
        </>
    }
}
