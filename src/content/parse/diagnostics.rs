//! Mistakes in content files, reported so that a writer can fix them.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::panic::Location;

use serde::Serialize;

use super::locate::{position, value_spans};
use super::quote_marks::QuoteMarks;

/// A content file.
#[derive(Debug)]
pub(crate) struct ContentFile {
    /// Path below the content folder, with `/` as the separator.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Quotation marks of the story's language.
    pub(crate) quote_marks: QuoteMarks,
    value_spans: OnceCell<BTreeMap<String, Range<usize>>>,
}

impl ContentFile {
    /// A file with English quotation marks, until the language is known.
    pub(crate) fn new(path: String, text: String) -> Self {
        Self { path, text, quote_marks: QuoteMarks::of(""), value_spans: OnceCell::new() }
    }

    /// The byte range of a value in TOML or in a section's front matter, by dotted key. `0..0` if there is none.
    pub(crate) fn value_span(&self, key: &str) -> Range<usize> {
        self.value_spans.get_or_init(|| value_spans(&self.text)).get(key).cloned().unwrap_or_default()
    }

    /// The file's name without folder and extension.
    pub(crate) fn stem(&self) -> &str {
        stem(&self.path)
    }
}

/// A path's last part, without extension.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// One error in a content file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// File, relative to the content folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// The most similar known name, if one is similar.
    pub suggestion: Option<String>,
    /// The check that reported it: the name of its file below `src/content/`, without extension.
    pub rule: &'static str,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, expected, found, suggestion, rule: _ } = self;
        write!(f, "{file}:{line}:{column}: expected {expected}, found {found}")?;
        match suggestion {
            Some(name) => write!(f, "; did you mean `{name}`?"),
            None => Ok(()),
        }
    }
}

/// Every mistake in a content folder, ordered by file and line; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.0 {
            writeln!(f, "{diagnostic}")?;
        }
        let count = self.0.len();
        write!(f, "{count} mistake{} in the content", if count == 1 { "" } else { "s" })
    }
}

impl std::error::Error for Diagnostics {}

/// Reports mistakes in a part of a file. Byte offsets count from the part's start.
#[derive(Clone, Copy)]
pub(crate) struct Reporter<'a> {
    pub(crate) file: &'a ContentFile,
    /// Where mistakes are collected.
    pub(crate) sink: &'a DiagnosticSink,
    /// Byte offset of the part in the file.
    pub(crate) offset: usize,
    /// Where the part is shorter than its source ([`locate::escapes`](super::locate::escapes)).
    pub(crate) escapes: &'a [(usize, usize)],
}

impl<'a> Reporter<'a> {
    /// A reporter for the whole file.
    pub(crate) fn for_file(file: &'a ContentFile, sink: &'a DiagnosticSink) -> Self {
        Self { file, sink, offset: 0, escapes: &[] }
    }

    /// Reports a mistake at a byte range of the part.
    #[track_caller]
    pub(crate) fn error(self, span: Range<usize>, expected: impl Into<String>, found: impl Into<String>) {
        self.push(span, expected.into(), found.into(), None);
    }

    /// Reports an unknown name, with the most similar known one.
    #[track_caller]
    pub(crate) fn unknown<'n>(
        self,
        span: Range<usize>,
        expected: &str,
        found: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        self.push(span, expected.to_owned(), backticked(found), most_similar(found, known));
    }

    #[track_caller]
    fn push(self, span: Range<usize>, expected: String, found: String, suggestion: Option<String>) {
        let escaped =
            self.escapes.iter().rev().find(|(offset, _)| *offset <= span.start).map_or(0, |(_, more)| *more);
        let (line, column) = position(&self.file.text, self.offset + span.start + escaped);
        self.sink.diagnostics.borrow_mut().push(Diagnostic {
            file: self.file.path.clone(),
            line,
            column,
            expected,
            found,
            suggestion,
            rule: rule(),
        });
    }
}

/// Collects mistakes while files are read.
#[derive(Debug, Default)]
pub(crate) struct DiagnosticSink {
    diagnostics: RefCell<Vec<Diagnostic>>,
    incomplete: Cell<bool>,
    /// Ids whose files could not be read.
    unreadable: RefCell<BTreeSet<String>>,
}

impl DiagnosticSink {
    /// Records that a file could not be read completely, so that missing names may be in it.
    pub(crate) fn mark_incomplete(&self) {
        self.incomplete.set(true);
    }

    /// Whether missing names may be reported: false if a file could not be read completely.
    pub(crate) fn is_complete(&self) -> bool {
        !self.incomplete.get()
    }

    /// Records the id of a file that could not be read, so that references to it are not reported too.
    pub(crate) fn mark_unreadable(&self, id: &str) {
        self.mark_incomplete();
        self.unreadable.borrow_mut().insert(id.to_owned());
    }

    /// Whether an id's file could not be read.
    pub(crate) fn is_unreadable(&self, id: &str) -> bool {
        self.unreadable.borrow().contains(id)
    }

    /// Reports a file that is missing or cannot be read.
    #[track_caller]
    pub(crate) fn file_error(&self, path: &str, expected: impl Into<String>, found: impl Into<String>) {
        self.mark_incomplete();
        self.diagnostics.borrow_mut().push(Diagnostic {
            file: path.to_owned(),
            line: 1,
            column: 1,
            expected: expected.into(),
            found: found.into(),
            suggestion: None,
            rule: rule(),
        });
    }

    /// Returns the result, or all mistakes if there are any.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, Diagnostics> {
        if read.is_none() && self.diagnostics.borrow().is_empty() {
            self.file_error(
                "story.toml",
                "a story that can be read",
                "none, for a reason that the loader hides",
            );
        }
        let mut diagnostics = self.diagnostics.into_inner();
        diagnostics.sort();
        diagnostics.dedup();
        read.filter(|_| diagnostics.is_empty()).ok_or(Diagnostics(diagnostics))
    }
}

/// The name of the caller's source file, without extension.
#[track_caller]
fn rule() -> &'static str {
    let file = Location::caller().file();
    file.rsplit(['/', '\\']).next().and_then(|name| name.strip_suffix(".rs")).unwrap_or(file)
}

/// A word in backticks, for messages.
pub(crate) fn backticked(word: &str) -> String {
    format!("`{word}`")
}

/// The most similar known name, if one is similar.
pub(crate) fn most_similar<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let likeness = |candidate: &str| {
        strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase())
    };
    known
        .into_iter()
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate.to_owned())
}
