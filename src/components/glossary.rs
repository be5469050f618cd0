//! Who and what the story names. Knows nothing of where they are named.

use yew::prelude::*;

use super::{Stage, entity_anchor, prose};
use crate::story::words::fill;
use crate::story::{Entity, EntityKind};

/// What the glossary is made from.
#[derive(Properties, PartialEq)]
pub struct GlossaryProps {
    /// The story and its addresses.
    pub stage: Stage,
}

/// Every entity that wants explaining, with its name in its own scripts, what it is, and its owner at the time.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let stage = &props.stage;
    let explained = stage.story.entities.iter().filter(|entity| entity.kind != EntityKind::Region);
    html! {
        <dl class="glossary">
            {for explained.map(|entity| entry(entity, stage))}
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
