//! The facts' files, one each: `facts/<section>/<id>.toml`. Knows nothing of how a fact is shown.

use toml::Spanned;

use super::fields::Fields;
use super::folder::Folder;
use super::markdown::{Place, inline};
use super::names::Names;
use super::report::{File, Report, quoted};
use super::sections::stem;
use crate::story::text::Inline;
use crate::story::{Amount, Confidence, Fact, FactRef, Figure, Kind, Qualifier, SectionRef};

/// Gives every fact its place, by its file's name, and notes names that stand in two folders.
pub(super) fn names<'a>(folder: &'a Folder, names: &mut Names, report: &Report) -> Vec<&'a File> {
    let mut files: Vec<&File> = Vec::new();
    for file in folder.below("facts/") {
        let Some(id) = stem(file) else { continue };
        if let Some(first) = names.facts.get(id) {
            let first = &files[first.0].path;
            report.at(file, 0..0, "an id of its own", format!("{}, which is also {first}", quoted(id)));
            continue;
        }
        names.facts.insert(id.to_owned(), FactRef(files.len()));
        files.push(file);
    }
    files
}

/// Reads every fact; `None` for one that could not be read.
pub(super) fn read(files: &[&File], names: &Names, report: &Report) -> Vec<Option<Fact>> {
    files.iter().map(|file| fact(file, names, report)).collect()
}

fn fact(file: &File, names: &Names, report: &Report) -> Option<Fact> {
    let section = section(file, names, report);
    let mut fields = Fields::parse(file, &file.text, 0, report);
    let title = fields.words("title");
    let kind = fields.one_of("kind", Kind::ALL);
    let entities = entities(&mut fields, names);
    let as_of = fields.words("as-of").and_then(|date| {
        let parsed = date.get_ref().parse().ok();
        if parsed.is_none() {
            let expected = "a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD";
            report.at(file, date.span(), expected, quoted(date.get_ref()));
        }
        parsed
    });
    let when = fields.optional_words("when");
    let confidence = fields.one_of("confidence", Confidence::ALL);
    let claim = fields.words("claim").map(|text| prose(&text, file, names, report));
    let context = fields.optional_words("context").map(|text| prose(&text, file, names, report));
    let source_says = fields.optional_words("source-says").map(|text| prose(&text, file, names, report));
    let notes = list(&mut fields, "notes").iter().map(|text| prose(text, file, names, report)).collect();
    let references = list(&mut fields, "references");
    let references =
        references.iter().filter_map(|id| names.reference(id.get_ref(), id.span(), file, report));
    let references = references.collect();
    let records = list(&mut fields, "records");
    let records =
        records.iter().filter_map(|id| names.record(id.get_ref(), id.span(), file, report)).collect();
    let figure = fields.table("figure").map(figure);
    fields.finish();
    Some(Fact {
        id: stem(file)?.to_owned(),
        section: section?,
        title: title?.into_inner(),
        kind: kind?,
        figure: figure.flatten(),
        entities: entities?,
        as_of: as_of?,
        when: when.map(Spanned::into_inner),
        confidence: confidence?,
        claim: claim?,
        context: context.unwrap_or_default(),
        source_says: source_says.unwrap_or_default(),
        notes,
        references,
        records,
    })
}

/// The section that the file's folder names.
fn section(file: &File, names: &Names, report: &Report) -> Option<SectionRef> {
    let folder =
        file.path.strip_prefix("facts/").and_then(|path| path.split_once('/')).map(|(folder, _)| folder);
    match folder {
        Some(id) => names.section(id, 0..0, file, report),
        None => {
            report.at(file, 0..0, "a folder named after a section", "none");
            None
        }
    }
}

fn entities(fields: &mut Fields<'_>, names: &Names) -> Option<Vec<crate::story::EntityRef>> {
    let ids =
        fields.required::<Vec<Spanned<String>>>("entities", "a list of entity ids, the chief one first")?;
    if ids.get_ref().is_empty() {
        fields.report.at(fields.file, ids.span(), "at least one entity", "none");
    }
    let ids = ids.into_inner();
    let found = ids.iter().map(|id| names.entity(id.get_ref(), id.span(), fields.file, fields.report));
    found.collect::<Vec<_>>().into_iter().collect()
}

fn list(fields: &mut Fields<'_>, key: &'static str) -> Vec<Spanned<String>> {
    fields
        .optional::<Vec<Spanned<String>>>(key, "a list of words in quotes")
        .map(Spanned::into_inner)
        .unwrap_or_default()
}

/// Reads inline Markdown that stands in a TOML string.
pub(super) fn prose(text: &Spanned<String>, file: &File, names: &Names, report: &Report) -> Vec<Inline> {
    let written = &file.text[text.span()];
    let quotes = if written.starts_with("\"\"\"") { 3 } else { 1 };
    inline(text.get_ref(), Place { file, report, names, offset: text.span().start + quotes })
}

fn figure(mut fields: Fields<'_>) -> Option<Figure> {
    let text = fields.words("text");
    let value = fields.optional::<f64>("value", "a number");
    let from = fields.optional::<f64>("from", "a number");
    let to = fields.optional::<f64>("to", "a number");
    let unit = fields.words("unit");
    let qualifier = fields.optional_one_of("qualifier", Qualifier::ALL);
    let derived = fields.optional_words("derived");
    let number = |number: Spanned<f64>| number.into_inner();
    let amount = match (value.map(number), from.map(number), to.map(number)) {
        (Some(value), None, None) => Some(Amount::Value(value)),
        (None, Some(from), Some(to)) => Some(Amount::Range { from, to }),
        _ => {
            let at = text.as_ref().map_or(0..0, Spanned::span);
            fields.report.at(fields.file, at, "`value`, or `from` and `to`", "neither, or both");
            None
        }
    };
    fields.finish();
    Some(Figure {
        text: text?.into_inner(),
        amount: amount?,
        unit: unit?.into_inner(),
        qualifier,
        derived: derived.map(Spanned::into_inner),
    })
}
