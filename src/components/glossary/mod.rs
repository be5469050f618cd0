//! The glossary: one entry per entity, with all facts about it.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::render_context::anchors;
use crate::content::{Entity, EntityRef, FactRef};
use crate::url_paths::entity_anchor;

/// All entities with names, definition, owner and facts.
pub(crate) fn glossary(ctx: &RenderContext) -> Html {
    html! {
        <dl class="glossary">
            {for ctx.story.entities().map(|(entity_ref, entity)| entry(entity_ref, entity, ctx))}
        </dl>
    }
}

fn entry(entity_ref: EntityRef, entity: &Entity, ctx: &RenderContext) -> Html {
    let owner = ctx.story.ui.owner_sentence(entity);
    let facts: Vec<_> = ctx.story.facts_about(entity_ref).collect();
    html! {
        // Not in a `<div>`: reading views would remove it, because it contains mostly links.
        <>
            <dt>
                {&entity.name}
                {anchors([entity_anchor(&entity.id).as_str()])}
                {for entity.scripts.iter().map(|(lang, text)| html! { <>{" "}<span lang={lang.clone()}>{text}</span></> })}
            </dt>
            <dd>{prose(&entity.definition, ctx)}{for owner.map(|owner| format!(" {owner}"))}</dd>
            if !facts.is_empty() { <dd>{facts_about(&facts, &entity.name, ctx)}</dd> }
        </>
    }
}

/// The most facts that an entry lists directly. More facts are in a `<details>` with their count.
const MAX_OPEN_FACTS: usize = 3;

/// The facts about an entity: as a list, or in a `<details>` if there are many.
fn facts_about(facts: &[FactRef], name: &str, ctx: &RenderContext) -> Html {
    let list = html! {
        <ul>
            {for facts.iter().map(|fact| html! {
                <li><a href={ctx.links.fact_page(*fact)}>{&ctx.story[*fact].title}</a></li>
            })}
        </ul>
    };
    if facts.len() <= MAX_OPEN_FACTS {
        list
    } else {
        html! { <details><summary>{ctx.story.ui.plots.fact_count_text(facts.len())}<span class="visually-hidden">{": "}{name}</span></summary>{list}</details> }
    }
}
