//! Labels of the interface. The code contains none.

mod card_controls;
mod dialog;
mod embed;
mod fact_table;
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
pub use fact_table::FactTableText;
pub use guess::GuessText;
pub use map::MapText;
pub use meta::MetaText;
pub use plots::PlotText;
pub use preferences::PreferencesText;
pub use resume_prompt::ResumePromptText;
pub use search::SearchText;
pub use share::ShareText;
pub use update::UpdateText;

/// Width and height of the view box of `logotype-path`.
pub const LOGOTYPE_SIZE: [usize; 2] = [84, 40];

/// All labels: the story's `ui-text.toml` over `default.toml`. `{…}` is a placeholder for
/// [`fill`](crate::template::fill).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UiText {
    /// BCP 47 tag of the edition's language.
    pub language: String,
    /// The publication's name.
    pub site_name: String,
    /// The publication's name in another script, if it has one.
    pub site_native_name: Option<String>,
    /// BCP 47 tag of `site-native-name`.
    pub site_native_name_language: Option<String>,
    /// `site-native-name` as SVG path data: strokes in a view box of [`LOGOTYPE_SIZE`].
    pub logotype_path: Option<String>,
    /// Skip link past the site header.
    pub skip: String,
    /// Skip link past a section's cards to the next section; `{section}`.
    pub skip_to: String,
    /// Message in place of a control that needs the program, if that cannot be loaded.
    pub program_failed: String,
    /// Button and accessible name of the list of sections.
    pub contents: String,
    /// Count of cards; `{total}`.
    pub card_count: String,
    /// The same for one card.
    pub card_count_one: String,
    /// Text for screen readers in a card's summary, before its title.
    pub details: String,
    /// Line above the story's title.
    pub kicker: Option<String>,
    /// Link to a fact's own page.
    pub fact_page_link: String,
    /// Heading of what a reader needs to weigh a fact.
    pub context: String,
    /// Heading of events after the source article.
    pub later_events: String,
    /// Heading of the comparison that shows a figure's size.
    pub yardstick: String,
    /// Heading of the other facts on a card.
    pub merged_facts: String,
    /// Link from a fact's page to the card that shows it; `{title}`.
    pub parent_card_link: String,
    /// The story's authors; `{authors}`.
    pub by_authors: String,
    /// Author, outlet and date of the source article; `{author}`, `{outlet}`, `{when}`.
    pub byline: String,
    /// Day on which the story was published; `{published}`.
    pub published: String,
    /// The same with the day of its last change; `{published}`, `{updated}`.
    pub published_updated: String,
    /// Reading time of the story; `{minutes}`.
    pub reading_time: String,
    /// The same for one minute.
    pub reading_time_one: String,
    /// Heading of corrections and doubts.
    pub notes: String,
    /// Heading of a fact's sources.
    pub sources: String,
    /// Source line for facts from the source article; `{outlet}`, `{when}` it was published.
    pub source_article: String,
    /// Note after a reference: we matched it to the fact; the author did not cite it.
    pub inferred: String,
    /// Calculation behind a figure; `{sum}`.
    pub derived: String,
    /// Link from a fact's page to its place in the story.
    pub into_story: String,
    /// Link from a section's page to the whole story.
    pub whole_story: String,
    /// Link to the previous page.
    pub previous: String,
    /// Link to the next page.
    pub next: String,
    /// Accessible name of those two links.
    pub neighbours: String,
    /// Heading of other facts about `{entity}`.
    pub same_entity: String,
    /// Link to all facts about an entity; `{total}`, `{entity}`.
    pub all_of_entity: String,
    /// Heading of the facts without a card.
    pub prose_facts: String,
    /// Introduction to that list.
    pub prose_facts_lead: String,
    /// Heading of the glossary.
    pub glossary: String,
    /// Owner line of the glossary, by the owner's role; `{owner}`.
    pub owners: BTreeMap<String, String>,
    /// Heading of the source article's own list of sources.
    pub references: String,
    /// Introduction to that list, with its limits.
    pub references_lead: String,
    /// Date of a reference as the list prints it; `{date}`.
    pub printed_date: String,
    /// Our correction of a date that cannot be right; `{date}`.
    pub likely_date: String,
    /// Heading of the sources that we checked.
    pub records: String,
    /// Introduction to that list.
    pub records_lead: String,
    /// Heading of the omitted rows.
    pub omissions: String,
    /// Introduction to that list.
    pub omissions_lead: String,
    /// Licence line in the footer and the feed.
    pub licence: String,
    /// Controls of all cards.
    pub card_controls: CardControlsText,
    /// Labels that all dialogs share.
    pub dialog: DialogText,
    /// Sharing and citing.
    pub share: ShareText,
    /// Embedding.
    pub embed: EmbedText,
    /// Search of the story.
    pub search: SearchText,
    /// The page of all facts.
    pub facts: FactTableText,
    /// Resume prompt.
    pub resume_prompt: ResumePromptText,
    /// Reading preferences and keyboard shortcuts.
    pub preferences: PreferencesText,
    /// Update banner.
    pub update: UpdateText,
    /// Name of the licence of the text.
    pub licence_name: String,
    /// URL of that licence.
    pub licence_url: String,
    /// Metadata.
    pub meta: MetaText,
    /// Link from an embed to the story; `{story}`, `{site}`.
    pub from_story: String,
    /// Page for an address that does not exist.
    pub not_found: NotFoundText,
    /// The map's title and caption.
    pub map: MapText,
    /// Plots.
    pub plots: PlotText,
    /// Guesses.
    pub guess: GuessText,
    /// Page of a former id.
    pub redirect: RedirectText,
    /// Verdicts, by the word that content files use.
    pub verdict: BTreeMap<String, String>,
    /// Qualifiers of figures, by the word that content files use.
    pub qualifiers: BTreeMap<String, String>,
    /// Text before a figure that a source states, not the claim.
    pub on_record: String,
    /// Notation of numbers.
    pub numbers: NumbersText,
    /// Formats of dates.
    pub dates: DatesText,
}

/// Labels of `404.html`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NotFoundText {
    /// Heading.
    pub title: String,
    /// Advice below the heading.
    pub advice: String,
}

/// Labels of the page of a former id.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RedirectText {
    /// Heading.
    pub title: String,
    /// Text before the link to the successor.
    pub advice: String,
}

/// Notation of numbers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumbersText {
    /// Decimal separator.
    pub decimal: String,
    /// Separator of thousands.
    pub thousands: String,
}

/// Formats of dates.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatesText {
    /// A day; `{day}`, `{month}`, `{year}`.
    pub day: String,
    /// A month; `{month}`, `{year}`.
    pub month: String,
    /// A day beside its year, which is stated already; `{day}`, `{month}`.
    pub within_year: String,
    /// Names of the months.
    pub months: [String; 12],
}
