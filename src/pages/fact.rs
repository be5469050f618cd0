//! `/f/<fact>/`: one fact. Readers may arrive here first.

use yew::prelude::*;

use super::pager::pager;
use crate::components::RenderContext;
use crate::components::fact_card::fact_card;
use crate::components::map::section_map;
use crate::content::{Entity, EntityKind, EntityRef, FactRef};
use crate::template::fill;

/// The open card, breadcrumbs, the pager, and facts about the same entity.
pub(super) fn view(fact_ref: FactRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let ui = &story.ui;
    let fact = &story[fact_ref];
    let order: Vec<_> =
        story.facts_in_order().filter(|other| story[*other].section == fact.section).collect();
    let here = order.iter().position(|other| *other == fact_ref).unwrap_or_default();
    let pages: Vec<_> = order
        .iter()
        .map(|fact_ref| (ctx.links.fact_page(*fact_ref), story[*fact_ref].title.as_str()))
        .collect();
    html! {
        <main id="main" class="subpage" data-section={story[fact.section].id.clone()}>
            <p class="breadcrumbs">
                <a href={ctx.links.story()}>{&story.title}</a>{" / "}
                <a href={ctx.links.section(fact.section)}>{&story[fact.section].short_name}</a>
            </p>
            {fact_card(fact_ref, ctx)}
            {for fact.parent_card.map(|card| parent_card_link(card, ctx))}
            {section_map(fact.section, ctx)}
            <p>
                <a class="cta-link" href={ctx.links.fact_in_story(fact_ref)}>{&ui.into_story}</a>{" "}
                <a class="cta-link" href={ctx.links.facts()}>{&ui.facts.title}</a>
            </p>
            {pager(&pages, here, ctx)}
            {for fact.entities.first().map(|entity| related_facts(*entity, fact_ref, ctx))}
        </main>
    }
}

/// A link to the card that shows a fact without its own card.
fn parent_card_link(card: FactRef, ctx: &RenderContext) -> Html {
    let words = fill(&ctx.story.ui.parent_card_link, &[("title", &ctx.story[card].title)]);
    html! { <p><a href={ctx.links.fact_page(card)}>{words}</a></p> }
}

/// The most related facts to list.
const MAX_RELATED: usize = 6;

/// The nearest facts about the same entity, and a link to all facts about it.
fn related_facts(entity: EntityRef, fact: FactRef, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let all: Vec<_> = story.facts_about(entity).collect();
    let here = all.iter().position(|other| *other == fact).unwrap_or_default();
    let begin = here.saturating_sub(MAX_RELATED / 2).min(all.len().saturating_sub(MAX_RELATED + 1));
    let near: Vec<_> = all.iter().skip(begin).take(MAX_RELATED + 1).filter(|other| **other != fact).collect();
    if near.is_empty() {
        return Html::default();
    }
    let Entity { id, name, kind, .. } = &story[entity];
    // The table cannot be filtered by regions as entities.
    let has_more = all.len() > near.len() + 1 && *kind != EntityKind::Region;
    let more = fill(&story.ui.all_of_entity, &[("total", &all.len().to_string()), ("entity", name)]);
    html! {
        <section class="related">
            <h2>{fill(&story.ui.same_entity, &[("entity", name)])}</h2>
            <ul>
                {for near.into_iter().map(|other| html! {
                    <li><a href={ctx.links.fact_page(*other)}>
                        {&story[*other].title}
                    </a></li>
                })}
            </ul>
            if has_more { <p><a class="cta-link" href={format!("{}?entity={id}", ctx.links.facts())}>{more}</a></p> }
        </section>
    }
}
