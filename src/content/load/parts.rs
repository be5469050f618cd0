//! Reads the parts of the story, and checks each against the others.

use super::check_numbers::NumberChecker;
use super::declare::{Declared, ReporterLists};
use super::{
    ContentFiles, SymbolTable, check_cards, check_data, check_dates, check_figures, check_first_mention,
    check_prose, check_titles, colors, labels, placement,
};
use crate::content::language::primary_subtag;
use crate::content::number_notation::NumberNotation;
use crate::content::parse::{GUESS_PREFIX, PLOT_PREFIX};
use crate::content::story::StoryConfig;
use crate::content::text::Block;
use crate::content::{
    Entity, Fact, Guess, IdRegistry, LiteralTranslations, Map, Omission, Plot, Record, Reference, Section,
    Story, entity, fact, guess, ledger, map, plot, section, source,
};
use crate::ui_text::UiText;

/// The text of the story and its facts. `None` for each part that cannot be read.
pub(super) struct Parts {
    pub(super) config: Option<StoryConfig>,
    ui: Option<UiText>,
    references: Vec<Option<Reference>>,
    records: Vec<Option<Record>>,
    entities: Vec<Option<Entity>>,
    facts: Vec<Option<Fact>>,
    omissions: Vec<Omission>,
    sections: Vec<Option<Section>>,
}

/// What sections place between their paragraphs, and the map.
pub(super) struct Visuals {
    map: Option<Map>,
    plots: Vec<Option<Plot>>,
    guesses: Vec<Option<Guess>>,
}

impl Parts {
    pub(super) fn read(
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
    pub(super) fn check(
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
    pub(super) fn check_numbers(
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
    pub(super) fn into_story(
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
    pub(super) fn read(
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
