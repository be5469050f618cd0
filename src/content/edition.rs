//! Editions: the story in other languages, each a separate site with the same ids.

use super::language::is_language_tag;
use super::parse::{TomlTable, backticked};
use super::source::is_url;

/// An edition: the story in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// BCP 47 tag of its language.
    pub language: String,
    /// The language's own name for itself.
    pub name: String,
    /// Root of its site: a whole URL, or a path from this site's root. Ends with a slash.
    pub address: String,
}

impl Edition {
    /// The folder of this site that the edition is in, with a trailing slash. `None` if it is elsewhere.
    pub fn subfolder(&self) -> Option<&str> {
        (!is_url(&self.address) && !self.address.starts_with("../")).then_some(self.address.as_str())
    }
}

/// Reads the other editions, in the order of the file.
pub(super) fn read(config: &mut TomlTable<'_>, story_language: &str) -> Vec<Edition> {
    let tables = config.table("editions").map(TomlTable::subtables).unwrap_or_default();
    let edition = |(language, mut fields): (toml::Spanned<String>, TomlTable<'_>)| {
        let name = fields.text("name");
        let address = fields.raw_string("address");
        let reporter = fields.reporter;
        fields.finish();
        if !is_language_tag(language.get_ref()) || language.get_ref() == story_language {
            let expected = "the language tag of another language, such as `zh` (BCP 47)";
            reporter.error(language.span(), expected, backticked(language.get_ref()));
        }
        let address = address?;
        // Paths of pages are appended. `/zh/` would ignore the folder that the site is published in.
        let is_path = |address: &str| !address.starts_with('/') && !is_domain(address);
        if !address.get_ref().ends_with('/') || !(is_url(address.get_ref()) || is_path(address.get_ref())) {
            let expected = "a URL, or a path from this site's root, with a slash at its end alone";
            reporter.error(address.span(), expected, backticked(address.get_ref()));
        }
        Some(Edition { language: language.into_inner(), name: name?, address: address.into_inner() })
    };
    tables.into_iter().filter_map(edition).collect()
}

/// Whether an address begins like a domain, so that its scheme is missing or wrong.
fn is_domain(address: &str) -> bool {
    address.contains(':')
        || address.split('/').next().is_some_and(|first| first.trim_matches('.').contains('.'))
}
