//! The fact card: what a fact says at a glance, and behind a native `<details>` what it adds and where it comes from.
//! Never sets `open` after the first render: the DOM alone knows which cards are open.

use yew::prelude::*;

use super::Level;
use crate::components::RenderContext;
use crate::components::article::prose;
use crate::components::embed_dialog::embed_control;
use crate::components::render_context::legacy_anchors;
use crate::components::share::{cite_control, share_control};
use crate::content::text::Inline;
use crate::content::{Fact, FactRef, Figure, Qualifier, RecordRef, Verdict};
use crate::template::fill;

/// What a card shows.
#[derive(Properties, PartialEq)]
pub struct FactCardProps {
    /// The story and its addresses.
    pub ctx: RenderContext,
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
    let FactCardProps { ctx, fact: at, level, open, framed } = props;
    let fact = &ctx.story[*at];
    let words = &ctx.story.ui;
    // A page of one fact has no prose beside it that makes the claim.
    let whole = *level == Level::One;
    let apart = *framed && !(fact.context.is_empty() && fact.notes.is_empty());
    // Browsers keep one open of those that share a name.
    let name = apart.then(|| AttrValue::from(fact.id.clone()));
    html! {
        <article class="fact" id={fact.id.clone()}>
            {legacy_anchors(ctx.story.fact_aliases(*at))}
            {for fact.takes_in.iter().map(|other| html! {
                <>
                    {legacy_anchors(ctx.story.fact_aliases(*other))}
                    <span id={ctx.story[*other].id.clone()}></span>
                </>
            })}
            {heading(*level, &fact.title)}
            {for fact.figure.as_ref().map(figure)}
            {meta(fact, ctx)}
            <details data-fact={fact.id.clone()} open={*open} name={name.clone()}>
                <summary>{&words.evidence}<span class="visually-hidden">{": "}{&fact.title}</span></summary>
                <div class="fact-body">
                    if whole || fact.adds.is_empty() { <p class="claim">{prose(&fact.claim, ctx)}</p> }
                    if !fact.adds.is_empty() { <p class="adds">{prose(&fact.adds, ctx)}</p> }
                    {derived(fact, ctx)}
                    <dl>
                        {part(words.verdict_of(fact), &fact.why, ctx)}
                        if whole && !apart { {part(&words.context, &fact.context, ctx)} }
                        {part(&words.yardstick, &fact.yardstick, ctx)}
                        if !apart { {notes(fact, ctx)} }
                        <dt>{&words.sources}</dt>
                        <dd>{sources(fact, ctx)}</dd>
                        {taken_in(fact, ctx)}
                        <dt>{&words.address}</dt>
                        <dd class="permalink-row">
                            <a class="permalink" href={ctx.links.fact_page(*at)}>{ctx.links.fact_address(*at)}</a>
                            if ctx.shares { {cite_control(&words.share)}{embed_control(&words.embed)} }
                        </dd>
                    </dl>
                </div>
            </details>
            if apart { <details {name}>{background(fact, ctx)}</details> }
            if ctx.shares { {share_control(&words.share)} }
        </article>
    }
}

/// Context and notes by themselves.
fn background(fact: &Fact, ctx: &RenderContext) -> Html {
    let words = &ctx.story.ui;
    html! {
        <>
            <summary>{&words.background}<span class="visually-hidden">{": "}{&fact.title}</span></summary>
            <div class="fact-body">
                <dl>{part(&words.context, &fact.context, ctx)}{notes(fact, ctx)}</dl>
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
pub(crate) fn figure(figure: &Figure) -> Html {
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

fn meta(fact: &Fact, ctx: &RenderContext) -> Html {
    let words = &ctx.story.ui;
    let entity = fact.entities.first().map(|entity| ctx.story[*entity].name.clone());
    let when = ctx.story.when(fact);
    html! {
        <ul class="meta">
            {for entity.map(|name| html! { <li>{name}</li> })}
            <li><time datetime={fact.date.to_string()}>{when}</time></li>
            <li class="verdict" data-verdict={fact.verdict.map(Verdict::word)}>{words.verdict_of(fact)}</li>
        </ul>
    }
}

fn derived(fact: &Fact, ctx: &RenderContext) -> Html {
    let sum = fact.figure.as_ref().and_then(|figure| figure.derived.as_deref());
    match sum {
        Some(sum) => html! { <p class="derivation">{fill(&ctx.story.ui.derived, &[("sum", sum)])}</p> },
        None => Html::default(),
    }
}

fn part(name: &str, text: &[Inline], ctx: &RenderContext) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <><dt>{name}</dt><dd>{prose(text, ctx)}</dd></> }
}

fn notes(fact: &Fact, ctx: &RenderContext) -> Html {
    if fact.notes.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{&ctx.story.ui.notes}</dt>
            {for fact.notes.iter().map(|note| html! { <dd>{prose(note, ctx)}</dd> })}
        </>
    }
}

fn sources(fact: &Fact, ctx: &RenderContext) -> Html {
    let words = &ctx.story.ui;
    html! {
        <ul class="sources">
            if fact.era.is_none() { <li>{&words.the_article}</li> }
            {for fact.references.iter().map(|at| {
                let reference = &ctx.story[*at];
                html! {
                    <li>
                        <a href={ctx.links.reference(*at)}>{format!("[{}]", reference.number)}</a>
                        {" "}{&reference.outlet}{" ("}{&words.inferred}{")"}
                    </li>
                }
            })}
            {for fact.records.iter().map(|at| record(*at, ctx))}
        </ul>
    }
}

/// The pages of the facts that stand on the card.
fn taken_in(fact: &Fact, ctx: &RenderContext) -> Html {
    if fact.takes_in.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{&ctx.story.ui.takes_in}</dt>
            <dd><ul class="sources">
                {for fact.takes_in.iter().map(|at| html! {
                    <li><a href={ctx.links.fact_page(*at)}>{&ctx.story[*at].title}</a></li>
                })}
            </ul></dd>
        </>
    }
}

fn record(at: RecordRef, ctx: &RenderContext) -> Html {
    let record = &ctx.story[at];
    let date = record.date.as_ref().map(|date| format!(", {date}"));
    html! {
        <li>
            <a href={ctx.links.record(at)}>{&record.id}{" "}{&record.outlet}</a>{for date}
        </li>
    }
}
