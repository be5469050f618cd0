//! The fact card: what a fact says at a glance, and behind a native `<details>` what it adds and where it comes from.
//! Never sets `open` after the first render: the DOM alone knows which cards are open.

use yew::prelude::*;

use super::embed_dialog::embed_control;
use super::share::{cite_control, share_control};
use super::{Stage, former, prose};
use crate::content::text::Inline;
use crate::content::{Fact, FactRef, Figure, Qualifier, RecordRef, Verdict};
use crate::pattern::fill;

/// Which heading a card's title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The page's own heading.
    One,
    /// Below the page's heading.
    Two,
    /// Below a section's heading.
    Three,
}

/// What a card shows.
#[derive(Properties, PartialEq)]
pub struct FactCardProps {
    /// The story and its addresses.
    pub stage: Stage,
    /// The fact.
    pub fact: FactRef,
    /// Which heading its title is.
    pub level: Level,
    /// Whether it is open from the start.
    #[prop_or_default]
    pub open: bool,
    /// Whether it stands in a frame, where height is scarce: context and notes then open in place of the evidence.
    #[prop_or_default]
    pub framed: bool,
}

/// A fact as a card. Its heading stands before the `<details>`, because some screen readers drop headings
/// inside a `<summary>` (FreedomScientific/standards-support#105).
#[component]
pub fn FactCard(props: &FactCardProps) -> Html {
    let FactCardProps { stage, fact: at, level, open, framed } = props;
    let fact = &stage.story[*at];
    let words = &stage.story.ui;
    // A page of one fact has no prose beside it that makes the claim.
    let whole = *level == Level::One;
    let apart = *framed && !(fact.context.is_empty() && fact.notes.is_empty());
    // Browsers keep one open of those that share a name.
    let name = apart.then(|| AttrValue::from(fact.id.clone()));
    html! {
        <article class="fact" id={fact.id.clone()}>
            {former(stage.story.fact_aliases(*at))}
            {for fact.takes_in.iter().map(|other| html! {
                <>
                    {former(stage.story.fact_aliases(*other))}
                    <span id={stage.story[*other].id.clone()}></span>
                </>
            })}
            {heading(*level, &fact.title)}
            {for fact.figure.as_ref().map(figure)}
            {meta(fact, stage)}
            <details data-fact={fact.id.clone()} open={*open} name={name.clone()}>
                <summary>{&words.evidence}<span class="unseen">{": "}{&fact.title}</span></summary>
                <div class="fact-body">
                    if whole || fact.adds.is_empty() { <p class="claim">{prose(&fact.claim, stage)}</p> }
                    if !fact.adds.is_empty() { <p class="adds">{prose(&fact.adds, stage)}</p> }
                    {derived(fact, stage)}
                    <dl>
                        {part(words.verdict_of(fact), &fact.why, stage)}
                        if whole && !apart { {part(&words.context, &fact.context, stage)} }
                        {part(&words.yardstick, &fact.yardstick, stage)}
                        if !apart { {notes(fact, stage)} }
                        <dt>{&words.sources}</dt>
                        <dd>{sources(fact, stage)}</dd>
                        {taken_in(fact, stage)}
                        <dt>{&words.address}</dt>
                        <dd class="place">
                            <a class="address" href={stage.links.fact_page(*at)}>{stage.links.fact_address(*at)}</a>
                            if stage.shares { {cite_control(&words.share)}{embed_control(&words.embed)} }
                        </dd>
                    </dl>
                </div>
            </details>
            if apart { <details {name}>{background(fact, stage)}</details> }
            if stage.shares { {share_control(&words.share)} }
        </article>
    }
}

/// Context and notes by themselves.
fn background(fact: &Fact, stage: &Stage) -> Html {
    let words = &stage.story.ui;
    html! {
        <>
            <summary>{&words.background}<span class="unseen">{": "}{&fact.title}</span></summary>
            <div class="fact-body">
                <dl>{part(&words.context, &fact.context, stage)}{notes(fact, stage)}</dl>
            </div>
        </>
    }
}

fn heading(level: Level, title: &str) -> Html {
    match level {
        Level::One => html! { <h1 class="fact-title">{title}</h1> },
        Level::Two => html! { <h2 class="fact-title">{title}</h2> },
        Level::Three => html! { <h3 class="fact-title">{title}</h3> },
    }
}

/// A figure: what limits it, its number, what is counted.
pub(super) fn figure(figure: &Figure) -> Html {
    let Figure { text, unit, qualifier, .. } = figure;
    let limit = qualifier.map(Qualifier::word).filter(|word| text.starts_with(word)).unwrap_or_default();
    let number = text.strip_prefix(limit).unwrap_or(text).trim_start();
    html! {
        <p class="figure">
            <span class="number">
                if !limit.is_empty() { <span class="qualifier">{limit}{" "}</span> }
                {number}
            </span>
            {" "}<span class="unit">{unit}</span>
        </p>
    }
}

fn meta(fact: &Fact, stage: &Stage) -> Html {
    let words = &stage.story.ui;
    let entity = fact.entities.first().map(|entity| stage.story[*entity].name.clone());
    let when = stage.story.when(fact);
    html! {
        <ul class="meta">
            {for entity.map(|name| html! { <li>{name}</li> })}
            <li><time datetime={fact.date.to_string()}>{when}</time></li>
            <li class="verdict" data-verdict={fact.verdict.map(Verdict::word)}>{words.verdict_of(fact)}</li>
        </ul>
    }
}

fn derived(fact: &Fact, stage: &Stage) -> Html {
    let sum = fact.figure.as_ref().and_then(|figure| figure.derived.as_deref());
    match sum {
        Some(sum) => html! { <p class="sum">{fill(&stage.story.ui.derived, &[("sum", sum)])}</p> },
        None => Html::default(),
    }
}

fn part(name: &str, text: &[Inline], stage: &Stage) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <><dt>{name}</dt><dd>{prose(text, stage)}</dd></> }
}

fn notes(fact: &Fact, stage: &Stage) -> Html {
    if fact.notes.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{&stage.story.ui.notes}</dt>
            {for fact.notes.iter().map(|note| html! { <dd>{prose(note, stage)}</dd> })}
        </>
    }
}

fn sources(fact: &Fact, stage: &Stage) -> Html {
    let words = &stage.story.ui;
    html! {
        <ul class="sources">
            if fact.era.is_none() { <li>{&words.the_article}</li> }
            {for fact.references.iter().map(|at| {
                let reference = &stage.story[*at];
                html! {
                    <li>
                        <a href={stage.links.reference(*at)}>{format!("[{}]", reference.number)}</a>
                        {" "}{&reference.outlet}{" ("}{&words.inferred}{")"}
                    </li>
                }
            })}
            {for fact.records.iter().map(|at| record(*at, stage))}
        </ul>
    }
}

/// The pages of the facts that stand on the card.
fn taken_in(fact: &Fact, stage: &Stage) -> Html {
    if fact.takes_in.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{&stage.story.ui.takes_in}</dt>
            <dd><ul class="sources">
                {for fact.takes_in.iter().map(|at| html! {
                    <li><a href={stage.links.fact_page(*at)}>{&stage.story[*at].title}</a></li>
                })}
            </ul></dd>
        </>
    }
}

fn record(at: RecordRef, stage: &Stage) -> Html {
    let record = &stage.story[at];
    let date = record.date.as_ref().map(|date| format!(", {date}"));
    html! {
        <li>
            <a href={stage.links.record(at)}>{&record.id}{" "}{&record.outlet}</a>{for date}
        </li>
    }
}
