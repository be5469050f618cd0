//! Checks the names of files that are ids. Ids become parts of URLs and CSS selectors. Those of facts and sections are
//! anchors in a page too, beside those of sources and of the interface.

use crate::content::ids::is_id;
use crate::content::parse::{ContentFiles, Reporter, SymbolTable, backticked};

/// Folders whose files are named by ids.
const FOLDERS: [&str; 4] = ["facts/", "guesses/", "plots/", "sections/"];

/// Checks that every file's name is valid in a URL and a CSS selector.
pub(crate) fn check(content_files: &ContentFiles<'_>) {
    for Reporter { file, sink, .. } in
        FOLDERS.into_iter().flat_map(|folder| content_files.files_in_folder(folder))
    {
        let id = file.stem();
        if !is_id(id) {
            let expected = "a name that can be an address: small letters, digits and hyphens, a letter first";
            sink.file_error(&file.path, expected, backticked(id));
        }
    }
}

/// Anchors of the interface, which no fact and no section can have; and `story`, the story's key in citations.
const RESERVED: [&str; 9] =
    ["embed", "facts", "main", "preferences", "preview", "search", "share", "story", "toc"];

/// Beginnings and end of anchors of the interface, and of those derived from ids.
const RESERVED_PREFIXES: [&str; 8] =
    ["embed-", "entity-", "guess-", "list-", "map-", "plot-", "search-", "share-"];
const RESERVED_SUFFIX: &str = "-title";

/// Whether the interface has or may have this anchor.
pub fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
        || RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
        || id.ends_with(RESERVED_SUFFIX)
}

/// Reports facts and sections whose anchor is that of something else.
pub(crate) fn check_anchors(content_files: &ContentFiles<'_>, symbols: &SymbolTable) {
    for Reporter { file, sink, .. } in
        ["facts/", "sections/"].into_iter().flat_map(|folder| content_files.files_in_folder(folder))
    {
        let id = file.stem();
        let owner = if is_reserved(id) {
            "the page itself"
        } else if file.path.starts_with("facts/") && symbols.sections.contains_key(id) {
            "a section"
        } else if symbols.references.contains_key(id) || symbols.records.contains_key(id) {
            "a source"
        } else {
            continue;
        };
        sink.file_error(
            &file.path,
            "a name that is no other anchor of a page",
            format!("`{id}`, that of {owner}"),
        );
    }
}
