//! The props of the fact table's controls, with the filter options that occur in the facts.

use std::collections::BTreeSet;

use super::FactTableControlsProps;
use super::columns::COLUMNS;
use super::controls::DownloadFile;
use super::query::{SelectField, SelectOption, TableOptions};
use super::table::{listed_entities, slug, years};
use crate::components::RenderContext;
use crate::components::search::normalize::normalize;
use crate::content::{ClaimKind, Entity, EntityKind, Story, Verdict};
use crate::routes::{FACTS_CSV, FACTS_JSON};
use crate::template::fill;

/// The props of the controls.
pub fn fact_table_controls_props(ctx: &RenderContext) -> FactTableControlsProps {
    let story = &ctx.story;
    let text = &story.ui.facts;
    let total = story.facts_in_order().count().to_string();
    let total = [("total", total.as_str())];
    let filter = |name: &str, label: &str, options| field(name, label, &text.any, options);
    let filters = vec![
        filter("region", &text.region, regions(story)),
        filter("entity", &text.entity, entities(story)),
        filter("kind", &text.kind, kinds(story)),
        filter("year", &text.year, all_years(story)),
        filter("verdict", &text.verdict, verdicts(story)),
    ];
    let view = field("view", &text.view, &text.table, vec![option("cards", &text.cards)]);
    let columns = COLUMNS.into_iter().map(|column| column.as_str().to_owned()).collect();
    let file = |(file, extension): (&str, &str)| DownloadFile {
        href: ctx.links.facts_file(file),
        name: format!("facts-shown.{extension}"),
        label: extension.to_uppercase(),
    };
    FactTableControlsProps {
        search_label: text.search.clone(),
        search_placeholder: story.ui.search.hint().to_string(),
        filters_label: text.filters.clone(),
        fields: TableOptions { filters, view, columns },
        total_label: fill(&text.all, &total),
        count_template: fill(&text.count, &total),
        empty_label: text.none.clone(),
        clear_label: text.clear.clone(),
        download_label: text.download_results.clone(),
        download_failed: text.failed.clone(),
        files: [(FACTS_CSV, "csv"), (FACTS_JSON, "json")].map(file).into(),
    }
}

fn field(name: &str, label: &str, default_label: &str, options: Vec<SelectOption>) -> SelectField {
    SelectField {
        name: name.to_owned(),
        label: label.to_owned(),
        default_label: default_label.to_owned(),
        options,
    }
}

fn option(value: &str, label: &str) -> SelectOption {
    SelectOption { value: value.to_owned(), label: label.to_owned(), names: Vec::new() }
}

fn regions(story: &Story) -> Vec<SelectOption> {
    let sections =
        story.sections.iter().filter(|section| !(section.cards.is_empty() && section.prose_facts.is_empty()));
    sections.map(|section| option(&section.id, &section.short_name)).collect()
}

/// The entities that rows list, except regions, in alphabetical order. The search finds their names in other scripts
/// too.
fn entities(story: &Story) -> Vec<SelectOption> {
    let mut named: Vec<&Entity> =
        story.facts_in_order().flat_map(|fact| listed_entities(fact, story)).collect();
    named.retain(|entity| entity.kind != EntityKind::Region);
    named.sort_by_key(|entity| (normalize(&entity.name), &entity.id));
    named.dedup_by_key(|entity| &entity.id);
    let options = named.into_iter().map(|Entity { id, name, scripts, aliases, .. }| SelectOption {
        names: scripts.values().chain(aliases).cloned().collect(),
        ..option(id, name)
    });
    options.collect()
}

fn kinds(story: &Story) -> Vec<SelectOption> {
    let kinds: BTreeSet<_> = story.facts_in_order().map(|fact| story[fact].kind).collect();
    kinds
        .into_iter()
        .map(|kind: ClaimKind| option(&slug(kind.as_str()), story.ui.facts.kind_label(kind)))
        .collect()
}

fn all_years(story: &Story) -> Vec<SelectOption> {
    let years: BTreeSet<_> = story.facts_in_order().flat_map(|fact| years(fact, story)).collect();
    years.into_iter().map(|year| option(&year.to_string(), &year.to_string())).collect()
}

fn verdicts(story: &Story) -> Vec<SelectOption> {
    let verdicts: BTreeSet<_> = story.facts_in_order().filter_map(|fact| story[fact].verdict).collect();
    verdicts
        .into_iter()
        .map(|verdict: Verdict| option(&slug(verdict.as_str()), story.ui.verdict_label(verdict)))
        .collect()
}
