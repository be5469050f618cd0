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
pub(super) mod check_verdict;
pub mod colors;
mod content_files;
mod diagnostics;
mod labels;
pub mod locate;
mod markdown;
mod placement;
mod quote_marks;
mod symbols;
mod syntax_errors;
mod text_analysis;
mod toml_table;

use std::path::Path;

use toml::Spanned;

pub use self::check_data::{SCRIPT_SEPARATOR, SEPARATOR};
pub(super) use self::check_figures::ForeignCurrency;
pub(super) use self::check_ids::is_slug;
pub use self::check_ids::{is_id, is_reserved};
use self::check_numbers::NumberChecker;
pub(super) use self::check_numbers::numbers;
pub(super) use self::content_files::ContentFiles;
use self::diagnostics::DiagnosticSink;
pub use self::diagnostics::{Diagnostic, Diagnostics};
pub(super) use self::diagnostics::{Reporter, backticked, most_similar};
use self::markdown::PLOT_PREFIX;
pub(super) use self::markdown::{GUESS_PREFIX, blocks};
pub(super) use self::symbols::SymbolTable;
use self::symbols::ids_by_file;
pub(super) use self::toml_table::{DATE, TomlTable};
use super::entity::{self, DeclaredEntity};
use super::figure::NumberNotation;
use super::language::primary_subtag;
use super::source::{self, DeclaredSources};
use super::story::StoryConfig;
use super::text::Block;
use super::{
    Entity, Fact, Guess, GuessRef, IdRegistry, LiteralTranslations, Map, Omission, Plot, PlotRef, Record,
    Reference, Section, Story, fact, guess, id_registry, ledger, literal_translations, map, plot, section,
};
use crate::ui_text::UiText;

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
    let mut symbols =
        SymbolTable { story_language: content_files.language.clone(), ..SymbolTable::default() };
    let ids = id_registry::declare(content_files, &mut symbols);
    let (declared, reporters) = declare(content_files, &mut symbols);
    let mut parts = Parts::read(declared, &reporters, content_files, &symbols);
    // Files that are read later may be incomplete or misname facts. That would hide what these checks report.
    parts.check(&reporters, content_files, &symbols);
    let visuals = Visuals::read(&mut parts, &reporters, content_files, &symbols);
    parts.check_numbers(&visuals, &reporters, content_files, &symbols);
    let literal_translations = literal_translations::read(content_files, &symbols);
    let ids = id_registry::read(ids, &symbols);
    check_dates::check_updated(parts.config.as_ref().and_then(|config| config.updated), &ids, content_files);
    if content_files.sink.is_complete() {
        entity::check_used(content_files, &symbols);
        source::check_used(content_files, &symbols);
    }
    let icon = content_files.find_file(ICON).map(|reporter| reporter.file.text.clone());
    parts.into_story(visuals, literal_translations, ids, icon)
}

/// Tables whose names are declared. They are read once all names are.
struct Declared<'a> {
    config: Option<TomlTable<'a>>,
    entities: Vec<DeclaredEntity<'a>>,
    sources: DeclaredSources<'a>,
}

/// A reporter for each file of a fact, a plot or a guess.
struct ReporterLists<'a> {
    facts: Vec<Reporter<'a>>,
    plots: Vec<Reporter<'a>>,
    guesses: Vec<Reporter<'a>>,
}

/// Declares all names.
fn declare<'a>(
    content_files: &'a ContentFiles<'_>,
    symbols: &mut SymbolTable,
) -> (Declared<'a>, ReporterLists<'a>) {
    check_ids::check(content_files);
    let config = open_config(content_files, symbols);
    let facts = fact::declare(content_files, symbols);
    let entities = entity::declare(content_files, symbols);
    let sources = source::declare(content_files, symbols);
    check_ids::check_anchors(content_files, symbols);
    let plots: Vec<_> = content_files.files_in_folder("plots/").collect();
    symbols.plots = ids_by_file(&plots, PlotRef);
    let guesses: Vec<_> = content_files.files_in_folder("guesses/").collect();
    symbols.guesses = ids_by_file(&guesses, GuessRef);
    (Declared { config, entities, sources }, ReporterLists { facts, plots, guesses })
}

/// The text of the story and its facts. `None` for each part that cannot be read.
struct Parts {
    config: Option<StoryConfig>,
    ui: Option<UiText>,
    references: Vec<Option<Reference>>,
    records: Vec<Option<Record>>,
    entities: Vec<Option<Entity>>,
    facts: Vec<Option<Fact>>,
    omissions: Vec<Omission>,
    sections: Vec<Option<Section>>,
}

/// What sections place between their paragraphs, and the map.
struct Visuals {
    map: Option<Map>,
    plots: Vec<Option<Plot>>,
    guesses: Vec<Option<Guess>>,
}

impl Parts {
    fn read(
        declared: Declared<'_>,
        reporters: &ReporterLists<'_>,
        content_files: &ContentFiles<'_>,
        symbols: &SymbolTable,
    ) -> Self {
        let ui = labels::read(content_files);
        let config = declared.config.map(|fields| StoryConfig::read(fields, symbols));
        let (references, records) = source::read(declared.sources, symbols);
        let entities = entity::read(declared.entities, symbols);
        let facts = fact::read(&reporters.facts, symbols, &notation(config.as_ref(), ui.as_ref()));
        let omissions = ledger::omissions(content_files);
        let sections = section::read(content_files, symbols);
        Self { config, ui, references, records, entities, facts, omissions, sections }
    }

    /// Checks the parts, and assigns facts to sections.
    fn check(
        &mut self,
        reporters: &ReporterLists<'_>,
        content_files: &ContentFiles<'_>,
        symbols: &SymbolTable,
    ) {
        let story_texts = self.story_texts();
        let Self { config, ui, references, records, entities, facts, sections, .. } = self;
        let source_article = config.as_ref().and_then(|config| config.source_article.as_ref());
        let foreign_currency = config.as_ref().and_then(|config| config.foreign_currency.as_ref());
        let reporters = &reporters.facts;
        // An unreadable section may contain the first mention.
        if content_files.sink.is_complete() && sections.iter().all(Option::is_some) {
            check_first_mention::check(sections, entities, content_files);
        }
        let is_english = ui.as_ref().is_none_or(|ui| primary_subtag(&ui.language) == "en");
        check_prose::check(sections, content_files, foreign_currency, is_english && source_article.is_some());
        let likely_meant_facts = &symbols.likely_meant_facts.borrow();
        placement::assign_facts(sections, facts, reporters, content_files, likely_meant_facts);
        check_dates::check(facts, reporters, source_article);
        check_figures::check(facts, reporters, foreign_currency, notation(config.as_ref(), ui.as_ref()));
        check_data::check(facts, reporters);
        check_data::check_named(entities, references, records, sections, content_files);
        check_data::check_labels(ui.as_ref(), source_article, content_files);
        check_data::check_control_characters(content_files);
        check_titles::check(&story_texts, facts, reporters, content_files);
        check_cards::check(sections, facts, reporters);
    }

    /// Reports numbers that the ledger does not contain.
    fn check_numbers(
        &self,
        Visuals { plots, guesses, .. }: &Visuals,
        reporters: &ReporterLists<'_>,
        content_files: &ContentFiles<'_>,
        symbols: &SymbolTable,
    ) {
        let Some(rows) = ledger::rows(content_files, symbols, &self.omissions) else { return };
        let checker = NumberChecker {
            rows: &rows,
            reporters: &reporters.facts,
            facts: &self.facts,
            number_format: self.ui.as_ref().map(|ui| &ui.numbers),
        };
        checker.check(content_files, &self.sections);
        checker.check_guesses(guesses, &reporters.guesses);
        checker.check_plots(plots, &reporters.plots);
        checker.check_story(&self.story_texts(), &self.entities, content_files);
    }

    fn story_texts(&self) -> Vec<(&'static str, String)> {
        self.config.as_ref().map(StoryConfig::texts).unwrap_or_default()
    }

    /// The story, if every part could be read.
    fn into_story(
        self,
        visuals: Visuals,
        literal_translations: Option<LiteralTranslations>,
        ids: IdRegistry,
        icon: Option<String>,
    ) -> Option<Story> {
        let config = self.config?;
        Some(Story {
            title: config.title?,
            standfirst: config.standfirst?,
            description: config.description?,
            credit: config.credit?,
            authors: config.authors,
            updated: config.updated,
            source_article: config.source_article,
            editions: config.editions,
            ui: self.ui?,
            sections: all(self.sections)?,
            map: visuals.map,
            plots: all(visuals.plots)?,
            guesses: all(visuals.guesses)?,
            facts: all(self.facts)?,
            entities: all(self.entities)?,
            references: all(self.references)?,
            records: all(self.records)?,
            ids,
            omissions: self.omissions,
            literal_translations,
            icon,
        })
    }
}

impl Visuals {
    /// Reads map, plots and guesses, checks where they are placed, and assigns colours to sections.
    fn read(
        Parts { sections, facts, .. }: &mut Parts,
        reporters: &ReporterLists<'_>,
        content_files: &ContentFiles<'_>,
        symbols: &SymbolTable,
    ) -> Self {
        map::check_source(content_files, symbols);
        let map = map::read(content_files, symbols);
        colors::assign(sections, map.as_ref(), content_files);
        let plots = plot::read(&reporters.plots, symbols, facts);
        let plot = |block: &Block| if let Block::Plot(plot) = block { Some(plot.0) } else { None };
        placement::check_placed_once("plot", PLOT_PREFIX, &reporters.plots, sections, content_files, plot);
        let guesses = guess::read(&reporters.guesses, symbols, facts);
        let guess = |block: &Block| if let Block::Guess(guess) = block { Some(guess.0) } else { None };
        placement::check_placed_once(
            "guess",
            GUESS_PREFIX,
            &reporters.guesses,
            sections,
            content_files,
            guess,
        );
        guess::check_cards(&reporters.guesses, sections, symbols, content_files);
        Self { map, plots, guesses }
    }
}

/// All entries of a list. `None` if one could not be read.
fn all<T>(entries: Vec<Option<T>>) -> Option<Vec<T>> {
    entries.into_iter().collect()
}

/// How the story writes numbers, as far as its labels and `story.toml` can be read.
fn notation<'a>(config: Option<&'a StoryConfig>, ui: Option<&'a UiText>) -> NumberNotation<'a> {
    NumberNotation {
        currencies: config.map(|config| &*config.currencies).unwrap_or_default(),
        magnitudes: config.map(|config| &*config.magnitudes).unwrap_or_default(),
        number_format: ui.filter(|_| config.is_some()).map(|ui| &ui.numbers),
    }
}

/// Opens `story.toml` and declares the sections. The rest is read once all names are declared.
fn open_config<'a>(content_files: &'a ContentFiles<'_>, symbols: &mut SymbolTable) -> Option<TomlTable<'a>> {
    let Some(reporter) = content_files.require_file("story.toml") else {
        section::declare_unlisted(content_files, symbols);
        return None;
    };
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let order = fields.required("sections", "a list of section ids in reading order");
    let order = order.map(Spanned::into_inner).unwrap_or_default();
    section::declare(order, content_files, symbols, reporter);
    Some(fields)
}
