//! Who and what the story names: an entry each, with all facts about it. Knows nothing of where they are named.

use yew::prelude::*;

use super::notes::NotesProps;
use super::pause::{ENTRIES, with_pauses};
use super::{Stage, entity_anchor, prose};
use crate::content::{Entity, EntityRef, FactRef};

/// Every entity, with its name in its own scripts, what it is, its owner at the time, and the facts about it.
#[component]
pub fn Glossary(props: &NotesProps) -> Html {
    let NotesProps { stage, alone } = props;
    // Nothing in the story leads to an entity that its prose never marks.
    let told = stage.story.entities().filter(|(_, entity)| *alone || !entity.unmarked);
    html! {
        <dl class="glossary">
            {with_pauses(ENTRIES, told.map(|(at, entity)| entry(at, entity, *alone, stage)))}
        </dl>
    }
}

fn entry(at: EntityRef, entity: &Entity, alone: bool, stage: &Stage) -> Html {
    let owner = stage.story.ui.owner(entity);
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

/// As many facts as an entry shows at once.
const FEW: usize = 3;

/// The facts on the page of the notes, where each leads to its own page, for its entries are shown on others: a few of
/// them at once, more behind their count. In the story, whose bytes everybody waits for, their count, which leads there.
fn about(at: EntityRef, facts: &[FactRef], alone: bool, stage: &Stage) -> Html {
    let count = stage.story.ui.charts.count(facts.len());
    if !alone {
        return html! { <a href={stage.links.entry(at)}>{count}</a> };
    }
    let list = html! {
        <ul>
            {for facts.iter().map(|fact| html! {
                <li><a href={stage.links.fact_page(*fact)}>{&stage.story[*fact].title}</a></li>
            })}
        </ul>
    };
    if facts.len() <= FEW {
        list
    } else {
        html! { <details><summary>{count}</summary>{list}</details> }
    }
}
