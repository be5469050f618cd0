//! Loads content files into a [`Story`], or reports every mistake in them at once. Prints nothing and writes nothing.

mod check_cards;
mod check_data;
mod check_dates;
mod check_figures;
mod check_first_mention;
mod check_ids;
mod check_numbers;
mod check_prose;
mod check_titles;
pub mod colors;
mod declare;
mod labels;
mod parts;
mod placement;
mod text_analysis;

use std::path::Path;

pub use self::check_data::{SCRIPT_SEPARATOR, SEPARATOR};
pub use self::check_ids::is_reserved;
use self::declare::declare;
use self::parts::{Parts, Visuals};
pub use super::ids::is_id;
use super::parse::{ContentFiles, DiagnosticSink, SymbolTable};
pub use super::parse::{Diagnostic, Diagnostics, ICON, locate};
use super::{Story, entity, id_registry, literal_translations, source};

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
