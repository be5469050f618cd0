//! Content files into a [`Story`], or every mistake in them at once. Prints nothing and writes nothing.
//!
//! SymbolTable come first (the files' own names, the tables of entities and sources), so that everything
//! read after them is resolved on the spot.

mod check_numbers;
mod check_verdict;
mod delights;
mod diagnostics;
mod entities;
mod facts;
mod guesses;
mod id_registry;
mod lint_cards;
mod lint_figures;
mod lint_first_mention;
mod lint_prose;
mod map;
mod markdown;
mod placement;
mod plots;
mod sections;
mod source_files;
mod sources;
mod symbols;
mod toml_table;
mod words;

use std::path::Path;

pub use self::diagnostics::{Diagnostic, Diagnostics};
use self::diagnostics::{DiagnosticSink, SourceSpan};
use self::source_files::SourceFiles;
use self::symbols::{SymbolTable, by_file};
use self::toml_table::TomlTable;
use super::ui_text::UiText;
use super::{GuessRef, PlotRef, SourceArticle, Story};

/// Reads a content folder.
///
/// # Errors
///
/// Every mistake in every file, ordered by file and line.
pub fn story(content: &Path) -> Result<Story, Diagnostics> {
    let sink = DiagnosticSink::default();
    let source_files = SourceFiles::read(content, &sink);
    let story = read(&source_files, &sink);
    sink.finish()?;
    story.ok_or_else(|| Diagnostics(Vec::new()))
}

fn read(source_files: &SourceFiles, sink: &DiagnosticSink) -> Option<Story> {
    let mut symbols = SymbolTable::default();
    let head = head(source_files, &mut symbols, sink);
    let fact_files = facts::declare(source_files, &mut symbols, sink);
    let raw_entities = entities::declare(source_files, &mut symbols, sink);
    let raw_sources = sources::declare(source_files, &mut symbols, sink);
    let plot_files: Vec<_> = source_files.below("plots/").collect();
    symbols.plots = by_file(&plot_files, PlotRef);
    let guess_files: Vec<_> = source_files.below("guesses/").collect();
    symbols.guesses = by_file(&guess_files, GuessRef);

    let ui = ui_text(source_files, sink);
    let (references, records) = sources::read(raw_sources, &symbols);
    let entities = entities::read(raw_entities, &symbols);
    let mut facts = facts::read(&fact_files, &symbols, sink);
    let omissions = check_numbers::omissions(source_files, sink);
    let mut sections = sections::read(source_files, &symbols, sink);
    lint_first_mention::check(&sections, &entities, source_files, sink);
    lint_prose::check(&sections, source_files, sink);
    placement::assign(&mut sections, &mut facts, &fact_files, source_files, sink);
    lint_figures::check(&facts, &fact_files, sink);
    lint_cards::check(&sections, &facts, &fact_files, sink);

    let map = map::read(source_files, &symbols, sink);
    map::check_figures(&sections, &facts, map.as_ref(), source_files, sink);
    let plots = plots::read(&plot_files, &symbols, &facts, sink);
    plots::check_placed(&plot_files, &sections, source_files, sink);
    let guesses = guesses::read(&guess_files, &symbols, &facts, sink);
    guesses::check_placed(&guess_files, &sections, &symbols, source_files, sink);
    if let Some(rows) = check_numbers::rows(source_files, &symbols, &omissions, sink) {
        check_numbers::check(&rows, source_files, &fact_files, &facts, &sections, sink);
        check_numbers::check_guesses(&rows, &guesses, &guess_files, &fact_files, &facts, sink);
        check_numbers::check_plots(&rows, &plots, &plot_files, &fact_files, &facts, sink);
    }
    let delights = delights::read(source_files, &symbols, sink);
    let ids = id_registry::read(source_files, &symbols, sink);

    let mut head = head?;
    let title = head.line("title");
    let standfirst = head.prose("standfirst", &symbols);
    let description = head.line("description");
    let credit = head.prose("credit", &symbols);
    let source_article = source_article(&mut head);
    head.finish();

    if sink.is_complete() {
        entities::check_used(source_files, &symbols, sink);
        sources::check_used(source_files, &symbols, sink);
    }
    Some(Story {
        title: title?,
        standfirst: standfirst?,
        description: description?,
        credit: credit?,
        source_article: source_article?,
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
        delights,
    })
}

/// Opens `story.toml` and gives every section its place; the rest of it is read when all names are known.
fn head<'a>(
    source_files: &'a SourceFiles,
    symbols: &mut SymbolTable,
    sink: &'a DiagnosticSink,
) -> Option<TomlTable<'a>> {
    let Some(file) = source_files.file("story.toml", sink) else {
        sections::declare_unlisted(source_files, symbols);
        return None;
    };
    let mut fields = TomlTable::parse(&file.text, SourceSpan::whole(file, sink));
    let order = fields.required("sections", "a list of section ids in reading order");
    sections::declare(
        order.map(toml::Spanned::into_inner).unwrap_or_default(),
        source_files,
        symbols,
        file,
        sink,
    );
    Some(fields)
}

/// The table `[source-article]` of `story.toml`.
fn source_article(head: &mut TomlTable<'_>) -> Option<SourceArticle> {
    let Some(mut fields) = head.table("source-article") else {
        head.part.wrong(0..0, "a table `[source-article]`: what the story retells", "none");
        return None;
    };
    let outlet = fields.line("outlet");
    let outlet_script = fields.line("outlet-script");
    let language = fields.line("language");
    let author = fields.line("author");
    let editor = fields.line("editor");
    let date = fields.date("date");
    let when = fields.line("when");
    fields.finish();
    Some(SourceArticle {
        outlet: outlet?,
        outlet_script: outlet_script?,
        language: language?,
        author: author?,
        editor: editor?,
        date: date?,
        when: when?,
    })
}

fn ui_text(source_files: &SourceFiles, sink: &DiagnosticSink) -> Option<UiText> {
    let file = source_files.file("ui-text.toml", sink)?;
    match toml::from_str(&file.text) {
        Ok(text) => Some(text),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            sink.at(file, span, "the labels that `src/content/ui_text/` lists", error.message());
            None
        }
    }
}
