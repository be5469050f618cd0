//! The data of a fact. `facts.schema.json` is derived from these types, so their docs are published there.

use chuhai::content::{ClaimKind, Entity, Era, ID_PATTERN, Measure, Qualifier, Record, StatedBy, Verdict};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Number, json};

/// One claim with its figure, entity, time, sources and verdict.
#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize)]
#[schemars(rename = "fact", deny_unknown_fields)]
pub struct FactData {
    /// The URL of its schema, in the file of the fact alone.
    #[schemars(url)]
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The id, which never changes its meaning.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The URL of its page.
    #[schemars(url)]
    pub address: String,
    /// The URL of its place in the story.
    #[schemars(url)]
    pub in_story: String,
    /// The image for previews, 1200 by 630 pixels.
    #[schemars(url)]
    #[serde(rename = "picture")]
    pub image: Option<String>,
    /// The section that it belongs to.
    pub section: SectionData,
    /// The point, as a headline.
    pub title: String,
    /// The kind of claim.
    pub kind: ClaimKind,
    /// Whether the story shows it as a card.
    pub card: bool,
    /// The id of the fact whose card shows it, if it has no card of its own.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub stands_on: Option<String>,
    /// The figure, if it has one.
    pub figure: Option<FigureData>,
    /// The date of the claim (ISO 8601), as precise as it is known.
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    pub date: String,
    /// The precision of `date`.
    #[schemars(extend("enum" = ["year", "month", "day"]))]
    pub precision: &'static str,
    /// The first day, month or year of a period, if the claim is about one.
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    pub date_from: Option<String>,
    /// The last day, month or year of that period.
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    pub date_to: Option<String>,
    /// The date as text.
    pub when: String,
    /// The entities that it is about, the main one first.
    #[schemars(length(min = 1))]
    pub entities: Vec<Entity>,
    /// The period of the fact, if it is later than the source article.
    pub era: Option<Era>,
    /// What the sources say of it. `null` if it cannot be checked.
    pub verdict: Option<VerdictData>,
    /// The reason for the verdict.
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
    /// The source article, if it makes the claim.
    pub article: Option<String>,
    /// Entries of the source article's list of sources.
    pub references: Vec<ReferenceData>,
    /// Sources that we checked it against.
    pub records: Vec<Record>,
    /// The licence of the text.
    pub licence: Licence,
}

/// The section of the story that the fact belongs to.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "section", deny_unknown_fields)]
pub struct SectionData {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The title.
    pub title: String,
    /// The short name: a region, or what the section does.
    pub region: String,
    /// The URL of its page.
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
    /// The figure as text.
    pub text: String,
    /// One number, in the unit.
    pub value: Option<Number>,
    /// The number before, or the least.
    pub from: Option<Number>,
    /// The number after, or the most.
    pub to: Option<Number>,
    /// What is counted.
    pub unit: String,
    /// The kind of number. `count`: items of the unit. `percent`: per hundred. `ratio`: a multiple. `money`: an amount
    /// in `currency`. `rank`: a position, or the number of first places. `year`: a calendar year. `hours`, `days`,
    /// `months`, `years`: a duration.
    pub measure: Measure,
    /// The currency of a sum (ISO 4217).
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: Option<String>,
    /// How the number is limited, if it is not exact.
    pub qualifier: Option<Qualifier>,
    /// Who states it. `claim`: the verdict judges it too. `record`: a source that the claim was checked against; the
    /// verdict does not judge it.
    pub stated_by: StatedBy,
    /// The calculation that gives the figure, or that uses it.
    pub derived: Option<String>,
}

/// What the sources that we checked say of the fact.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "verdict", deny_unknown_fields)]
pub struct VerdictData {
    /// `confirmed`: an independent source agrees. `partly confirmed`: a source confirms a part, or another year, place
    /// or measure. `unverified`: only the source article says so. `contradicted`: a source disagrees.
    pub word: Verdict,
    /// The label of the verdict.
    pub label: String,
}

/// An entry of the source article's list of sources.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "reference", deny_unknown_fields)]
pub struct ReferenceData {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
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
    /// Why the fact refers to it.
    pub basis: String,
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
