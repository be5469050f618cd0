//! Reads the files of a content folder as text.

use std::fs;
use std::io;
use std::path::Path;

use super::diagnostics::{DiagnosticSink, Reporter, SourceFile};
use super::quotation::Quotation;
use super::{ICON, labels};
use crate::content::Section;

/// All files of a content folder, by path.
pub(super) struct SourceFiles<'a> {
    files: Vec<SourceFile>,
    /// The story's language; empty if the labels state none.
    pub(super) language: String,
    /// Where mistakes are collected.
    pub(super) sink: &'a DiagnosticSink,
}

impl<'a> SourceFiles<'a> {
    /// Reads every `.toml` and `.md` file below a folder, and the icon. Reports files that are not readable text.
    pub(super) fn read(root: &Path, sink: &'a DiagnosticSink) -> Self {
        let mut files = Vec::new();
        walk(root, "", &mut files, sink);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let language = labels::language(&files).unwrap_or_default();
        let quotation = Quotation::of(&language);
        files.iter_mut().for_each(|file| file.quotation = quotation);
        Self { files, language, sink }
    }

    /// The file at a path. Reports it if it is missing.
    pub(super) fn require(&self, path: &str) -> Option<Reporter<'_>> {
        let found = self.find(path);
        if found.is_none() {
            self.sink.file_error(path, expected(path), "none");
        }
        found
    }

    /// The file at a path, if it is readable.
    pub(super) fn find(&self, path: &str) -> Option<Reporter<'_>> {
        let file = self.files.iter().find(|file| file.path == path)?;
        Some(Reporter::whole(file, self.sink))
    }

    pub(super) fn section(&self, section: &Section) -> Option<Reporter<'_>> {
        self.find(&format!("sections/{}.md", section.id))
    }

    /// The files below a folder, sorted.
    pub(super) fn in_folder(&self, folder: &'static str) -> impl Iterator<Item = Reporter<'_>> {
        let files = self.files.iter().filter(move |file| file.path.starts_with(folder));
        files.map(|file| Reporter::whole(file, self.sink))
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

fn walk(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>, sink: &DiagnosticSink) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let name = if prefix.is_empty() { folder.display().to_string() } else { prefix.to_owned() };
            return sink.file_error(&name, "a folder that can be read", error.to_string());
        }
    };
    for entry in entries {
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        // Links to folders are not followed, because they may form a loop.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, &format!("{name}/"), files, sink);
        } else if name.ends_with(".toml") || name.ends_with(".md") || name == ICON {
            files.extend(read(&path, name, sink));
        }
    }
}

fn read(path: &Path, name: String, sink: &DiagnosticSink) -> Option<SourceFile> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.file_error(&name, "a file that can be read", error.to_string());
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(SourceFile::new(name, text.replace("\r\n", "\n"))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            sink.mark_incomplete();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = SourceFile::new(name, text);
            let found = format!("the byte {byte:#04x}");
            Reporter::whole(&file, sink).error(at..at + 1, "text in UTF-8", found);
            None
        }
    }
}
