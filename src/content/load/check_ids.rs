//! Checks the names of files that are ids. Ids become parts of URLs and CSS selectors.

use super::content_files::ContentFiles;
use super::diagnostics::{FileReporter, backticked};

/// Folders whose files are named by ids.
const FOLDERS: [&str; 4] = ["facts/", "guesses/", "plots/", "sections/"];

/// Checks that every file's name is valid in a URL and a CSS selector.
pub(super) fn check(content_files: &ContentFiles<'_>) {
    for FileReporter { file, sink, .. } in
        FOLDERS.into_iter().flat_map(|folder| content_files.files_in_folder(folder))
    {
        let id = file.stem();
        if !is_id(id) {
            let expected = "a name that can be an address: small letters, digits and hyphens, a letter first";
            sink.file_error(&file.path, expected, backticked(id));
        }
    }
}

/// Whether text can be the id of a file: small letters, digits and hyphens, a letter first.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase()) && is_slug(id)
}

/// Whether text consists of small letters, digits and hyphens.
pub(super) fn is_slug(id: &str) -> bool {
    id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}
