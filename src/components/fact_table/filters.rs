//! What narrows the table of facts down and hands it out: a field, filters, a count, files. All of it is hidden until a
//! script can answer it, but for the count and the files of all facts.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::columns::COLUMNS;
use super::{shown, slug, years};
use crate::components::RenderContext;
use crate::content::{Entity, EntityKind, Kind, Story, Verdict};
use crate::template::fill;

/// The controls above the table, what they leave of it, and its files.
pub fn facts_controls(ctx: &RenderContext) -> Html {
    let story = &ctx.story;
    let words = &story.ui.facts;
    let total = story.facts_in_order().count().to_string();
    let total = [("total", total.as_str())];
    html! {
        <>
            <search class="search">
                <label for="search">{&words.search}</label>
                <input
                    id="search"
                    name="q"
                    type="search"
                    data-action="search"
                    placeholder={story.ui.search.hint.clone()}
                    maxlength="100"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    aria-controls="facts"
                    aria-keyshortcuts="/"
                />
            </search>
            <div class="filters" role="group" aria-label={words.filters.clone()} data-action="filter">
                {filter("region", &words.region, regions(story), story)}
                {filter("entity", &words.entity, entities(story), story)}
                {filter("kind", &words.kind, kinds(story), story)}
                {filter("year", &words.year, all_years(story), story)}
                {filter("verdict", &words.verdict, verdicts(story), story)}
                {select("view", &words.view, &words.table, html! { <option value="cards">{&words.cards}</option> })}
                {sort_field()}
            </div>
            <div class="shown">
                <p>
                    <span data-facts="count" data-pattern={fill(&words.count, &total)}>{fill(&words.all, &total)}</span>
                    <button type="button" data-facts="clear" hidden=true>{&words.clear}</button>
                </p>
                <p>{&words.whole}{file("csv", "facts", ctx)}{file("json", "facts", ctx)}</p>
                <p data-action="download">{&words.shown}{file("csv", "facts-shown", ctx)}{file("json", "facts-shown", ctx)}</p>
            </div>
            <p data-facts="none" hidden=true>{&words.none}</p>
            <p class="visually-hidden" role="status" data-facts="status"></p>
        </>
    }
}

/// A file of facts, and what it is saved as.
fn file(ending: &str, name: &str, ctx: &RenderContext) -> Html {
    html! { <>{" "}<a href={ctx.links.facts_file(ending)} download={format!("{name}.{ending}")}>{ending.to_uppercase()}</a></> }
}

fn filter(name: &'static str, label: &str, options: Html, story: &Story) -> Html {
    select(name, label, &story.ui.facts.any, options)
}

fn select(name: &'static str, label: &str, usual: &str, options: Html) -> Html {
    html! { <label>{label}<select {name}><option value="">{usual}</option>{options}</select></label> }
}

fn option(value: &str, label: &str) -> Html {
    html! { <option value={value.to_owned()}>{label}</option> }
}

/// What the heads of the columns set: a column, or against its order.
fn sort_field() -> Html {
    let ways =
        COLUMNS.into_iter().flat_map(|column| [column.word().to_owned(), format!("-{}", column.word())]);
    html! {
        <select name="sort" hidden=true>
            <option value=""></option>
            {for ways.map(|way| html! { <option>{way}</option> })}
        </select>
    }
}

fn regions(story: &Story) -> Html {
    let told =
        story.sections.iter().filter(|section| !(section.cards.is_empty() && section.prose_facts.is_empty()));
    told.map(|section| option(&section.id, &section.region)).collect()
}

/// Whoever a row names but countries, by name; with the names in other scripts, which the field finds them by too.
fn entities(story: &Story) -> Html {
    let mut named: Vec<&Entity> = story.facts_in_order().flat_map(|at| shown(at, story)).collect();
    named.retain(|entity| entity.kind != EntityKind::Region);
    named.sort_by_key(|entity| (entity.name.to_lowercase(), &entity.id));
    named.dedup_by_key(|entity| &entity.id);
    let options = named.into_iter().map(|Entity { id, name, scripts, .. }| {
        let scripts: Vec<_> = scripts.values().map(String::as_str).collect();
        let names = (!scripts.is_empty()).then(|| scripts.join("|"));
        html! { <option value={id.clone()} data-names={names}>{name}</option> }
    });
    options.collect()
}

fn kinds(story: &Story) -> Html {
    let told: BTreeSet<_> = story.facts_in_order().map(|at| story[at].kind).collect();
    let told = told.into_iter().map(|kind: Kind| option(&slug(kind.word()), story.ui.facts.kind_of(kind)));
    told.collect()
}

fn all_years(story: &Story) -> Html {
    let told: BTreeSet<_> = story.facts_in_order().flat_map(|at| years(at, story)).collect();
    told.into_iter().map(|year| option(&year.to_string(), &year.to_string())).collect()
}

fn verdicts(story: &Story) -> Html {
    let told: BTreeSet<_> = story.facts_in_order().filter_map(|at| story[at].verdict).collect();
    told.into_iter()
        .map(|verdict: Verdict| option(&slug(verdict.word()), story.ui.verdict(verdict)))
        .collect()
}
