//! The fact card: a summary row, and the details in a native `<details>`.

use yew::prelude::*;

use crate::components::RenderContext;
use crate::components::article::{insert_no_break_spaces_in_calculations, plain_text, prose};
use crate::components::embed_dialog::embed_control;
use crate::components::render_context::anchors;
use crate::components::share::{cite_control, share_control};
use crate::content::text::Inline;
use crate::content::{Fact, FactRef, Figure, RecordRef};
use crate::routes::Page;
use crate::template::fill;
use crate::ui_text::UiText;

/// A fact as a card. Its heading is before the `<details>`, because some screen readers ignore headings inside a
/// `<summary>` (FreedomScientific/standards-support#105). On the fact's page it is open; in the fact's embed, closed.
pub(crate) fn fact_card(fact_ref: FactRef, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[fact_ref];
    let ui = &ctx.story.ui;
    // On the fact's page no prose states the claim.
    let is_own_page = ctx.shows(Page::Fact(fact_ref));
    let open = ctx.page == Page::Fact(fact_ref);
    let tag = if is_own_page { "h1" } else { ctx.title_tag() };
    let verdict = fact.verdict.map(|verdict| format!(", {}", ui.verdict_label(verdict)));
    html! {
        <article class="fact">
            {for [fact_ref].iter().chain(&fact.merged_facts).map(|shown| anchors(ctx.story.fact_ids(*shown)))}
            <div class="fact-header">
                {for fact.figure.as_ref().map(|shown| figure(shown, ui))}
                <@{tag} class="fact-title">{verdict_disc(fact, is_own_page)}{&fact.title}</@>
                if is_own_page { {verdict_line(fact, ui)} }
            </div>
            <details data-fact={fact.id.clone()} {open}>
                <summary><span class="visually-hidden">{&ui.details}{": "}{&fact.title}{for verdict}</span></summary>
                <div class="fact-body">
                    {verdict_and_time(fact_ref, is_own_page, ctx)}
                    if is_own_page || fact.adds.is_empty() { <p class="claim">{prose(&fact.claim, ctx)}</p> }
                    if !fact.why.is_empty() { <p class="why">{prose(&fact.why, ctx)}</p> }
                    if !fact.adds.is_empty() { <p class="adds">{prose(&fact.adds, ctx)}</p> }
                    {derivation(fact, ctx)}
                    <dl>
                        if is_own_page { {definition(&ui.context, &fact.context, ctx)} }
                        {definition(&ui.yardstick, &fact.yardstick, ctx)}
                        {notes(fact, ctx)}
                        if ctx.story.has_sources(fact) { <dt>{&ui.sources}</dt><dd>{sources(fact, ctx)}</dd> }
                        {merged_facts(fact, is_own_page, ctx)}
                    </dl>
                    <p class="fact-actions">
                        <a class="permalink" href={ctx.links.fact_page(fact_ref)}>{&ui.fact_page_link}</a>
                        if ctx.page.is_shareable() {
                            {share_control(&ui.share)}{cite_control(&ui.share)}{embed_control(&ui.embed)}
                        }
                    </p>
                </div>
            </details>
        </article>
    }
}

/// The verdict in words, on the fact's page and in its embed.
fn verdict_line(fact: &Fact, ui: &UiText) -> Html {
    let Some(verdict) = fact.verdict else { return Html::default() };
    html! { <p class="verdict" data-verdict={verdict.as_str()}>{ui.verdict_label(verdict)}</p> }
}

/// The verdict's icon before the claim that it judges: a full, half, empty or crossed disc. The open card and the fact's
/// page have the verdict in words.
fn verdict_disc(fact: &Fact, is_own_page: bool) -> Html {
    let Some(verdict) = fact.verdict.filter(|_| !is_own_page) else { return Html::default() };
    html! { <span class="verdict-disc" data-verdict={verdict.as_str()} aria-hidden="true"></span> }
}

/// A figure: qualifier, number and unit.
pub(crate) fn figure(figure: &Figure, ui: &UiText) -> Html {
    let (limit, number) = ui.split_qualifier(figure);
    html! {
        <p class="figure">
            <span class="number">
                if !limit.is_empty() { <span class="qualifier">{limit}{" "}</span> }
                {number}
            </span>
            {" "}<span class="unit">{&figure.unit}</span>
        </p>
    }
}

/// The verdict, unless the row states it; the main entity; the date.
fn verdict_and_time(fact_ref: FactRef, is_own_page: bool, ctx: &RenderContext) -> Html {
    let fact = &ctx.story[fact_ref];
    let ui = &ctx.story.ui;
    let entity = fact.entities.first().map(|entity| ctx.story[*entity].name.clone());
    html! {
        <ul class="meta">
            {for fact.verdict.filter(|_| !is_own_page).map(|verdict| html! {
                <li class="verdict" data-verdict={verdict.as_str()}>{ui.verdict_label(verdict)}</li>
            })}
            {for entity.map(|name| html! { <li>{name}</li> })}
            <li><time datetime={fact.date.to_string()}>{ctx.story.display_date(fact)}</time></li>
        </ul>
    }
}

fn derivation(fact: &Fact, ctx: &RenderContext) -> Html {
    let derived = fact.figure.as_ref().and_then(|figure| figure.derived.as_deref());
    let Some(derived) = derived else { return Html::default() };
    let label = fill(&ctx.story.ui.derived, &[("sum", derived)]);
    html! { <p class="derivation">{insert_no_break_spaces_in_calculations(&label)}</p> }
}

fn definition(name: &str, text: &[Inline], ctx: &RenderContext) -> Html {
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
    let ui = &ctx.story.ui;
    html! {
        <ul class="sources">
            {for ctx.story.source_article_credit(fact).map(|article| html! { <li>{article}{" "}</li> })}
            {for fact.references.iter().map(|reference_ref| {
                let reference = &ctx.story[*reference_ref];
                let href = ctx.links.reference(*reference_ref);
                let target = ctx.links.target(&href);
                html! {
                    <li>
                        <a {href} {target}>{format!("[{}]", reference.number)}</a>
                        {" "}{plain_text(&reference.outlet, ctx)}{" ("}{&ui.inferred}{") "}
                    </li>
                }
            })}
            {for fact.records.iter().map(|record_ref| record(*record_ref, ctx))}
        </ul>
    }
}

fn record(record_ref: RecordRef, ctx: &RenderContext) -> Html {
    let record = &ctx.story[record_ref];
    let date = record.date.as_ref().map(|date| format!(", {date}"));
    let href = ctx.links.record(record_ref);
    let target = ctx.links.target(&href);
    html! {
        <li>
            <a {href} {target}>{&record.id}{" "}{plain_text(&record.outlet, ctx)}</a>{for date}{" "}
        </li>
    }
}

/// The merged facts; on the fact's page as links. In the story, so many links would make reading views take the passage
/// for navigation and remove it.
fn merged_facts(fact: &Fact, is_own_page: bool, ctx: &RenderContext) -> Html {
    if fact.merged_facts.is_empty() {
        return Html::default();
    }
    let titles = || fact.merged_facts.iter().map(|merged| ctx.story[*merged].title.as_str());
    html! {
        <>
            <dt>{&ctx.story.ui.merged_facts}</dt>
            if is_own_page {
                <dd><ul class="merged-facts">
                    {for fact.merged_facts.iter().map(|merged| html! {
                        <li><a href={ctx.links.fact_page(*merged)}>{&ctx.story[*merged].title}</a></li>
                    })}
                </ul></dd>
            } else {
                <dd class="merged-facts">{titles().collect::<Vec<_>>().join(" · ")}</dd>
            }
        </>
    }
}
