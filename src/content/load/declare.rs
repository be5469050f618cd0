//! Declares all names, so that later references resolve at once: files, entities, sources, sections.

use toml::Spanned;

use super::check_ids;
use crate::content::entity::{self, DeclaredEntity};
use crate::content::parse::{ContentFiles, Reporter, SymbolTable, TomlTable, ids_by_file};
use crate::content::source::{self, DeclaredSources};
use crate::content::{GuessRef, PlotRef, fact, section};

/// Tables whose names are declared. They are read once all names are.
pub(super) struct Declared<'a> {
    pub(super) config: Option<TomlTable<'a>>,
    pub(super) entities: Vec<DeclaredEntity<'a>>,
    pub(super) sources: DeclaredSources<'a>,
}

/// A reporter for each file of a fact, a plot or a guess.
pub(super) struct ReporterLists<'a> {
    pub(super) facts: Vec<Reporter<'a>>,
    pub(super) plots: Vec<Reporter<'a>>,
    pub(super) guesses: Vec<Reporter<'a>>,
}

/// Declares all names.
pub(super) fn declare<'a>(
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
