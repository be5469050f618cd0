//! The record of a fact. `facts.schema.json` is derived from these types: what is said of a field here is said there.

use std::collections::BTreeMap;

use chuhai::content::{ClaimKind, EntityKind, Era, Measure, OwnerRole, Qualifier, Verdict};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Number, json};

/// What an id looks like.
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9-]*$";

/// The words of one of content's enums.
fn words<T>(all: &[(&'static str, T)]) -> Vec<&'static str> {
    all.iter().map(|(word, _)| *word).collect()
}

/// The same words where the field may be `null`.
fn or_null(words: Vec<&'static str>) -> Vec<Option<&'static str>> {
    words.into_iter().map(Some).chain([None]).collect()
}

/// One claim with its figure, entity, time, sources and verdict.
#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize)]
#[schemars(rename = "fact", deny_unknown_fields)]
pub struct FactData {
    /// The id, which never changes its meaning.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The page.
    #[schemars(url)]
    pub address: String,
    /// The place in the story.
    #[schemars(url)]
    pub in_story: String,
    /// The picture for previews, 1200 by 630 pixels.
    #[schemars(url)]
    pub picture: Option<String>,
    /// The section that it belongs to.
    pub section: SectionData,
    /// The point, as a headline.
    pub title: String,
    /// What sort of claim it is.
    #[schemars(extend("enum" = words(ClaimKind::ALL)))]
    pub kind: &'static str,
    /// Whether the story shows it as a card.
    pub card: bool,
    /// The id of the fact on whose card it stands, if it has none of its own.
    #[schemars(regex(pattern = ID))]
    pub stands_on: Option<String>,
    /// The figure, where it has one.
    pub figure: Option<FigureData>,
    /// The time that it speaks of (ISO 8601), no more precise than is known.
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    pub date: String,
    /// How precise that time is.
    #[schemars(extend("enum" = ["year", "month", "day"]))]
    pub precision: &'static str,
    /// The same time as people read it.
    pub when: String,
    /// Whom it is about, the chief one first.
    #[schemars(length(min = 1))]
    pub entities: Vec<EntityData>,
    /// The time that it belongs to, if it is not the feature's own.
    #[schemars(extend("enum" = or_null(words(Era::ALL))))]
    pub era: Option<&'static str>,
    /// What the sources say of it; none for what cannot be checked.
    pub verdict: Option<VerdictData>,
    /// Why that is the verdict.
    pub why: Option<String>,
    /// The claim in our own words.
    pub claim: String,
    /// What its card says that the prose beside it does not.
    pub adds: Option<String>,
    /// What a reader needs to weigh it.
    pub context: Option<String>,
    /// A comparison that makes the size of its figure felt.
    pub yardstick: Option<String>,
    /// What we corrected or doubt.
    pub notes: Vec<String>,
    /// The feature that makes the claim, unless the fact came after it.
    pub article: Option<String>,
    /// Entries of the article's own list.
    pub references: Vec<ReferenceData>,
    /// Sources that we checked it against.
    pub records: Vec<RecordData>,
    /// The licence of the words.
    pub licence: Licence,
}

/// The section of the story that the fact belongs to.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "section", deny_unknown_fields)]
pub struct SectionData {
    /// The id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The title.
    pub title: String,
    /// The short name: a region, or what the section does.
    pub region: String,
    /// The page.
    #[schemars(url)]
    pub address: String,
}

/// The figure, as people read it and as data: value, or from and to.
#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize)]
#[schemars(rename = "figure", deny_unknown_fields, extend("oneOf" = json!([
    { "properties": { "value": { "type": "number" }, "from": { "type": "null" }, "to": { "type": "null" } } },
    { "properties": { "value": { "type": "null" }, "from": { "type": "number" }, "to": { "type": "number" } } },
])))]
pub struct FigureData {
    /// As people read it.
    pub text: String,
    /// One number, in the unit.
    pub value: Option<Number>,
    /// The number before, or the least.
    pub from: Option<Number>,
    /// The number after, or the most.
    pub to: Option<Number>,
    /// What is counted.
    pub unit: String,
    /// What the number is. count: so many of what text and unit name; percent: so many in a hundred; ratio: so many times
    /// as much; money: a sum in the currency; rank: a place in an order, or how many of the first places; year: a year;
    /// hours, days, months, years: how long something takes.
    #[schemars(extend("enum" = words(Measure::ALL)))]
    pub measure: &'static str,
    /// The currency of a sum (ISO 4217).
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: Option<String>,
    /// How the number is limited, if it is not exact.
    #[schemars(extend("enum" = or_null(words(Qualifier::ALL))))]
    pub qualifier: Option<&'static str>,
    /// The sum that leads to it or that it takes part in.
    pub derived: Option<String>,
}

impl FigureData {
    /// The figure with what it counts, in one run of words.
    pub fn with_unit(&self) -> String {
        format!("{} {}", self.text, self.unit)
    }
}

/// A company, product, person, place or term.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "entity", deny_unknown_fields)]
pub struct EntityData {
    /// The id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The name in English.
    pub name: String,
    /// What it is.
    #[schemars(extend("enum" = words(EntityKind::ALL)))]
    pub kind: &'static str,
    /// The name in its own scripts, by BCP 47 language tag.
    pub scripts: BTreeMap<String, String>,
    /// A short definition.
    pub what: String,
    /// Whose it is, or was at the time of the story.
    pub owner: Option<String>,
    /// What the owner is to it.
    #[schemars(extend("enum" = words(OwnerRole::ALL)))]
    pub owner_role: &'static str,
}

/// What the sources that we checked say of the fact.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "verdict", deny_unknown_fields)]
pub struct VerdictData {
    /// confirmed: an independent source says the same; partly confirmed: a source bears out a part, or the whole for
    /// another year, place or measure; unverified: only the feature says so; contradicted: a source says otherwise.
    #[schemars(extend("enum" = words(Verdict::ALL)))]
    pub word: &'static str,
    /// How it is read.
    pub label: String,
}

/// An entry of the article's own list of sources.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "reference", deny_unknown_fields)]
pub struct ReferenceData {
    /// The id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The number in the list.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// A short version of its title.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// The outlet's name in its own script.
    pub outlet_script: Option<String>,
    /// The date as the list prints it.
    pub printed_date: String,
    /// Our reading of a date that cannot be right.
    pub likely_date: Option<String>,
    /// Why it stands with this fact.
    pub basis: String,
}

/// A source that we checked.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "record", deny_unknown_fields)]
pub struct RecordData {
    /// The id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as people write it.
    pub date: Option<String>,
    /// Where it is.
    #[schemars(length(min = 1), inner(url))]
    pub urls: Vec<String>,
}

/// The licence of the words. Facts are nobody's property.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "licence", deny_unknown_fields)]
pub struct Licence {
    /// The name.
    pub name: String,
    /// The text.
    #[schemars(url)]
    pub address: String,
}
