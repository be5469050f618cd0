//! The labels of the interface, so that none stands in the code.

mod card_controls;
mod dialog;
mod embed;
mod facts;
mod guess;
mod labels;
mod map;
mod meta;
mod plots;
mod preferences;
mod resume_prompt;
mod search;
mod share;
mod update;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use card_controls::CardControlsText;
pub use dialog::DialogText;
pub use embed::EmbedText;
pub use facts::FactTableText;
pub use guess::GuessText;
pub use map::MapText;
pub use meta::MetaText;
pub use plots::PlotText;
pub use preferences::PreferencesText;
pub use resume_prompt::ResumePromptText;
pub use search::SearchText;
pub use share::ShareText;
pub use update::UpdateText;

/// The box of `site-script-drawn`: its width and height.
pub const LOGOTYPE_SIZE: [usize; 2] = [84, 40];

/// Every label: the story's `ui-text.toml` over `default.toml`. `{…}` is a placeholder for
/// [`fill`](crate::template::fill).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UiText {
    /// BCP 47 tag of the edition's language.
    pub language: String,
    /// The publication's name.
    pub site: String,
    /// The publication's name in another script, if it has one.
    pub site_script: Option<String>,
    /// BCP 47 tag of `site-script`.
    pub site_script_language: Option<String>,
    /// `site-script` drawn: the data of an SVG path, strokes in a box of [`LOGOTYPE_SIZE`].
    pub site_script_drawn: Option<String>,
    /// The link that jumps over the head.
    pub skip: String,
    /// The link that jumps over a section, to the next one: `{section}`.
    pub skip_to: String,
    /// Stands in place of a control that needs the program, where that cannot be loaded.
    pub program_failed: String,
    /// The list of sections.
    pub contents: String,
    /// `{total}` cards.
    pub cards: String,
    /// The same where there is one.
    pub card: String,
    /// Opens one card.
    pub evidence: String,
    /// Stands above the story's title.
    pub kicker: Option<String>,
    /// Leads to a fact's own page.
    pub full_record: String,
    /// Heads what a reader needs to weigh a fact.
    pub context: String,
    /// Heads the events after the source article.
    pub since: String,
    /// Heads a comparison that makes a figure's size felt.
    pub yardstick: String,
    /// Heads the other facts on a card.
    pub merged_facts: String,
    /// Leads from a fact's page to the card that it stands on: `{title}`.
    pub stands_on: String,
    /// Who wrote what is retold, where and when: `{author}`, `{outlet}`, `{when}`.
    pub byline: String,
    /// How long the story takes: `{minutes}`.
    pub reading_time: String,
    /// The same for one minute.
    pub reading_minute: String,
    /// Heads what we corrected or doubt.
    pub notes: String,
    /// Heads a fact's sources.
    pub sources: String,
    /// The source of a fact that the source article states: its `{outlet}`, and `{when}` it was published.
    pub source_article: String,
    /// Follows a reference, which is never the author's own citation.
    pub inferred: String,
    /// Shows a `{sum}`.
    pub derived: String,
    /// Leads from a fact's page into the story.
    pub into_story: String,
    /// Leads from a section's page to the whole story.
    pub whole_story: String,
    /// The one before.
    pub previous: String,
    /// The one after.
    pub next: String,
    /// Names the links to the one before and the one after.
    pub neighbours: String,
    /// Heads other facts about `{entity}`.
    pub same_entity: String,
    /// Leads to all `{total}` facts about `{entity}`.
    pub all_of_entity: String,
    /// Heads the facts told in the prose alone.
    pub prose_facts: String,
    /// Says what they are.
    pub prose_facts_lead: String,
    /// Heads the definitions.
    pub glossary: String,
    /// Follow an entity's definition, by what its owner is to it: `{owner}`.
    pub owners: BTreeMap<String, String>,
    /// Heads the source article's own list of sources.
    pub references: String,
    /// Says what is doubtful about all of it.
    pub references_lead: String,
    /// Gives a date as the list prints it: `{date}`.
    pub printed_date: String,
    /// Gives our reading of it: `{date}`.
    pub likely_date: String,
    /// Heads the public records.
    pub records: String,
    /// Says what they are.
    pub records_lead: String,
    /// Heads what is left out.
    pub omissions: String,
    /// Says what that is.
    pub omissions_lead: String,
    /// The licence of the words.
    pub licence: String,
    /// Opening and closing all cards.
    pub card_controls: CardControlsText,
    /// What all dialogs share.
    pub dialog: DialogText,
    /// Sharing and citing.
    pub share: ShareText,
    /// Embedding.
    pub embed: EmbedText,
    /// Searching the story.
    pub search: SearchText,
    /// The page of all facts.
    pub facts: FactTableText,
    /// Finding the way back.
    pub resume_prompt: ResumePromptText,
    /// What a reader may choose, and the keys.
    pub preferences: PreferencesText,
    /// The update banner.
    pub update: UpdateText,
    /// What the licence of the words alone is called.
    pub licence_name: String,
    /// The address of that licence.
    pub licence_address: String,
    /// What pages say of themselves in their heads.
    pub meta: MetaText,
    /// Leads from a frame in somebody's page to `{story}`, at `{site}`.
    pub from_story: String,
    /// The page for an address that leads nowhere.
    pub not_found: NotFoundText,
    /// The map's title and caption.
    pub map: MapText,
    /// What every plot says of itself.
    pub plots: PlotText,
    /// A guess, and what is said of it.
    pub guess: GuessText,
    /// The page of an id that is gone.
    pub redirect: RedirectText,
    /// Verdicts, by the word of the content files.
    pub verdict: BTreeMap<String, String>,
    /// What limits a figure, by the word of the content files.
    pub qualifiers: BTreeMap<String, String>,
    /// Numbers.
    pub numbers: NumbersText,
    /// Dates.
    pub dates: DatesText,
}

/// What the page for a wrong address says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NotFoundText {
    /// The heading.
    pub title: String,
    /// What to do.
    pub advice: String,
}

/// What the page of an id that is gone says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RedirectText {
    /// The heading.
    pub title: String,
    /// Stands before the link to what took its place.
    pub advice: String,
}

/// How numbers are written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumbersText {
    /// Stands before the fraction.
    pub decimal: String,
    /// Stands between thousands.
    pub thousands: String,
}

/// How dates are written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatesText {
    /// A `{day}`, `{month}` and `{year}`.
    pub day: String,
    /// A `{month}` and `{year}`.
    pub month: String,
    /// A `{day}` and `{month}`, where the year is told already.
    pub within_year: String,
    /// The names of the months.
    pub months: [String; 12],
}
