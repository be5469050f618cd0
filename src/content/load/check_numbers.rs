//! Holds the content against `ledger.toml`: every row is told or left out with a reason, and no number
//! is printed that its row does not hold. Knows nothing of what the rows say.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::diagnostics::{DiagnosticSink, SourceFile, SourceSpan, quoted};
use super::source_files::SourceFiles;
use super::symbols::SymbolTable;
use super::toml_table::TomlTable;
use crate::content::text::{Block, Inline, plain};
use crate::content::{Fact, Guess, Omission, Plot, Section};

const LEDGER: &str = "ledger.toml";
const OMISSIONS: &str = "omissions.toml";

/// The numbers that each row holds.
pub(super) type Rows = BTreeMap<String, BTreeSet<String>>;

/// Reads the list of rows that are left out.
pub(super) fn omissions(source_files: &SourceFiles, sink: &DiagnosticSink) -> Vec<Omission> {
    let Some(file) = source_files.file(OMISSIONS, sink) else { return Vec::new() };
    let reasons =
        TomlTable::parse(&file.text, SourceSpan::whole(file, sink)).all::<String>("the reason, in quotes");
    for (id, reason) in &reasons {
        if reason.get_ref().trim().is_empty() {
            sink.at(file, reason.span(), format!("a reason to leave out {}", quoted(id.get_ref())), "none");
        }
    }
    reasons
        .into_iter()
        .map(|(id, reason)| Omission { id: id.into_inner(), reason: reason.into_inner() })
        .collect()
}

/// Reads the ledger, and notes rows that are neither told nor left out, told twice or unknown. Without a ledger there is
/// nothing to hold the words against.
pub(super) fn rows(
    source_files: &SourceFiles,
    symbols: &SymbolTable,
    omissions: &[Omission],
    sink: &DiagnosticSink,
) -> Option<Rows> {
    let file = source_files.file(LEDGER, sink)?;
    let rows = TomlTable::parse(&file.text, SourceSpan::whole(file, sink))
        .all::<BTreeSet<String>>("a list of numbers in quotes");
    let left_out: BTreeSet<&str> = omissions.iter().map(|omission| omission.id.as_str()).collect();
    for (id, _) in &rows {
        accounted_for(id, symbols, &left_out, file, sink);
    }
    let rows = rows.into_iter().map(|(id, numbers)| (id.into_inner(), numbers.into_inner())).collect();
    known(&rows, symbols, &left_out, source_files, sink);
    Some(rows)
}

/// Notes numbers in facts and in prose that are not their row's.
pub(super) fn check(
    rows: &Rows,
    source_files: &SourceFiles,
    files: &[&SourceFile],
    facts: &[Option<Fact>],
    sections: &[Option<Section>],
    sink: &DiagnosticSink,
) {
    for (file, fact) in files.iter().zip(facts) {
        if let (Some(fact), Some(numbers)) = (fact, rows.get(&fact_id(file))) {
            let taken_in = fact.takes_in.iter().filter_map(|at| rows.get(&fact_id(files[at.0]))).flatten();
            let numbers = numbers.iter().chain(taken_in).cloned().chain([date(fact)]).collect();
            figures(&printed(fact), &numbers, &fact.id, file, sink);
        }
    }
    let dates: BTreeSet<_> = facts.iter().flatten().map(date).collect();
    for section in sections.iter().flatten() {
        if let Some(file) = source_files.find(&format!("sections/{}.md", section.id)) {
            Prose { rows, dates: &dates, files, file, sink }.check(section);
        }
    }
}

/// Notes numbers in a plot's words that no row of its facts holds.
pub(super) fn check_plots(
    rows: &Rows,
    plots: &[Option<Plot>],
    files: &[&SourceFile],
    fact_files: &[&SourceFile],
    facts: &[Option<Fact>],
    sink: &DiagnosticSink,
) {
    for (plot, file) in plots.iter().zip(files) {
        let Some(plot) = plot else { continue };
        let own = plot.facts();
        let own = || own.iter().map(|fact| fact.0);
        let numbers = own().filter_map(|fact| rows.get(&fact_id(fact_files[fact]))).flatten().cloned();
        let dates = own().filter_map(|fact| facts[fact].as_ref()).map(date);
        let allowed: BTreeSet<_> = numbers.chain(dates).collect();
        figures(&plot.words(), &allowed, &plot.id, file, sink);
    }
}

/// Notes numbers in a guess's words that its fact's row does not hold.
pub(super) fn check_guesses(
    rows: &Rows,
    guesses: &[Option<Guess>],
    files: &[&SourceFile],
    fact_files: &[&SourceFile],
    facts: &[Option<Fact>],
    sink: &DiagnosticSink,
) {
    for (guess, file) in guesses.iter().zip(files) {
        let Some(guess) = guess else { continue };
        let id = fact_id(fact_files[guess.fact.0]);
        if let (Some(fact), Some(numbers)) = (&facts[guess.fact.0], rows.get(&id)) {
            let numbers = numbers.iter().cloned().chain([date(fact)]).collect();
            let words = format!("{}\n{}", guess.question, plain(&guess.reflection));
            figures(&words, &numbers, &id, file, sink);
        }
    }
}

/// The year that a fact is dated to, which may be told although its row only implies it: the article's own.
fn date(fact: &Fact) -> String {
    fact.date.year.to_string()
}

/// The id of the fact in a file, whether or not it could be read.
fn fact_id(file: &SourceFile) -> String {
    file.stem().unwrap_or_default().to_owned()
}

fn accounted_for(
    id: &Spanned<String>,
    symbols: &SymbolTable,
    left_out: &BTreeSet<&str>,
    file: &SourceFile,
    sink: &DiagnosticSink,
) {
    let name = id.get_ref().as_str();
    let told = symbols.facts.contains_key(name) || symbols.references.contains_key(name);
    let expected = "the row as a fact, a reference or an omission";
    match (told, left_out.contains(name)) {
        (false, false) => {
            let known = symbols.facts.keys().chain(symbols.references.keys()).map(String::as_str);
            sink.unknown(file, id.span(), expected, name, known.chain(left_out.iter().copied()));
        }
        (true, true) => sink.at(file, id.span(), expected, format!("{}, told and left out", quoted(name))),
        _ => {}
    }
}

/// Notes facts and omissions that no row of the ledger backs.
fn known(
    rows: &Rows,
    symbols: &SymbolTable,
    left_out: &BTreeSet<&str>,
    source_files: &SourceFiles,
    sink: &DiagnosticSink,
) {
    let ids = || rows.keys().map(String::as_str);
    for (id, _) in symbols.facts.iter().filter(|(id, _)| !rows.contains_key(*id)) {
        let found = source_files.below("facts/").find(|file| file.stem() == Some(id));
        if let Some(file) = found {
            sink.unknown(file, 0..0, "a row of ledger.toml for this fact", id, ids());
        }
    }
    let Some(file) = source_files.find(OMISSIONS) else { return };
    for id in left_out.iter().filter(|id| !rows.contains_key(**id)) {
        let at = file.text.find(id).unwrap_or_default();
        sink.unknown(file, at..at, "a row of ledger.toml", id, ids());
    }
}

/// Everything that a fact prints, a line each.
fn printed(fact: &Fact) -> String {
    let texts = [&fact.claim, &fact.adds, &fact.why, &fact.context, &fact.yardstick];
    let mut lines: Vec<String> = texts.into_iter().map(|text| plain(text)).collect();
    lines.extend(fact.notes.iter().map(|note| plain(note)));
    lines.push(fact.title.clone());
    lines.extend(fact.when.clone());
    lines.extend(fact.figure.iter().map(|figure| format!("{}\n{}", figure.text, figure.unit)));
    lines.join("\n")
}

/// Holds a section's prose against its own facts' rows and those it links to, and linked words against their row.
struct Prose<'a> {
    rows: &'a Rows,
    dates: &'a BTreeSet<String>,
    files: &'a [&'a SourceFile],
    file: &'a SourceFile,
    sink: &'a DiagnosticSink,
}

impl Prose<'_> {
    fn check(&self, section: &Section) {
        let folder = format!("facts/{}/", section.id);
        let own = self.files.iter().filter(|file| file.path.starts_with(&folder));
        let mut allowed = self.dates.clone();
        allowed.extend(own.filter_map(|file| self.rows.get(&fact_id(file))).flatten().cloned());
        for words in section.body.iter().flat_map(Block::paragraphs).chain([&section.standfirst]) {
            self.links(words, &mut allowed);
            figures(&plain(words), &allowed, &section.id, self.file, self.sink);
        }
        figures(&section.title, &allowed, &section.id, self.file, self.sink);
    }

    fn links(&self, words: &[Inline], allowed: &mut BTreeSet<String>) {
        for inline in words {
            match inline {
                Inline::Fact { to, words } => {
                    let id = fact_id(self.files[to.0]);
                    if let Some(numbers) = self.rows.get(&id) {
                        let own = numbers.union(self.dates).cloned().collect();
                        figures(&plain(words), &own, &id, self.file, self.sink);
                        allowed.extend(numbers.iter().cloned());
                    }
                }
                Inline::Emphasis(words) | Inline::Entity { words, .. } => self.links(words, allowed),
                Inline::Text(_) | Inline::Foreign { .. } => {}
            }
        }
    }
}

fn figures(text: &str, allowed: &BTreeSet<String>, row: &str, file: &SourceFile, sink: &DiagnosticSink) {
    for number in numbers(text) {
        if !allowed.contains(&number.replace(',', "")) {
            let at = file.text.find(number).unwrap_or_default();
            sink.at(file, at..at, format!("only numbers that the row of `{row}` holds"), quoted(number));
        }
    }
}

/// The numbers in a text, as written; those within a word, such as `36Kr`, are names.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == ',' || letter == '.'))
        .map(|word| word.trim_matches(|letter| letter == ',' || letter == '.'))
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .filter(|word| !word.contains(char::is_alphabetic))
}
