//! Loads content files into a [`Story`], or reports every mistake in them at once. Prints nothing and writes nothing.
//!
//! Declares all names first (files, entities, sources), so that later references resolve at once.

mod check_cards;
mod check_data;
mod check_dates;
mod check_figures;
mod check_first_mention;
mod check_ids;
mod check_numbers;
mod check_prose;
mod check_titles;
mod check_verdict;
pub mod colors;
mod content_files;
mod diagnostics;
mod editions;
mod entities;
mod facts;
mod figures;
mod guesses;
mod id_registry;
mod labels;
mod ledger;
mod literal_translations;
pub mod locate;
mod map;
mod markdown;
mod placement;
mod plots;
mod quotation;
mod sections;
mod sources;
mod symbols;
mod syntax_errors;
mod toml_table;
mod words;

use std::path::Path;

pub use self::check_data::{SCRIPT_SEPARATOR, SEPARATOR};
use self::check_figures::ForeignCurrency;
pub use self::check_ids::{is_id, is_reserved};
use self::content_files::ContentFiles;
use self::diagnostics::DiagnosticSink;
pub use self::diagnostics::{Diagnostic, Diagnostics};
use self::figures::NumberNotation;
use self::markdown::{GUESS_PREFIX, PLOT_PREFIX};
use self::symbols::{SymbolTable, ids_by_file};
use self::toml_table::TomlTable;
use super::date::PartialDate;
use super::language::primary;
use super::text::{Block, Inline, plain};
use super::{Edition, GuessRef, PlotRef, SourceArticle, Story};

/// The site's icon, if it is not the default one.
pub const ICON: &str = "icon.svg";

/// Reads a content folder.
///
/// # Errors
///
/// Every mistake in every file, ordered by file and line.
pub fn story(content: &Path) -> Result<Story, Diagnostics> {
    let sink = DiagnosticSink::default();
    let content_files = ContentFiles::read(content, &sink);
    let story = read(&content_files);
    sink.finish(story)
}

fn read(content_files: &ContentFiles<'_>) -> Option<Story> {
    let sink = content_files.sink;
    let mut symbols =
        SymbolTable { story_language: content_files.language.clone(), ..SymbolTable::default() };
    check_ids::check(content_files);
    let config_table = open_config(content_files, &mut symbols);
    let icon = content_files.find_file(ICON).map(|reporter| reporter.file.text.clone());
    let fact_reporters = facts::declare(content_files, &mut symbols);
    let declared_entities = entities::declare(content_files, &mut symbols);
    let declared_sources = sources::declare(content_files, &mut symbols);
    check_ids::check_anchors(content_files, &symbols);
    let plot_reporters: Vec<_> = content_files.files_in_folder("plots/").collect();
    symbols.plots = ids_by_file(&plot_reporters, PlotRef);
    let guess_reporters: Vec<_> = content_files.files_in_folder("guesses/").collect();
    symbols.guesses = ids_by_file(&guess_reporters, GuessRef);

    let ui = labels::read(content_files);
    let config = config_table.map(|fields| StoryConfig::read(fields, &symbols));
    let story_texts = config.as_ref().map(StoryConfig::texts).unwrap_or_default();
    let (references, records) = sources::read(declared_sources, &symbols);
    let entities = entities::read(declared_entities, &symbols);
    let number_format = ui.as_ref().map(|ui| &ui.numbers);
    let currencies = config.as_ref().map(|config| &*config.currencies).unwrap_or_default();
    let magnitudes = config.as_ref().map(|config| &*config.magnitudes).unwrap_or_default();
    let notation =
        NumberNotation { currencies, magnitudes, number_format: number_format.filter(|_| config.is_some()) };
    let mut facts = facts::read(&fact_reporters, &symbols, &notation);
    check_dates::check(
        &facts,
        &fact_reporters,
        config.as_ref().and_then(|config| config.source_article.as_ref()),
    );
    let omissions = ledger::omissions(content_files);
    let mut sections = sections::read(content_files, &symbols);
    // An unreadable section may contain the first mention.
    if sink.is_complete() && sections.iter().all(Option::is_some) {
        check_first_mention::check(&sections, &entities, content_files);
    }
    let foreign_currency = config.as_ref().and_then(|config| config.foreign_currency.as_ref());
    let is_english = ui.as_ref().is_none_or(|ui| primary(&ui.language) == "en");
    let retold = is_english && config.as_ref().is_some_and(|config| config.source_article.is_some());
    check_prose::check(&sections, content_files, foreign_currency, retold);
    let likely_meant_facts = symbols.likely_meant_facts.borrow();
    placement::assign_facts(&mut sections, &mut facts, &fact_reporters, content_files, &likely_meant_facts);
    drop(likely_meant_facts);
    check_figures::check(&facts, &fact_reporters, foreign_currency, notation);
    check_data::check(&facts, &fact_reporters);
    check_data::check_named(&entities, &references, &records, &sections, content_files);
    let source_article = config.as_ref().and_then(|config| config.source_article.as_ref());
    check_data::check_labels(ui.as_ref(), source_article, content_files);
    check_data::check_control_characters(content_files);
    check_titles::check(&story_texts, &facts, &fact_reporters, content_files);
    check_cards::check(&sections, &facts, &fact_reporters);

    map::check_source(content_files, &symbols);
    let map = map::read(content_files, &symbols);
    colors::assign(&mut sections, map.as_ref(), content_files);
    let plots = plots::read(&plot_reporters, &symbols, &facts);
    let plot = |block: &Block| if let Block::Plot(plot) = block { Some(plot.0) } else { None };
    placement::check_placed_once("plot", PLOT_PREFIX, &plot_reporters, &sections, content_files, plot);
    let guesses = guesses::read(&guess_reporters, &symbols, &facts);
    let guess = |block: &Block| if let Block::Guess(guess) = block { Some(guess.0) } else { None };
    placement::check_placed_once("guess", GUESS_PREFIX, &guess_reporters, &sections, content_files, guess);
    guesses::check_cards(&guess_reporters, &sections, &symbols, content_files);
    if let Some(rows) = ledger::rows(content_files, &symbols, &omissions) {
        let checker = check_numbers::NumberChecker {
            rows: &rows,
            reporters: &fact_reporters,
            facts: &facts,
            number_format,
        };
        checker.check(content_files, &sections);
        checker.check_guesses(&guesses, &guess_reporters);
        checker.check_plots(&plots, &plot_reporters);
        checker.check_story(&story_texts, &entities, content_files);
    }
    let literal_translations = literal_translations::read(content_files, &symbols);
    let ids = id_registry::read(content_files, &symbols);
    check_dates::check_updated(config.as_ref().and_then(|config| config.updated), &ids, content_files);

    if sink.is_complete() {
        entities::check_used(content_files, &symbols);
        sources::check_used(content_files, &symbols);
    }
    let config = config?;
    Some(Story {
        title: config.title?,
        standfirst: config.standfirst?,
        description: config.description?,
        credit: config.credit?,
        authors: config.authors,
        updated: config.updated,
        source_article: config.source_article,
        editions: config.editions,
        ui: ui?,
        sections: sections.into_iter().collect::<Option<_>>()?,
        map,
        plots: plots.into_iter().collect::<Option<_>>()?,
        guesses: guesses.into_iter().collect::<Option<_>>()?,
        facts: facts.into_iter().collect::<Option<_>>()?,
        entities: entities.into_iter().collect::<Option<_>>()?,
        references: references.into_iter().collect::<Option<_>>()?,
        records: records.into_iter().collect::<Option<_>>()?,
        ids,
        omissions,
        literal_translations,
        icon,
    })
}

/// Opens `story.toml` and declares the sections. The rest is read once all names are declared.
fn open_config<'a>(content_files: &'a ContentFiles<'_>, symbols: &mut SymbolTable) -> Option<TomlTable<'a>> {
    let Some(reporter) = content_files.require_file("story.toml") else {
        sections::declare_unlisted(content_files, symbols);
        return None;
    };
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let order = fields.required("sections", "a list of section ids in reading order");
    let order = order.map(toml::Spanned::into_inner).unwrap_or_default();
    sections::declare(order, content_files, symbols, reporter);
    Some(fields)
}

/// The contents of `story.toml`, without the order of sections.
struct StoryConfig {
    title: Option<String>,
    standfirst: Option<Vec<Inline>>,
    description: Option<String>,
    credit: Option<Vec<Inline>>,
    authors: Vec<String>,
    updated: Option<PartialDate>,
    source_article: Option<SourceArticle>,
    editions: Vec<Edition>,
    foreign_currency: Option<ForeignCurrency>,
    /// Words that mark a currency in text, each with the currency's code.
    currencies: Vec<(String, String)>,
    /// Words that multiply the number before them, each with its factor.
    magnitudes: Vec<(String, f64)>,
}

impl StoryConfig {
    fn read(mut fields: TomlTable<'_>, symbols: &SymbolTable) -> Self {
        let config = Self {
            title: fields.text("title"),
            standfirst: fields.markdown("standfirst", symbols),
            description: fields.text("description"),
            credit: fields.markdown("credit", symbols),
            authors: fields.raw_string_list("authors").into_iter().map(toml::Spanned::into_inner).collect(),
            updated: fields.optional_date("updated"),
            source_article: source_article(&mut fields),
            editions: editions::read(&mut fields, &symbols.story_language),
            foreign_currency: fields.table("foreign-currency").and_then(ForeignCurrency::read),
            currencies: figures::read_currencies(&mut fields),
            magnitudes: figures::read_magnitudes(&mut fields),
        };
        fields.finish();
        config
    }

    /// All texts, each with its key.
    fn texts(&self) -> Vec<(&'static str, String)> {
        let prose = [("standfirst", &self.standfirst), ("credit", &self.credit)];
        let prose = prose.into_iter().filter_map(|(key, words)| Some((key, plain(words.as_ref()?))));
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
    let when = fields.text("when");
    fields.finish();
    Some(SourceArticle {
        outlet: outlet?,
        outlet_script,
        language: language?,
        author: author?,
        editor,
        date: date?,
        when: when?,
    })
}
