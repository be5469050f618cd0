//! Writes the facts as CSV (RFC 4180). [`SEPARATOR`] joins several values of a field. Fields without a value are empty. A
//! byte order mark lets spreadsheets detect UTF-8. Parallel columns, such as `entities` and `entity_scripts`, have the
//! same number of values. Some may be empty. The loader reports texts that contain a separator or begin a formula.

use anyhow::Result;
use chuhai::content::load::{SCRIPT_SEPARATOR, SEPARATOR};
use chuhai::content::{Era, Qualifier};

use super::fact::{FactData, FigureData, VerdictData};

/// Separates the URLs of a record. No URL contains a space.
const BETWEEN_ADDRESSES: &str = " ";

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The CSV file: UTF-8, a header row, then a row per fact, each ending in CR LF.
///
/// # Errors
///
/// If a row cannot be written.
pub fn facts_csv(facts: &[FactData]) -> Result<Vec<u8>> {
    let file = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    for (index, fact) in facts.iter().enumerate() {
        let row = row(fact);
        if index == 0 {
            writer.write_record(row.iter().map(|(name, _)| name))?;
        }
        writer.write_record(row.iter().map(|(_, value)| value))?;
    }
    Ok(writer.into_inner().map_err(|error| error.into_error())?)
}

fn row(fact: &FactData) -> Vec<(&'static str, String)> {
    let figure = fact.figure.as_ref();
    let number = |pick: fn(&FigureData) -> Option<&serde_json::Number>| {
        figure.and_then(pick).map(ToString::to_string).unwrap_or_default()
    };
    let words = |pick: fn(&FigureData) -> Option<&str>| figure.and_then(pick).unwrap_or_default().to_owned();
    let verdict =
        |pick: fn(&VerdictData) -> &str| fact.verdict.as_ref().map(pick).unwrap_or_default().to_owned();
    let scripts = fact.entities.iter().map(|entity| {
        let scripts = entity.scripts.iter().map(|(language, name)| format!("{language}: {name}"));
        scripts.collect::<Vec<_>>().join(SCRIPT_SEPARATOR)
    });
    let addresses = fact.records.iter().map(|record| record.urls.join(BETWEEN_ADDRESSES));
    vec![
        ("id", fact.id.clone()),
        ("address", fact.address.clone()),
        ("section", fact.section.id.clone()),
        ("section_title", fact.section.title.clone()),
        ("region", fact.section.region.clone()),
        ("title", fact.title.clone()),
        ("kind", fact.kind.as_str().to_owned()),
        ("card", fact.card.to_string()),
        ("stands_on", fact.stands_on.clone().unwrap_or_default()),
        ("figure", words(|figure| Some(&figure.text))),
        ("value", number(|figure| figure.value.as_ref())),
        ("from", number(|figure| figure.from.as_ref())),
        ("to", number(|figure| figure.to.as_ref())),
        ("unit", words(|figure| Some(&figure.unit))),
        ("measure", words(|figure| Some(figure.measure.as_str()))),
        ("currency", words(|figure| figure.currency.as_deref())),
        ("qualifier", words(|figure| figure.qualifier.map(Qualifier::as_str))),
        ("stated_by", words(|figure| Some(figure.stated_by.as_str()))),
        ("derived", words(|figure| figure.derived.as_deref())),
        ("date", fact.date.clone()),
        ("precision", fact.precision.to_owned()),
        ("date_from", fact.date_from.clone().unwrap_or_default()),
        ("date_to", fact.date_to.clone().unwrap_or_default()),
        ("when", fact.when.clone()),
        ("entities", joined(fact.entities.iter().map(|entity| entity.name.clone()))),
        ("entity_ids", joined(fact.entities.iter().map(|entity| entity.id.clone()))),
        ("entity_scripts", joined(scripts)),
        ("era", fact.era.map(Era::as_str).unwrap_or_default().to_owned()),
        ("verdict", verdict(|verdict| verdict.word.as_str())),
        ("verdict_label", verdict(|verdict| &verdict.label)),
        ("why", fact.why.clone().unwrap_or_default()),
        ("claim", fact.claim.clone()),
        ("adds", fact.adds.clone().unwrap_or_default()),
        ("context", fact.context.clone().unwrap_or_default()),
        ("yardstick", fact.yardstick.clone().unwrap_or_default()),
        ("notes", joined(fact.notes.iter().cloned())),
        ("article", fact.article.clone().unwrap_or_default()),
        ("reference_ids", joined(fact.references.iter().map(|reference| reference.id.clone()))),
        ("references", joined(fact.references.iter().map(|reference| reference.title.clone()))),
        ("record_ids", joined(fact.records.iter().map(|record| record.id.clone()))),
        ("records", joined(fact.records.iter().map(|record| format!("{}, {}", record.title, record.outlet)))),
        ("record_urls", joined(addresses)),
        ("picture", fact.image.clone().unwrap_or_default()),
        ("licence", fact.licence.address.clone()),
    ]
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(SEPARATOR)
}
