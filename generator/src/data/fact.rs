//! The record of a fact, as `facts.schema.json` describes it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Number;

/// A fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactData {
    /// Its id, which never changes its meaning.
    pub id: String,
    /// Its page.
    pub address: String,
    /// Its place in the story.
    pub in_story: String,
    /// Its picture for previews.
    pub picture: Option<String>,
    /// The section that it belongs to.
    pub section: SectionData,
    /// Its point, as a headline.
    pub title: String,
    /// What sort of claim it is.
    pub kind: &'static str,
    /// Whether the story shows it as a card.
    pub card: bool,
    /// The id of the fact on whose card it stands, if it has none of its own.
    pub stands_on: Option<String>,
    /// The figure, where it has one.
    pub figure: Option<FigureData>,
    /// The time that it speaks of, in ISO 8601.
    pub date: String,
    /// How precise that time is.
    pub precision: &'static str,
    /// The same time as people read it.
    pub when: String,
    /// Whom it is about, the chief one first.
    pub entities: Vec<EntityData>,
    /// The time that it belongs to, if it is not the feature's own.
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

/// Where in the story a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionData {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its short name.
    pub region: String,
    /// Its page.
    pub address: String,
}

/// A figure: `value`, or `from` and `to`.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// How the number is limited, if it is not exact.
    pub qualifier: Option<&'static str>,
    /// The sum that leads to it or that it takes part in.
    pub derived: Option<String>,
}

impl FigureData {
    /// The figure with what it counts, in one run of words.
    pub fn said(&self) -> String {
        format!("{} {}", self.text, self.unit)
    }
}

/// Whom a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityData {
    /// Its id.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// Its name in its own scripts, by language tag.
    pub scripts: BTreeMap<String, String>,
    /// A short definition.
    pub what: String,
    /// Whose it was in early 2020.
    pub owner: Option<String>,
    /// What the owner is to it.
    pub owner_role: &'static str,
}

/// A verdict: the word, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictData {
    /// The word of the content files.
    pub word: &'static str,
    /// How it is read.
    pub label: String,
}

/// An entry of the article's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReferenceData {
    /// Its id.
    pub id: String,
    /// Its number in the list.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecordData {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as people write it.
    pub date: Option<String>,
    /// Where it is.
    pub urls: Vec<String>,
}

/// A licence by name and address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Its text.
    pub address: String,
}
