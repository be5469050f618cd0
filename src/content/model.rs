//! Data types of the story. All references in them are resolved.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::date::PartialDate;
use super::edition::Edition;
use super::guess::Guess;
use super::id_registry::IdRegistry;
use super::kinds::{ClaimKind, EntityKind, Era, Measure, OwnerRole, Qualifier, StatedBy, Verdict};
use super::map::Map;
use super::plot::Plot;
use super::text::{Block, Inline, serialize_plain};
use crate::ui_text::UiText;

/// Regular expression for ids.
pub const ID_PATTERN: &str = "^[A-Za-z0-9][A-Za-z0-9-]*$";

/// Whether text matches [`ID_PATTERN`].
pub(super) fn matches_id_pattern(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

/// The most characters of a description that previews show.
pub const MAX_DESCRIPTION: usize = 200;

/// Index of a fact in [`Story::facts`]. Only the loader makes one, so it is always valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef(pub(super) usize);

/// Index of an entity in [`Story::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityRef(pub(super) usize);

/// Index of a section in [`Story::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionRef(pub(super) usize);

/// Index of a reference in [`Story::references`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReferenceRef(pub(super) usize);

/// Index of a record in [`Story::records`].
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
    /// Authors of the source article, and how the story uses it.
    pub credit: Vec<Inline>,
    /// Names of the authors. Empty where the publication alone signs.
    pub authors: Vec<String>,
    /// The day of the story's last change, if it has changed since it was published.
    pub updated: Option<PartialDate>,
    /// The source article, if the story retells one.
    pub source_article: Option<SourceArticle>,
    /// The story in other languages.
    pub editions: Vec<Edition>,
    /// The labels of the interface.
    pub ui: UiText,
    /// Sections in reading order, the notes last.
    pub sections: Vec<Section>,
    /// World map with the regions of the story, if there is one.
    pub map: Option<Map>,
    /// All plots, by id.
    pub plots: Vec<Plot>,
    /// All guesses, by fact.
    pub guesses: Vec<Guess>,
    /// All facts, by section folder and id, as their files are sorted.
    pub facts: Vec<Fact>,
    /// All entities, in the glossary's order.
    pub entities: Vec<Entity>,
    /// The source article's own list of sources.
    pub references: Vec<Reference>,
    /// The sources that the facts were checked against.
    pub records: Vec<Record>,
    /// Registry of published ids.
    pub ids: IdRegistry,
    /// Omitted rows of the ledger, each with the reason.
    pub omissions: Vec<Omission>,
    /// Phrases that a machine translated word for word, if the story has any.
    pub literal_translations: Option<LiteralTranslations>,
    /// The site's mark as SVG, if it is not the default one.
    pub icon: Option<String>,
}

/// A box with literal machine translations.
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
    /// The phrase in its own language.
    pub original: Vec<Inline>,
    /// The machine's translation.
    pub machine: String,
    /// Its meaning.
    pub means: Vec<Inline>,
}

/// The article that the story retells.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceArticle {
    /// Publisher.
    pub outlet: String,
    /// The outlet's name in its own script.
    pub outlet_script: Option<String>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Author.
    pub author: String,
    /// Editor, if there is one.
    pub editor: Option<String>,
    /// Date, as precise as it is known.
    pub date: PartialDate,
    /// Date as text.
    pub date_text: String,
}

/// A section of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Id: the file's name, the address and the anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// One or two lines under the title.
    pub standfirst: Vec<Inline>,
    /// Short name in lists: a region, or what the section does.
    pub short_name: String,
    /// Whether the section shows no title, because it follows the story's.
    pub is_opening: bool,
    /// Colour in CSS, light and dark. `None` for the accent.
    pub color: Option<[String; 2]>,
    /// Blocks of the body, in reading order.
    pub body: Vec<Block>,
    /// Facts with a card, in reading order.
    pub cards: Vec<FactRef>,
    /// Facts without a card, only in the prose, in reading order.
    pub prose_facts: Vec<FactRef>,
}

/// One claim with its figure, entity, time, sources and verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Id: the file's name, the address and the anchor. A published id never changes its meaning.
    pub id: String,
    /// Section.
    pub section: SectionRef,
    /// Title: the main point, as a headline.
    pub title: String,
    /// Kind of claim.
    pub kind: ClaimKind,
    /// Figure, if there is one.
    pub figure: Option<Figure>,
    /// Entities that the fact is about, the main one first; never empty.
    pub entities: Vec<EntityRef>,
    /// Date.
    pub date: PartialDate,
    /// Date as text, if `date` alone would mislead.
    pub date_text: Option<String>,
    /// Period, if `date` is too coarse or too precise for a plot.
    pub date_range: Option<(PartialDate, PartialDate)>,
    /// Marks a fact that is later than the source article.
    pub era: Option<Era>,
    /// Verdict; `None` if the claim cannot be checked.
    pub verdict: Option<Verdict>,
    /// Reason for the verdict.
    pub why: Vec<Inline>,
    /// The claim in our own words.
    pub claim: Vec<Inline>,
    /// What the card says that the prose beside it does not.
    pub adds: Vec<Inline>,
    /// Background that a reader needs to judge the fact.
    pub context: Vec<Inline>,
    /// Comparison that shows the figure's size.
    pub yardstick: Vec<Inline>,
    /// Corrections and doubts.
    pub notes: Vec<Vec<Inline>>,
    /// Entries of the source article's list that probably support the fact. We matched them by topic.
    pub references: Vec<ReferenceRef>,
    /// Sources that we checked it against.
    pub records: Vec<RecordRef>,
    /// The fact whose card shows this one, if it has no card.
    pub parent_card: Option<FactRef>,
    /// Facts without a card that this card shows.
    pub merged_facts: Vec<FactRef>,
}

impl Fact {
    /// Whether the fact is later than the source article.
    pub fn is_later(&self) -> bool {
        self.era.is_some()
    }

    /// First and last date of the fact.
    pub fn period(&self) -> (PartialDate, PartialDate) {
        self.date_range.unwrap_or((self.date, self.date))
    }
}

/// A figure as text and as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Text: `30 → 50 million`.
    pub text: String,
    /// Amount, in `unit`.
    pub amount: Amount,
    /// Unit: what is counted.
    pub unit: String,
    /// Kind of number.
    pub measure: Measure,
    /// ISO 4217 code of the currency, for an amount of money.
    pub currency: Option<String>,
    /// Hours from the start of the events until the figure was reached.
    pub elapsed_hours: Option<f64>,
    /// Limit of the number, if it is not exact.
    pub qualifier: Option<Qualifier>,
    /// Who states it.
    pub stated_by: StatedBy,
    /// Calculation that gives the figure, or that uses it.
    pub derived: Option<String>,
}

/// One number, or two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Value(f64),
    /// A change from one to another, or the least and the most.
    Range {
        /// The first.
        from: f64,
        /// The second.
        to: f64,
    },
}

impl Amount {
    /// The number, or the first of two.
    pub fn first(self) -> f64 {
        let (Self::Value(first) | Self::Range { from: first, .. }) = self;
        first
    }

    /// The number, or the second of two.
    pub fn last(self) -> f64 {
        let (Self::Value(last) | Self::Range { to: last, .. }) = self;
        last
    }
}

// Published in `facts.json`. The doc comments of this type are published in its schema.
/// A company, product, person, place or term.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "entity", deny_unknown_fields)]
pub struct Entity {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The name in English.
    pub name: String,
    /// Other names in the prose.
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
    /// The sections that describe its arrival. The map lists it under each.
    #[serde(skip)]
    pub arrived_in: Vec<SectionRef>,
    /// Whether the prose never links it, because readers know it or the sentence explains it.
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

// Published like `Entity`, with its doc comments.
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
