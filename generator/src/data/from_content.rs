//! Builds a fact's data from the content. Missing fields are `null`.

use chuhai::content::text::plain;
use chuhai::content::{Amount, Fact, FactRef, Reference, Story};
use chuhai::routes::Page;
use serde_json::Number;

use super::fact::{FactData, FigureData, Licence, ReferenceData, SectionData, VerdictData};

impl Licence {
    /// The licence of the story's text.
    pub fn new(story: &Story) -> Self {
        Self { name: story.ui.licence_name.clone(), address: story.ui.licence_url.clone() }
    }
}

impl FactData {
    /// The data of a fact.
    pub fn new(fact_ref: FactRef, story: &Story, site_url: &str) -> Self {
        let fact = &story[fact_ref];
        let page = Page::Fact(fact_ref);
        Self {
            schema: None,
            id: fact.id.clone(),
            address: format!("{site_url}{}", page.path(story)),
            in_story: format!("{site_url}#{}", fact.id),
            image: page.image(story).map(|file| format!("{site_url}{file}")),
            section: section(fact, story, site_url),
            title: fact.title.clone(),
            kind: fact.kind,
            card: story.has_own_card(fact_ref),
            stands_on: fact.parent_card.map(|card| story[card].id.clone()),
            figure: figure(fact),
            date: fact.date.to_string(),
            precision: precision(fact),
            date_from: fact.date_range.map(|(from, _)| from.to_string()),
            date_to: fact.date_range.map(|(_, to)| to.to_string()),
            when: story.display_date(fact),
            entities: fact.entities.iter().map(|entity| story[*entity].clone()).collect(),
            era: fact.era,
            verdict: fact.verdict.map(|verdict| VerdictData {
                word: verdict,
                label: story.ui.verdict_label(verdict).to_owned(),
            }),
            why: non_empty(plain(&fact.why)),
            claim: plain(&fact.claim),
            adds: non_empty(plain(&fact.adds)),
            context: non_empty(plain(&fact.context)),
            yardstick: non_empty(plain(&fact.yardstick)),
            notes: fact.notes.iter().map(|note| plain(note)).collect(),
            article: story.source_article_credit(fact),
            references: fact.references.iter().map(|cited| reference(&story[*cited], story)).collect(),
            records: fact.records.iter().map(|record| story[*record].clone()).collect(),
            licence: Licence::new(story),
        }
    }
}

fn section(fact: &Fact, story: &Story, site_url: &str) -> SectionData {
    let section = &story[fact.section];
    SectionData {
        id: section.id.clone(),
        title: section.title.clone(),
        region: section.short_name.clone(),
        address: format!("{site_url}{}", Page::Section(fact.section).path(story)),
    }
}

fn figure(fact: &Fact) -> Option<FigureData> {
    let figure = fact.figure.as_ref()?;
    let (value, from, to) = match figure.amount {
        Amount::Value(value) => (number(value), None, None),
        Amount::Range { from, to } => (None, number(from), number(to)),
    };
    Some(FigureData {
        text: figure.text.clone(),
        value,
        from,
        to,
        unit: figure.unit.clone(),
        measure: figure.measure,
        currency: figure.currency.clone(),
        qualifier: figure.qualifier,
        stated_by: figure.stated_by,
        derived: figure.derived.clone(),
    })
}

/// A JSON number, without a decimal point if it is whole.
fn number(value: f64) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return Some(Number::from(value as i64));
    }
    Number::from_f64(value)
}

fn precision(fact: &Fact) -> &'static str {
    match (fact.date.month, fact.date.day) {
        (_, Some(_)) => "day",
        (Some(_), None) => "month",
        (None, None) => "year",
    }
}

fn reference(reference: &Reference, story: &Story) -> ReferenceData {
    ReferenceData {
        id: reference.id.clone(),
        number: reference.number,
        title: reference.title.clone(),
        outlet: reference.outlet.clone(),
        outlet_script: reference.outlet_script.clone(),
        printed_date: reference.printed_date.clone(),
        likely_date: reference.likely_date.clone(),
        basis: story.ui.inferred.clone(),
    }
}

fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
