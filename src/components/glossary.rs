//! Who and what the story names: an entry each, with all facts about it. Knows nothing of where they are named.

use yew::prelude::*;

use super::notes::NotesProps;
use super::{Stage, entity_anchor, prose};
use crate::story::words::fill;
use crate::story::{Entity, EntityRef, FactRef};

/// Every entity, with its name in its own scripts, what it is, its owner at the time, and the facts about it.
#[component]
pub fn Glossary(props: &NotesProps) -> Html {
    let NotesProps { stage, alone } = props;
    html! {
        <dl class="glossary">
            {for stage.story.entities().map(|(at, entity)| entry(at, entity, *alone, stage))}
        </dl>
    }
}

fn entry(at: EntityRef, entity: &Entity, alone: bool, stage: &Stage) -> Html {
    let owner = entity.owner.as_ref().map(|owner| fill(&stage.story.words.owner, &[("owner", owner)]));
    let facts: Vec<_> = stage.story.facts_about(at).collect();
    html! {
        <div id={entity_anchor(&entity.id)}>
            <dt>
                {&entity.name}
                {for entity.scripts.iter().map(|(lang, text)| html! { <>{" "}<span lang={lang.clone()}>{text}</span></> })}
            </dt>
            <dd>{prose(&entity.what, stage)}{for owner.map(|owner| format!(" {owner}"))}</dd>
            if !facts.is_empty() { <dd>{about(&facts, alone, stage)}</dd> }
        </div>
    }
}

/// How many facts there are, which opens to the facts. From a page of the notes alone each leads to its own page: the
/// entry may be shown on another page.
fn about(facts: &[FactRef], alone: bool, stage: &Stage) -> Html {
    let leads = |at| if alone { stage.links.fact_page(at) } else { stage.links.fact(at) };
    html! {
        <details>
            <summary>{stage.story.words.plots.count(facts.len())}</summary>
            <ul>
                {for facts.iter().map(|at| html! { <li><a href={leads(*at)}>{&stage.story[*at].title}</a></li> })}
            </ul>
        </details>
    }
}
