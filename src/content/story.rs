//! The story: its parts, and what `story.toml` states about it.

use toml::Spanned;

use super::date::PartialDate;
use super::edition::{self, Edition};
use super::foreign_currency::ForeignCurrency;
use super::number_notation::{read_currencies, read_magnitudes};
use super::parse::{SymbolTable, TomlTable};
use super::text::{Inline, plain};
use super::{
    Entity, Fact, Guess, IdRegistry, LiteralTranslations, Map, Omission, Plot, Record, Reference, Section,
};
use crate::ui_text::UiText;

/// The most characters of a description that previews show.
pub const MAX_DESCRIPTION: usize = 200;

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

/// The contents of `story.toml`, without the order of sections.
pub(super) struct StoryConfig {
    pub(super) title: Option<String>,
    pub(super) standfirst: Option<Vec<Inline>>,
    pub(super) description: Option<String>,
    pub(super) credit: Option<Vec<Inline>>,
    pub(super) authors: Vec<String>,
    pub(super) updated: Option<PartialDate>,
    pub(super) source_article: Option<SourceArticle>,
    pub(super) editions: Vec<Edition>,
    pub(super) foreign_currency: Option<ForeignCurrency>,
    /// Words that mark a currency in text, each with the currency's code.
    pub(super) currencies: Vec<(String, String)>,
    /// Words that multiply the number before them, each with its factor.
    pub(super) magnitudes: Vec<(String, f64)>,
}

impl StoryConfig {
    pub(super) fn read(mut fields: TomlTable<'_>, symbols: &SymbolTable) -> Self {
        let config = Self {
            title: fields.text("title"),
            standfirst: fields.markdown("standfirst", symbols),
            description: fields.text("description"),
            credit: fields.markdown("credit", symbols),
            authors: fields.raw_string_list("authors").into_iter().map(Spanned::into_inner).collect(),
            updated: fields.optional_date("updated"),
            source_article: source_article(&mut fields),
            editions: edition::read(&mut fields, &symbols.story_language),
            foreign_currency: fields.table("foreign-currency").and_then(ForeignCurrency::read),
            currencies: read_currencies(&mut fields),
            magnitudes: read_magnitudes(&mut fields),
        };
        fields.finish();
        config
    }

    /// All texts, each with its key.
    pub(super) fn texts(&self) -> Vec<(&'static str, String)> {
        let prose = [("standfirst", &self.standfirst), ("credit", &self.credit)];
        let prose = prose.into_iter().filter_map(|(key, inlines)| Some((key, plain(inlines.as_ref()?))));
        let lines = [("title", &self.title), ("description", &self.description)];
        lines.into_iter().filter_map(|(key, line)| Some((key, line.clone()?))).chain(prose).collect()
    }
}

/// Reads the table `[source-article]` of `story.toml`, if there is one.
fn source_article(config: &mut TomlTable<'_>) -> Option<SourceArticle> {
    let mut fields = config.table("source-article")?;
    let outlet = fields.text("outlet");
    let outlet_script = fields.optional_text("outlet-script");
    let language = fields.text("language");
    let author = fields.text("author");
    let editor = fields.optional_text("editor");
    let date = fields.date("date");
    let date_text = fields.text("when");
    fields.finish();
    Some(SourceArticle {
        outlet: outlet?,
        outlet_script,
        language: language?,
        author: author?,
        editor,
        date: date?,
        date_text: date_text?,
    })
}
