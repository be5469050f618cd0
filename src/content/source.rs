//! Sources, `sources.toml`: the source article's own list, and the sources that facts were checked against.

use schemars::JsonSchema;
use serde::Serialize;
use toml::Spanned;
use url::Url;

use super::ids::{ID_PATTERN, matches_id_pattern};
use super::parse::{ContentFiles, Reporter, SymbolTable, TomlTable, backticked};
use super::text::Inline;
use super::{RecordRef, ReferenceRef};

/// An entry of the source article's own list of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The id, which is its anchor on the endnotes page.
    pub id: String,
    /// The number in the list.
    pub number: u32,
    /// A short version of its title.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// The outlet's name in its own script.
    pub outlet_script: Option<String>,
    /// BCP 47 tag of the language of `outlet_script`.
    pub outlet_language: Option<String>,
    /// The date as the list prints it.
    pub printed_date: String,
    /// Our reading of a date that cannot be right.
    pub likely_date: Option<String>,
    /// What is doubtful.
    pub note: Vec<Inline>,
}

// Published like `Entity`, with its doc comments.
/// A source that we checked.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "record", deny_unknown_fields)]
pub struct Record {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as people write it.
    pub date: Option<String>,
    /// The URLs.
    #[schemars(length(min = 1), inner(url))]
    pub urls: Vec<String>,
}

const FILE: &str = "sources.toml";

type Tables<'a> = Vec<(Spanned<String>, TomlTable<'a>)>;

/// References and records whose ids are declared, and whose tables are not read yet.
#[derive(Default)]
pub(super) struct DeclaredSources<'a> {
    references: Tables<'a>,
    records: Tables<'a>,
}

/// Declares every reference and record.
pub(super) fn declare<'a>(
    content_files: &'a ContentFiles<'_>,
    symbols: &mut SymbolTable,
) -> DeclaredSources<'a> {
    let Some(reporter) = content_files.find_file(FILE) else { return DeclaredSources::default() };
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let references = fields.table("references").map(TomlTable::subtables).unwrap_or_default();
    let records = fields.table("records").map(TomlTable::subtables).unwrap_or_default();
    fields.finish();
    references.iter().chain(&records).for_each(|(id, _)| check_id(id, reporter));
    for (index, (id, _)) in references.iter().enumerate() {
        symbols.references.insert(id.get_ref().clone(), ReferenceRef(index));
    }
    for (index, (id, _)) in records.iter().enumerate() {
        symbols.records.insert(id.get_ref().clone(), RecordRef(index));
    }
    DeclaredSources { references, records }
}

/// Reads both lists; `None` for each entry that cannot be read.
pub(super) fn read(
    declared: DeclaredSources<'_>,
    symbols: &SymbolTable,
) -> (Vec<Option<Reference>>, Vec<Option<Record>>) {
    (
        declared
            .references
            .into_iter()
            .map(|(id, fields)| reference(id.into_inner(), fields, symbols))
            .collect(),
        declared.records.into_iter().map(|(id, fields)| record(id.into_inner(), fields)).collect(),
    )
}

fn reference(id: String, mut fields: TomlTable<'_>, symbols: &SymbolTable) -> Option<Reference> {
    let number = fields.required::<u32>("number", "its number in the list");
    let title = fields.text("title");
    let outlet = fields.text("outlet");
    let outlet_script = fields.optional_text("outlet-script");
    let outlet_language = outlet_script.as_deref().and_then(|script| symbols.language(script));
    let printed_date = fields.text("printed-date");
    let likely_date = fields.optional_text("likely-date");
    let note = fields.markdown("note", symbols);
    fields.finish();
    Some(Reference {
        id,
        number: number?.into_inner(),
        title: title?,
        outlet: outlet?,
        outlet_script,
        outlet_language,
        printed_date: printed_date?,
        likely_date,
        note: note?,
    })
}

fn record(id: String, mut fields: TomlTable<'_>) -> Option<Record> {
    let title = fields.text("title");
    let outlet = fields.text("outlet");
    let date = fields.optional_text("date");
    let urls = fields.required_list("urls", "a list of addresses");
    if let Some(urls) = &urls {
        if urls.get_ref().is_empty() {
            fields.reporter.error(urls.span(), "at least one address", "none");
        }
        for url in urls.get_ref().iter().filter(|url| !is_url(url.get_ref())) {
            fields.reporter.error(url.span(), URL, backticked(url.get_ref()));
        }
    }
    fields.finish();
    let urls = urls?.into_inner().into_iter().map(Spanned::into_inner).collect();
    Some(Record { id, title: title?, outlet: outlet?, date, urls })
}

/// What an address is expected to be.
pub(super) const URL: &str = "an address that begins with https:// or http://";

/// Whether text is the address of a page: with a scheme and a host, without white space.
pub(super) fn is_url(text: &str) -> bool {
    let has_scheme = text.starts_with("https://") || text.starts_with("http://");
    has_scheme
        && !text.contains(char::is_whitespace)
        && Url::parse(text).is_ok_and(|url| url.host_str().is_some_and(|host| host.contains('.')))
}

/// Reports ids that the data's schema does not allow.
fn check_id(id: &Spanned<String>, reporter: Reporter<'_>) {
    if !matches_id_pattern(id.get_ref()) {
        let expected = "an id of letters, digits and hyphens, no hyphen first";
        reporter.error(id.span(), expected, backticked(id.get_ref()));
    }
}

pub(super) fn check_used(content_files: &ContentFiles<'_>, symbols: &SymbolTable) {
    let Some(reporter) = content_files.find_file(FILE) else { return };
    let used = symbols.used_records.borrow();
    for (id, _) in symbols.records.iter().filter(|(_, record)| !used.contains(record)) {
        let start = reporter.file.value_span(&format!("records.{id}")).start;
        reporter.error(start..start, "a record that a fact cites", format!("`{id}`, never used"));
    }
}
