//! Reads `literal-translations.toml`: optional phrases that a machine translated word for word.

use super::content_files::ContentFiles;
use super::symbols::SymbolTable;
use super::toml_table::TomlTable;
use crate::content::{LiteralTranslation, LiteralTranslations};

const FILE: &str = "literal-translations.toml";

/// Reads the title, the introduction and the phrases.
pub(super) fn read(content_files: &ContentFiles<'_>, symbols: &SymbolTable) -> Option<LiteralTranslations> {
    let reporter = content_files.find_file(FILE)?;
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let title = fields.text("title");
    let lead = fields.text("lead");
    let phrases: Vec<_> =
        fields.array_of_tables("phrases").into_iter().map(|fields| phrase(fields, symbols)).collect();
    fields.finish();
    Some(LiteralTranslations {
        title: title?,
        lead: lead?,
        phrases: phrases.into_iter().collect::<Option<_>>()?,
    })
}

fn phrase(mut fields: TomlTable<'_>, symbols: &SymbolTable) -> Option<LiteralTranslation> {
    let original = fields.markdown("original", symbols);
    let machine = fields.text("machine");
    let means = fields.markdown("means", symbols);
    fields.finish();
    Some(LiteralTranslation { original: original?, machine: machine?, means: means? })
}
