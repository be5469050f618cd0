//! Phrases that a machine translated word for word: the optional `literal-translations.toml`.

use super::parse::{ContentFiles, SymbolTable, TomlTable};
use super::text::Inline;

/// A box with literal machine translations.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralTranslations {
    /// The heading.
    pub title: String,
    /// The introduction.
    pub lead: String,
    /// The phrases.
    pub phrases: Vec<LiteralTranslation>,
}

/// A phrase that a machine translated word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralTranslation {
    /// The phrase in its own language.
    pub original: Vec<Inline>,
    /// The machine's translation.
    pub machine: String,
    /// Its meaning.
    pub means: Vec<Inline>,
}

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
