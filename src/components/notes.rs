//! What the notes list: facts told without a card, and rows left out. Knows nothing of the sources.

use yew::prelude::*;

use super::pause::with_pauses;
use super::{Stage, former, prose};
use crate::content::{Delight, FactRef, Section};

/// What a list of the notes is made from.
#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// The story and its addresses.
    pub stage: Stage,
    /// Whether the notes are a page of their own.
    #[prop_or_default]
    pub alone: bool,
}

/// The facts that the prose alone tells, by section, each with its verdict: the prose has the claim, and links here.
#[component]
pub fn Told(props: &NotesProps) -> Html {
    let stage = &props.stage;
    let sections = stage.story.sections.iter().filter(|section| !section.told.is_empty());
    with_pauses(SECTIONS, sections.map(|section| told_in(section, stage, props.alone)))
}

/// As many sections' facts as are read without a pause.
const SECTIONS: usize = 8;

fn told_in(section: &Section, stage: &Stage, alone: bool) -> Html {
    html! {
        <>
            if alone { <h3>{&section.region}</h3> } else { <h4>{&section.region}</h4> }
            <ul class="told">{for section.told.iter().map(|fact| told(*fact, stage, alone))}</ul>
        </>
    }
}

/// A fact's title and verdict; on the page of the notes also what we note of it.
fn told(at: FactRef, stage: &Stage, alone: bool) -> Html {
    let fact = &stage.story[at];
    html! {
        <li id={fact.id.clone()}>
            {former(stage.story.fact_aliases(at))}
            <a href={stage.links.fact_page(at)}>{&fact.title}</a>{". "}
            <span class="note">
                {for fact.notes.iter().filter(|_| alone).map(|note| html! { <>{prose(note, stage)}{" "}</> })}
                {stage.story.ui.verdict_of(fact)}{"."}
            </span>
        </li>
    }
}

/// Phrases that a machine translated word for word: as written, as the machine has them, and what they mean.
#[component]
pub fn Phrases(props: &NotesProps) -> Html {
    let stage = &props.stage;
    let phrases = stage.story.delights.iter().flat_map(|delights| &delights.phrases);
    html! {
        <ul class="phrases">
            {for phrases.map(|Delight { original, machine, means }| html! {
                <li><b>{prose(original, stage)}</b>{" "}<i>{machine}</i>{". "}{prose(means, stage)}</li>
            })}
        </ul>
    }
}

/// The rows of the ledger that the article leaves out, each with its reason.
#[component]
pub fn Omissions(props: &NotesProps) -> Html {
    html! {
        <ul class="omissions">
            {for props.stage.story.omissions.iter().map(|row| html! {
                <li><code>{&row.id}</code>{": "}{&row.reason}</li>
            })}
        </ul>
    }
}
