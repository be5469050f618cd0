//! Checks that texts can be published as data. No spreadsheet takes them for formulas, lists can be joined, and XML can
//! contain them.

use std::ops::Range;

use crate::content::parse::{ContentFiles, LABELS, Reporter, backticked, body_span, locate};
use crate::content::text::plain;
use crate::content::{Entity, Fact, Figure, Record, Reference, Section, SourceArticle};
use crate::ui_text::UiText;

/// What joins the values of a field in the data. No value may contain it.
pub const SEPARATOR: &str = " | ";

/// What joins the names of an entity in its scripts. No name may contain it.
pub const SCRIPT_SEPARATOR: &str = "; ";

/// Characters that begin a formula in a spreadsheet (OWASP, CSV injection).
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Reports a text that begins a value and looks like a formula, or contains one of the separators.
fn check_text(text: &str, separators: &[&str], span: Range<usize>, reporter: Reporter<'_>) {
    if text.starts_with(FORMULA_STARTS) {
        reporter.error(span, "words that no spreadsheet takes for a formula", backticked(text));
    } else {
        check_separators(text, separators, span, reporter);
    }
}

fn check_separators(text: &str, separators: &[&str], span: Range<usize>, reporter: Reporter<'_>) {
    if let Some(separator) = separators.iter().find(|separator| text.contains(**separator)) {
        let expected = format!("no {}, which separates values in the data", backticked(separator));
        reporter.error(span, expected, backticked(text));
    }
}

/// Checks the texts of facts.
pub(super) fn check(facts: &[Option<Fact>], reporters: &[Reporter<'_>]) {
    for (fact, reporter) in facts.iter().zip(reporters) {
        let Some(fact) = fact else { continue };
        let check = |key: &str, text: &str| {
            let separators: &[_] = if key == "notes" { &[SEPARATOR] } else { &[] };
            check_text(text, separators, reporter.file.value_span(key), *reporter);
        };
        check("title", &fact.title);
        fact.date_text.iter().for_each(|text| check("when", text));
        let Fact { why, claim, adds, context, yardstick, notes, .. } = fact;
        let prose =
            [("why", why), ("claim", claim), ("adds", adds), ("context", context), ("yardstick", yardstick)];
        prose.into_iter().for_each(|(key, inlines)| check(key, &plain(inlines)));
        notes.iter().for_each(|note| check("notes", &plain(note)));
        if let Some(Figure { text, unit, derived, .. }) = &fact.figure {
            // A spreadsheet takes a negative number for a number.
            if text.parse::<f64>().is_err() {
                check("figure.text", text);
            }
            check("figure.unit", unit);
            derived.iter().for_each(|derived| check("figure.derived", derived));
        }
    }
}

/// Checks the texts of entities, sources and sections, which the data of facts include.
pub(super) fn check_named(
    entities: &[Option<Entity>],
    references: &[Option<Reference>],
    records: &[Option<Record>],
    sections: &[Option<Section>],
    content_files: &ContentFiles<'_>,
) {
    if let Some(reporter) = content_files.find_file("entities.toml") {
        for Entity { id, name, scripts, .. } in entities.iter().flatten() {
            check_text(name, &[SEPARATOR], reporter.file.value_span(&format!("{id}.name")), reporter);
            for (language, name) in scripts {
                let span = reporter.file.value_span(&format!("{id}.script.{language}"));
                check_separators(name, &[SEPARATOR, SCRIPT_SEPARATOR], span, reporter);
            }
        }
    }
    if let Some(reporter) = content_files.find_file("sources.toml") {
        let check = |table: &str, id: &str, title: &str| {
            check_text(
                title,
                &[SEPARATOR],
                reporter.file.value_span(&format!("{table}.{id}.title")),
                reporter,
            );
        };
        references.iter().flatten().for_each(|source| check("references", &source.id, &source.title));
        for record in records.iter().flatten() {
            check("records", &record.id, &record.title);
            let span = reporter.file.value_span(&format!("records.{}.outlet", record.id));
            check_separators(&record.outlet, &[SEPARATOR], span, reporter);
        }
    }
    for section in sections.iter().flatten() {
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        check_text(&section.title, &[], reporter.file.value_span("title"), reporter);
        check_text(&section.short_name, &[], reporter.file.value_span("short-name"), reporter);
    }
}

/// Checks the texts that begin the other values: labels, and those that may begin the label of the source article.
pub(super) fn check_labels(
    ui: Option<&UiText>,
    source_article: Option<&SourceArticle>,
    content_files: &ContentFiles<'_>,
) {
    if let Some((ui, reporter)) = ui.zip(content_files.find_file(LABELS)) {
        let check = |key: &str, text: &str| check_text(text, &[], reporter.file.value_span(key), reporter);
        ui.verdict.iter().for_each(|(word, label)| check(&format!("verdict.{word}"), label));
        check("source-article", &ui.source_article);
        check("dates.day", &ui.dates.day);
        check("dates.month", &ui.dates.month);
        ui.dates.months.iter().for_each(|month| check("dates.months", month));
    }
    if let Some((article, reporter)) = source_article.zip(content_files.find_file("story.toml")) {
        let SourceArticle { outlet, author, date_text, .. } = article;
        for (key, text) in [("outlet", outlet), ("author", author), ("when", date_text)] {
            check_text(text, &[], reporter.file.value_span(&format!("source-article.{key}")), reporter);
        }
    }
}

/// Reports control characters, which XML cannot contain and browsers do not show. TOML can escape them.
pub(super) fn check_control_characters(content_files: &ContentFiles<'_>) {
    for reporter in content_files.files_in_folder("") {
        let text = &reporter.file.text;
        let body = body_span(text);
        let strings = locate::strings(text).into_iter().chain([(text[body.clone()].to_owned(), body)]);
        for (string, span) in strings {
            if let Some(control) = string.chars().find(|letter| is_control(*letter)) {
                let found = format!("the control character U+{:04X}", u32::from(control));
                reporter.error(span, "only characters that can be printed", found);
            }
        }
    }
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t' | '\r')
}
