//! Reads the tables `[editions.<language>]` of `story.toml`.

use super::diagnostics::backticked;
use super::toml_table::TomlTable;
use crate::content::Edition;

/// Reads the other editions, in the order of the file.
pub(super) fn read(head: &mut TomlTable<'_>) -> Vec<Edition> {
    let tables = head.table("editions").map(TomlTable::subtables).unwrap_or_default();
    let edition = |(language, mut fields): (toml::Spanned<String>, TomlTable<'_>)| {
        let name = fields.line("name");
        let address = fields.string("address");
        let reporter = fields.reporter;
        fields.finish();
        let address = address?;
        // Paths of pages are appended. `/zh/` would ignore the folder that the site is published in.
        if !address.get_ref().ends_with('/') || address.get_ref().starts_with('/') {
            let expected = "a URL, or a path from this site's root, with a slash at its end alone";
            reporter.error(address.span(), expected, backticked(address.get_ref()));
        }
        Some(Edition { language: language.into_inner(), name: name?, address: address.into_inner() })
    };
    tables.into_iter().filter_map(edition).collect()
}
