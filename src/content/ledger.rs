//! The ledger, `ledger.toml`, which lists the numbers of every fact and reference, and `omissions.toml`. Every row is a
//! fact, a reference or omitted; every fact has a row.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::parse::{ContentFiles, Reporter, SymbolTable, TomlTable, backticked};

/// A row of the ledger that the story omits.
#[derive(Clone, Debug, PartialEq)]
pub struct Omission {
    /// The row's id.
    pub id: String,
    /// Why.
    pub reason: String,
}

const LEDGER: &str = "ledger.toml";
const OMISSIONS: &str = "omissions.toml";

/// Numbers by row id.
pub(super) type LedgerNumbers = BTreeMap<String, BTreeSet<String>>;

/// Reads the omitted rows, each with its reason.
pub(super) fn omissions(content_files: &ContentFiles<'_>) -> Vec<Omission> {
    let Some(reporter) = content_files.find_file(OMISSIONS) else { return Vec::new() };
    let reasons =
        TomlTable::parse(&reporter.file.text, reporter).entries_as::<String>("the reason, in quotes");
    for (id, reason) in &reasons {
        if reason.get_ref().trim().is_empty() {
            let expected = format!("a reason to leave out {}", backticked(id.get_ref()));
            reporter.error(reason.span(), expected, "none");
        }
    }
    reasons
        .into_iter()
        .map(|(id, reason)| Omission {
            id: id.into_inner(),
            reason: reporter.file.quote_marks.smart_quotes(reason.get_ref()),
        })
        .collect()
}

/// Reads the optional ledger. Reports unknown rows, rows that are neither in the story nor omitted, and rows that are
/// both.
pub(super) fn rows(
    content_files: &ContentFiles<'_>,
    symbols: &SymbolTable,
    omissions: &[Omission],
) -> Option<LedgerNumbers> {
    let Some(reporter) = content_files.find_file(LEDGER) else {
        if content_files.sink.is_complete()
            && let (Some(reporter), Some(first)) = (content_files.find_file(OMISSIONS), omissions.first())
        {
            let expected = "a file ledger.toml whose rows are left out here";
            reporter.error(reporter.file.value_span(&first.id), expected, "none");
        }
        return None;
    };
    let rows = TomlTable::parse(&reporter.file.text, reporter)
        .entries_as::<BTreeSet<String>>("a list of numbers in quotes");
    let left_out: BTreeSet<&str> = omissions.iter().map(|omission| omission.id.as_str()).collect();
    for (id, _) in &rows {
        report_misplaced_row(id, symbols, &left_out, reporter);
    }
    let rows = rows.into_iter().map(|(id, numbers)| (id.into_inner(), numbers.into_inner())).collect();
    report_missing_rows(&rows, symbols, &left_out, content_files);
    Some(rows)
}

/// Reports a row that is neither in the story nor omitted, or that is both.
fn report_misplaced_row(
    id: &Spanned<String>,
    symbols: &SymbolTable,
    left_out: &BTreeSet<&str>,
    reporter: Reporter<'_>,
) {
    let name = id.get_ref().as_str();
    let is_in_story = symbols.facts.contains_key(name) || symbols.references.contains_key(name);
    let expected = "the row as a fact, a reference or an omission";
    match (is_in_story, left_out.contains(name)) {
        // The row may be accounted for in a file that could not be read.
        (false, false) if !reporter.sink.is_complete() => {}
        (false, false) => {
            let known = symbols.facts.keys().chain(symbols.references.keys()).map(String::as_str);
            reporter.unknown(id.span(), expected, name, known.chain(left_out.iter().copied()));
        }
        (true, true) => {
            reporter.error(id.span(), expected, format!("{}, told and left out", backticked(name)))
        }
        _ => {}
    }
}

/// Reports facts and omissions without a row in the ledger.
fn report_missing_rows(
    rows: &LedgerNumbers,
    symbols: &SymbolTable,
    left_out: &BTreeSet<&str>,
    content_files: &ContentFiles<'_>,
) {
    let ids = || rows.keys().map(String::as_str);
    for (id, _) in symbols.facts.iter().filter(|(id, _)| !rows.contains_key(*id)) {
        let found = content_files.files_in_folder("facts/").find(|reporter| reporter.file.stem() == id);
        if let Some(reporter) = found {
            reporter.unknown(0..0, "a row of ledger.toml for this fact", id, ids());
        }
    }
    let Some(reporter) = content_files.find_file(OMISSIONS) else { return };
    for id in left_out.iter().filter(|id| !rows.contains_key(**id)) {
        let offset = reporter.file.text.find(id).unwrap_or_default();
        reporter.unknown(offset..offset, "a row of ledger.toml", id, ids());
    }
}
