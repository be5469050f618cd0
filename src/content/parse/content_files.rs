//! Reads the files of a content folder as text.

use std::fs;
use std::io;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::diagnostics::{ContentFile, DiagnosticSink, Reporter, backticked, stem};
use super::quote_marks::QuoteMarks;

/// The site's icon, if it is not the default one.
pub const ICON: &str = "icon.svg";

/// The labels of the interface.
pub(crate) const LABELS: &str = "ui-text.toml";

/// All files of a content folder, by path.
pub(crate) struct ContentFiles<'a> {
    files: Vec<ContentFile>,
    /// The story's language; empty if the labels state none.
    pub(crate) language: String,
    /// Where mistakes are collected.
    pub(crate) sink: &'a DiagnosticSink,
}

impl<'a> ContentFiles<'a> {
    /// Reads every file of a story. Reports other files, and those that are not readable text.
    pub(crate) fn read(root: &Path, sink: &'a DiagnosticSink) -> Self {
        let mut files = Vec::new();
        walk(root, "", &mut files, sink);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let language = language(&files).unwrap_or_default();
        let quote_marks = QuoteMarks::of(&language);
        files.iter_mut().for_each(|file| file.quote_marks = quote_marks);
        Self { files, language, sink }
    }

    /// The file at a path. Reports it if it is missing.
    pub(crate) fn require_file(&self, path: &str) -> Option<Reporter<'_>> {
        let found = self.find_file(path);
        if found.is_none() && !self.sink.is_unreadable(stem(path)) {
            self.sink.file_error(path, expected(path), "none");
        }
        found
    }

    /// The file at a path, if it is readable.
    pub(crate) fn find_file(&self, path: &str) -> Option<Reporter<'_>> {
        let file = self.files.iter().find(|file| file.path == path)?;
        Some(Reporter::for_file(file, self.sink))
    }

    /// The file of the section with this id, if it is readable.
    pub(crate) fn section_file(&self, id: &str) -> Option<Reporter<'_>> {
        self.find_file(&format!("sections/{id}.md"))
    }

    /// The files below a folder, sorted.
    pub(crate) fn files_in_folder(&self, folder: &'static str) -> impl Iterator<Item = Reporter<'_>> {
        let files = self.files.iter().filter(move |file| file.path.starts_with(folder));
        files.map(|file| Reporter::for_file(file, self.sink))
    }
}

/// The expected text in the message about a missing file.
fn expected(path: &str) -> &'static str {
    match path {
        "ids.toml" => "this file (`cargo xtask register-ids` makes it)",
        "ui-text.toml" => "this file, with at least `site` and the licence of the words",
        "entities.toml" => "this file: whom and what the facts are about",
        "sections/notes.md" => "this file: the notes, the last section of every story",
        _ => "this file",
    }
}

/// The files of a story that are not in a folder.
const FILES: [&str; 11] = [
    "entities.toml",
    ICON,
    "ids.toml",
    "ledger.toml",
    "literal-translations.toml",
    "map-source.toml",
    "map.toml",
    "omissions.toml",
    "sources.toml",
    "story.toml",
    LABELS,
];

/// Where files of ids are, each with their extension. A fact's folder is named after its section.
const FOLDERS: [(&str, &str); 4] =
    [("facts/*", "toml"), ("guesses", "toml"), ("plots", "toml"), ("sections", "md")];

/// Whether the loader reads a file.
fn is_known(path: &str) -> bool {
    let in_folder = |(folder, extension): &(&str, &str)| {
        path.split('/').count() == folder.split('/').count() + 1
            && path.split('/').next() == folder.split('/').next()
            && path.strip_suffix(extension).is_some_and(|id| id.ends_with('.'))
    };
    FILES.contains(&path) || FOLDERS.iter().any(in_folder)
}

/// Whether a file may be anywhere: guides, licences, and what editors and systems leave.
fn is_ignored(name: &str) -> bool {
    name.starts_with(['.', '#'])
        || name.ends_with('~')
        || name.starts_with("README")
        || name.starts_with("LICENSE")
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// Reports a file that the loader would not read. Its name is likely misspelt.
fn report_unknown(path: &str, sink: &DiagnosticSink) {
    sink.mark_incomplete();
    let file = ContentFile::new(path.to_owned(), String::new());
    let reporter = Reporter::for_file(&file, sink);
    if path.contains('/') {
        let ids =
            FOLDERS.map(|(folder, extension)| format!("{}/id.{extension}", folder.replace('*', "section")));
        reporter.error(0..0, backticked(&ids.join("`, `")), backticked(path));
    } else {
        reporter.unknown(0..0, "a file that the guide for writers lists", path, FILES);
    }
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<ContentFile>, sink: &DiagnosticSink) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let name = if prefix.is_empty() { folder.display().to_string() } else { prefix.to_owned() };
            return sink.file_error(&name, "a folder that can be read", error.to_string());
        }
    };
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if is_ignored(&name) {
            continue;
        }
        // Links to folders are not followed, because they may form a loop.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&entry.path(), &format!("{path}/"), files, sink);
        } else if is_known(&path) {
            files.extend(read(&entry.path(), path, sink));
        } else {
            report_unknown(&path, sink);
        }
    }
}

fn read(path: &Path, name: String, sink: &DiagnosticSink) -> Option<ContentFile> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.file_error(&name, "a file that can be read", error.to_string());
            return None;
        }
    };
    match String::from_utf8(bytes) {
        // Some editors put a byte order mark first.
        Ok(text) => Some(ContentFile::new(name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let found = match error.as_bytes() {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16".to_owned(),
                bytes => format!("the byte {:#04x}", bytes.get(offset).copied().unwrap_or_default()),
            };
            let file = ContentFile::new(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
            sink.mark_unreadable(stem(&file.path));
            Reporter::for_file(&file, sink).error(offset..offset + 1, "text in UTF-8", found);
            None
        }
    }
}

/// The language that the labels state. Read before anything else.
fn language(files: &[ContentFile]) -> Option<String> {
    let file = files.iter().find(|file| file.path == LABELS)?;
    let (table, _) = DeTable::parse_recoverable(&file.text);
    match table.into_inner().remove("language")?.into_inner() {
        DeValue::String(language) => Some(language.into_owned()),
        _ => None,
    }
}
