//! The fact table: one row per fact, with its filter tags and sort ranks.

use yew::prelude::*;

use super::columns::{self, COLUMNS, Column};
use crate::components::RenderContext;
use crate::components::fact_card::figure as fact_figure;
use crate::components::render_context::anchors;
use crate::content::{Entity, EntityKind, FactRef, Story, Verdict};
use crate::routes::{FACTS_CSV, FACTS_JSON};
use crate::template::fill;

/// All facts: first those with a figure, then the others, each in reading order.
pub fn facts_table(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let (with_figure, without): (Vec<_>, Vec<_>) =
        story.facts_in_order().partition(|fact| story[*fact].figure.is_some());
    let facts = [with_figure, without].concat();
    let ranks = columns::ranks(&facts, story);
    html! {
        <table id="facts" aria-label={story.ui.facts.title.clone()}>
            <thead><tr>{for COLUMNS.into_iter().map(|column| column_header(column, story))}</tr></thead>
            <tbody>{for facts.iter().zip(ranks).map(|(fact, ranks)| row(*fact, ranks, ctx))}</tbody>
        </table>
    }
}

fn column_header(column: Column, story: &Story) -> Html {
    let label = column.label(&story.ui);
    html! {
        // Without the label, screen readers repeat the button's text for every cell of the column.
        <th scope="col" data-column={column.as_str()} aria-label={label.to_owned()}>
            {label}
            <button type="button" data-action="sort">
                <span class="visually-hidden">{fill(&story.ui.facts.sort, &[("column", label)])}</span>
            </button>
        </th>
    }
}

fn row(fact_ref: FactRef, ranks: String, ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let fact = &story[fact_ref];
    let section = &story[fact.section];
    let names: Vec<_> = listed_entities(fact_ref, story).iter().map(|entity| entity.name.as_str()).collect();
    html! {
        <tr data-section={section.id.clone()} data-tags={tags(fact_ref, story)} data-ranks={ranks}>
            <th scope="row">
                {anchors(story.fact_ids(fact_ref))}<a href={ctx.links.fact_page(fact_ref)}>{&fact.title}</a>
            </th>
            <td>{for fact.figure.as_ref().map(|shown| fact_figure(shown, &story.ui))}</td>
            <td>{names.join(", ")}</td>
            <td class="section-name">{&section.short_name}</td>
            <td>{story.ui.facts.kind_label(fact.kind)}</td>
            <td><time datetime={fact.date.to_string()}>{story.display_date(fact)}</time></td>
            <td class={fact.verdict.map(|_| "verdict")} data-verdict={fact.verdict.map(Verdict::as_str)}>
                {for fact.verdict.map(|verdict| story.ui.verdict_label(verdict).to_owned())}
            </td>
        </tr>
    }
}

/// The entities that a row lists. Leaves out regions unless there are no others.
pub(super) fn listed_entities(fact: FactRef, story: &Story) -> Vec<&Entity> {
    let all = || story[fact].entities.iter().map(|entity| &story[*entity]);
    let named: Vec<_> = all().filter(|entity| entity.kind != EntityKind::Region).collect();
    if named.is_empty() { all().take(1).collect() } else { named }
}

/// The fact's tags: the value of each filter, as in the URL.
fn tags(fact_ref: FactRef, story: &Story) -> String {
    let fact = &story[fact_ref];
    let mut tags =
        vec![format!("region={}", story[fact.section].id), format!("kind={}", slug(fact.kind.as_str()))];
    tags.extend(fact.verdict.map(|verdict| format!("verdict={}", slug(verdict.as_str()))));
    tags.extend(years(fact_ref, story).iter().map(|year| format!("year={year}")));
    let entities = fact.entities.iter().map(|entity| &story[*entity]);
    tags.extend(entities.map(|entity| format!("entity={}", entity.id)));
    tags.join(" ")
}

/// The years of a fact: that of its date, or the first and last of its period.
pub(super) fn years(fact_ref: FactRef, story: &Story) -> Vec<u16> {
    let fact = &story[fact_ref];
    let (first, last) = fact.period();
    let mut years = vec![fact.date.year, first.year, last.year];
    years.sort_unstable();
    years.dedup();
    years
}

/// A word of content files as a part of a URL.
pub(super) fn slug(word: &str) -> String {
    word.replace(' ', "-")
}

/// The links to the files of all facts.
pub fn download_all_links(ctx: &RenderContext) -> Html {
    let link = |file: &'static str, format: &'static str| {
        html! { <>{" "}<a href={ctx.links.facts_file(file)} download={file}>{format}</a></> }
    };
    html! {
        <p class="files">{&ctx.story.ui.facts.download_all}{link(FACTS_CSV, "CSV")}{link(FACTS_JSON, "JSON")}</p>
    }
}
