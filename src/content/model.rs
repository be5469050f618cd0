//! The story's data types, once every name in it is resolved.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::date::PartialDate;
use super::edition::Edition;
use super::guess::Guess;
use super::id_registry::IdRegistry;
use super::kinds::{ClaimKind, EntityKind, Era, Measure, OwnerRole, Qualifier, Verdict};
use super::map::Map;
use super::plot::Plot;
use super::text::{Block, Inline, serialize_plain};
use crate::ui_text::UiText;

/// The pattern of ids.
pub const ID_PATTERN: &str = "^[A-Za-z0-9][A-Za-z0-9-]*$";

/// A fact's place in [`Story::facts`]; only the loader makes one, so it always points at a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef(pub(super) usize);

/// An entity's place in [`Story::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityRef(pub(super) usize);

/// A section's place in [`Story::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionRef(pub(super) usize);

/// A place in [`Story::references`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReferenceRef(pub(super) usize);

/// A place in [`Story::records`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordRef(pub(super) usize);

/// The whole story.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The story's title.
    pub title: String,
    /// Two sentences under the title.
    pub standfirst: Vec<Inline>,
    /// The description for search engines and feeds: 100 to 200 characters.
    pub description: String,
    /// Who made the source article, and how.
    pub credit: Vec<Inline>,
    /// The source article, if the story retells one.
    pub source_article: Option<SourceArticle>,
    /// The story in other languages.
    pub editions: Vec<Edition>,
    /// The labels of the interface.
    pub ui: UiText,
    /// The chapters in reading order, the notes last.
    pub sections: Vec<Section>,
    /// The world with the regions of the story, if it has one.
    pub map: Option<Map>,
    /// All plots, by id.
    pub plots: Vec<Plot>,
    /// All guesses, by fact.
    pub guesses: Vec<Guess>,
    /// All facts, by id.
    pub facts: Vec<Fact>,
    /// All entities, in the glossary's order.
    pub entities: Vec<Entity>,
    /// The source article's own list of sources.
    pub references: Vec<Reference>,
    /// The sources that the facts were checked against.
    pub records: Vec<Record>,
    /// The ids that have been published.
    pub ids: IdRegistry,
    /// Omitted rows of the ledger, each with the reason.
    pub omissions: Vec<Omission>,
    /// Phrases that a machine translated word for word, if the story has any.
    pub literal_translations: Option<LiteralTranslations>,
    /// The site's mark as SVG, if it is not the default one.
    pub icon: Option<String>,
}

/// A box of phrases that a machine translated word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralTranslations {
    /// The heading.
    pub title: String,
    /// The introduction.
    pub lead: String,
    /// The phrases.
    pub phrases: Vec<LiteralTranslation>,
}

/// A phrase that a machine translated word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralTranslation {
    /// As it was written.
    pub original: Vec<Inline>,
    /// As the machine has it.
    pub machine: String,
    /// What it means.
    pub means: Vec<Inline>,
}

/// The article that the story retells, as credited.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceArticle {
    /// Who published it.
    pub outlet: String,
    /// The outlet's name in its own script.
    pub outlet_script: Option<String>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Who wrote it.
    pub author: String,
    /// Who edited it.
    pub editor: Option<String>,
    /// When, as precisely as is known.
    pub date: PartialDate,
    /// How people read that time.
    pub when: String,
}

/// A chapter of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The id: the file's name, its address and its anchor.
    pub id: String,
    /// The title.
    pub title: String,
    /// One or two lines under the title.
    pub standfirst: Vec<Inline>,
    /// The short name in lists: a region, or what the section does.
    pub region: String,
    /// Whether it begins without its own title, below the story's.
    pub is_opening: bool,
    /// The colour as CSS has it, in light and in dark; without one it has the accent.
    pub color: Option<[String; 2]>,
    /// The body blocks, in reading order.
    pub body: Vec<Block>,
    /// The facts shown as cards, in reading order.
    pub cards: Vec<FactRef>,
    /// The facts in the prose alone, without a card, in reading order.
    pub prose_facts: Vec<FactRef>,
}

/// One claim with its figure, entity, time, sources and verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The id: the file's name, its address and its anchor. Published ids never change their meaning.
    pub id: String,
    /// The section it belongs to.
    pub section: SectionRef,
    /// The point, as a headline.
    pub title: String,
    /// What sort of claim it is.
    pub kind: ClaimKind,
    /// The figure, where it has one.
    pub figure: Option<Figure>,
    /// Whom it is about, the chief one first; never empty.
    pub entities: Vec<EntityRef>,
    /// The time it speaks of.
    pub date: PartialDate,
    /// How people read that time, where the bare date would mislead.
    pub when: Option<String>,
    /// The period of the fact, if `date` is too coarse or too precise to plot.
    pub date_range: Option<(PartialDate, PartialDate)>,
    /// The time that it belongs to, if it is not the source article's own.
    pub era: Option<Era>,
    /// What the sources say of it; none for what cannot be checked.
    pub verdict: Option<Verdict>,
    /// Why that is the verdict.
    pub why: Vec<Inline>,
    /// The claim in our own words.
    pub claim: Vec<Inline>,
    /// What its card says that the prose beside it does not.
    pub adds: Vec<Inline>,
    /// What a reader needs to weigh it.
    pub context: Vec<Inline>,
    /// A comparison that makes the size of its figure felt.
    pub yardstick: Vec<Inline>,
    /// What we corrected or doubt.
    pub notes: Vec<Vec<Inline>>,
    /// Entries of the source article's list that plausibly back it: inferred by topic.
    pub references: Vec<ReferenceRef>,
    /// Sources that we checked it against.
    pub records: Vec<RecordRef>,
    /// The fact on whose card it is shown, if it has none of its own.
    pub parent_card: Option<FactRef>,
    /// Facts without a card of their own that its card shows.
    pub merged_facts: Vec<FactRef>,
}

/// A figure, as people read it and as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// As people read it: `30 → 50 million`.
    pub text: String,
    /// As data, in `unit`.
    pub amount: Amount,
    /// What is counted.
    pub unit: String,
    /// What the number is.
    pub measure: Measure,
    /// The code of the currency of a sum (ISO 4217).
    pub currency: Option<String>,
    /// The hours from the beginning of the fact's events until the figure was reached.
    pub elapsed_hours: Option<f64>,
    /// How the number is limited, if it is not exact.
    pub qualifier: Option<Qualifier>,
    /// The calculation behind it, or that it is part of.
    pub derived: Option<String>,
}

/// A number or a change from one to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Value(f64),
    /// Before and after, or least and most.
    Range {
        /// The first.
        from: f64,
        /// The second.
        to: f64,
    },
}

impl Amount {
    /// The one number, or the first of two.
    pub fn first(self) -> f64 {
        let (Self::Value(first) | Self::Range { from: first, .. }) = self;
        first
    }

    /// The one number, or the second of two.
    pub fn last(self) -> f64 {
        let (Self::Value(last) | Self::Range { to: last, .. }) = self;
        last
    }
}

// Published in `facts.json`, and the docs of this type in its schema.
/// A company, product, person, place or term.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "entity", deny_unknown_fields)]
pub struct Entity {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The name in English.
    pub name: String,
    /// What else the prose calls it.
    #[serde(skip)]
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: EntityKind,
    /// The name in its own scripts, by BCP 47 language tag.
    pub scripts: BTreeMap<String, String>,
    /// A short definition.
    #[schemars(with = "String")]
    #[serde(rename = "what", serialize_with = "serialize_plain")]
    pub definition: Vec<Inline>,
    /// The owner, at the time of the story.
    pub owner: Option<String>,
    /// The owner's role.
    pub owner_role: OwnerRole,
    /// The sections that tell of its arrival: the map lists it under each.
    #[serde(skip)]
    pub regions: Vec<SectionRef>,
    /// Whether the prose never links it: every reader knows it, or the sentence that names it explains it.
    #[serde(skip)]
    pub never_linked: bool,
}

/// An entry of the source article's own list of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The id, which is its anchor on the endnotes page.
    pub id: String,
    /// The number in the list.
    pub number: u32,
    /// A short version of its title.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// The outlet's name in its own script.
    pub outlet_script: Option<String>,
    /// BCP 47 tag of the language of `outlet_script`.
    pub outlet_language: Option<String>,
    /// The date as the list prints it.
    pub printed_date: String,
    /// Our reading of a date that cannot be right.
    pub likely_date: Option<String>,
    /// What is doubtful.
    pub note: Vec<Inline>,
}

// Published as entities are.
/// A source that we checked.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "record", deny_unknown_fields)]
pub struct Record {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as people write it.
    pub date: Option<String>,
    /// The URLs.
    #[schemars(length(min = 1), inner(url))]
    pub urls: Vec<String>,
}

/// A row of the ledger that the story omits.
#[derive(Clone, Debug, PartialEq)]
pub struct Omission {
    /// The row's id.
    pub id: String,
    /// Why.
    pub reason: String,
}
