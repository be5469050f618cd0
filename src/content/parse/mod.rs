//! Reads content files as text, TOML and Markdown, resolves ids, and collects mistakes with their positions.

mod content_files;
mod diagnostics;
mod front_matter;
pub mod locate;
mod markdown;
mod quote_marks;
mod symbols;
mod syntax_errors;
mod toml_fields;
mod toml_table;

pub use self::content_files::ICON;
pub(super) use self::content_files::{ContentFiles, LABELS};
pub(super) use self::diagnostics::{ContentFile, DiagnosticSink, Reporter, backticked, most_similar};
pub use self::diagnostics::{Diagnostic, Diagnostics};
pub(super) use self::front_matter::{FRONT_MATTER_FENCE, body_span, split_front_matter};
pub(super) use self::markdown::{GUESS_PREFIX, PLOT_PREFIX, blocks};
pub(super) use self::symbols::{SymbolTable, ids_by_file};
pub(super) use self::syntax_errors::report_syntax;
pub(super) use self::toml_fields::DATE;
pub(super) use self::toml_table::TomlTable;
