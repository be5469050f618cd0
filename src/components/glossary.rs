//! Who and what the story names. Knows nothing of where they are named.

use yew::prelude::*;

use super::{Stage, entity_anchor, prose};
use crate::story::Entity;
use crate::story::words::fill;

/// What the glossary is made from.
#[derive(Properties, PartialEq)]
pub struct GlossaryProps {
    /// The story and its addresses.
    pub stage: Stage,
}

/// Every entity with its name in its own scripts, what it is, and its owner at the time.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let stage = &props.stage;
    html! {
        <dl class="glossary">
            {for stage.story.entities.iter().map(|entity| entry(entity, stage))}
        </dl>
    }
}

fn entry(entity: &Entity, stage: &Stage) -> Html {
    let owner = entity.owner.as_ref().map(|owner| fill(&stage.story.words.owner, &[("owner", owner)]));
    html! {
        <div id={entity_anchor(&entity.id)}>
            <dt>
                {&entity.name}
                {for entity.scripts.iter().map(|(lang, text)| html! { <>{" "}<span lang={lang.clone()}>{text}</span></> })}
            </dt>
            <dd>{prose(&entity.what, stage)}{for owner.map(|owner| format!(" {owner}"))}</dd>
        </div>
    }
}
