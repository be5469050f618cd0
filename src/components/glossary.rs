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
            if !facts.is_empty() { <dd>{about(at, &facts, alone, stage)}</dd> }
        </div>
    }
}

/// As many facts as an entry names wherever it stands.
const FEW: usize = 3;

/// The facts: a few of them at once; more, on the page of the notes, behind their count, which leads there from the
/// story. From that page each leads to its own page: its entries are shown on others.
fn about(at: EntityRef, facts: &[FactRef], alone: bool, stage: &Stage) -> Html {
    let leads = |fact| if alone { stage.links.fact_page(fact) } else { stage.links.fact(fact) };
    let list = html! {
        <ul>{for facts.iter().map(|fact| html! { <li><a href={leads(*fact)}>{&stage.story[*fact].title}</a></li> })}</ul>
    };
    let count = stage.story.words.plots.count(facts.len());
    match (facts.len() <= FEW, alone) {
        (true, _) => list,
        (false, true) => html! { <details><summary>{count}</summary>{list}</details> },
        (false, false) => html! { <a href={stage.links.entry(at)}>{count}</a> },
    }
}
