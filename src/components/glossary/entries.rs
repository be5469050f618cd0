//! Who and what the story names: an entry each, with all facts about it.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::endnotes::NotesProps;
use crate::content::{Entity, EntityRef, FactRef};
use crate::routes::entity_anchor;

/// Every entity, with its name in its own scripts, what it is, its owner at the time, and the facts about it.
#[component]
pub fn Glossary(props: &NotesProps) -> Html {
    let NotesProps { ctx, alone } = props;
    html! {
        <dl class="glossary">
            {for ctx.story.entities().map(|(at, entity)| entry(at, entity, *alone, ctx))}
        </dl>
    }
}

fn entry(at: EntityRef, entity: &Entity, alone: bool, ctx: &RenderContext) -> Html {
    let owner = ctx.story.ui.owner(entity);
    let facts: Vec<_> = ctx.story.facts_about(at).collect();
    html! {
        <div id={entity_anchor(&entity.id)}>
            <dt>
                {&entity.name}
                {for entity.scripts.iter().map(|(lang, text)| html! { <>{" "}<span lang={lang.clone()}>{text}</span></> })}
            </dt>
            <dd>{prose(&entity.what, ctx)}{for owner.map(|owner| format!(" {owner}"))}</dd>
            if !facts.is_empty() { <dd>{about(at, &facts, alone, ctx)}</dd> }
        </div>
    }
}

/// As many facts as an entry shows at once.
const FEW: usize = 3;

/// The facts on the page of the notes, where each leads to its own page, for its entries are shown on others: a few of
/// them at once, more behind their count. In the story, whose bytes everybody waits for, their count, which leads there.
fn about(at: EntityRef, facts: &[FactRef], alone: bool, ctx: &RenderContext) -> Html {
    let count = ctx.story.ui.charts.count(facts.len());
    if !alone {
        return html! { <a href={ctx.links.entry(at)}>{count}</a> };
    }
    let list = html! {
        <ul>
            {for facts.iter().map(|fact| html! {
                <li><a href={ctx.links.fact_page(*fact)}>{&ctx.story[*fact].title}</a></li>
            })}
        </ul>
    };
    if facts.len() <= FEW {
        list
    } else {
        html! { <details><summary>{count}</summary>{list}</details> }
    }
}
