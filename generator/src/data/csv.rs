//! Writes the facts as CSV (RFC 4180). [`SEPARATOR`] joins several values of a field; no value may contain it. Fields
//! without a value are empty. A byte order mark lets spreadsheets detect UTF-8. Parallel columns, such as `entities`
//! and `entity_scripts`, have the same number of values. Some may be empty.

use anyhow::{Result, bail};
pub use chuhai::content::load::SEPARATOR;
use chuhai::content::load::{SCRIPT_SEPARATOR, is_formula};
use chuhai::content::{Era, Qualifier};

use super::fact::{FactData, FigureData, VerdictData};

/// Separates the URLs of a record. No URL contains a space.
const BETWEEN_ADDRESSES: &str = " ";

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The CSV file: UTF-8, a header row, then a row per fact, each ending in CR LF.
///
/// # Errors
///
/// If a value contains the separator, or starts like a spreadsheet formula.
pub fn facts_csv(facts: &[FactData]) -> Result<Vec<u8>> {
    let file = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    for (index, fact) in facts.iter().enumerate() {
        let row = row(fact)?;
        if let Some((name, value)) = row.iter().find(|(_, value)| is_formula(value)) {
            bail!(
                "{name} of `{}` is `{value}`, which a spreadsheet takes for a formula; begin it otherwise",
                fact.id
            );
        }
        if index == 0 {
            writer.write_record(row.iter().map(|(name, _)| name))?;
        }
        writer.write_record(row.iter().map(|(_, value)| value))?;
    }
    Ok(writer.into_inner().map_err(|error| error.into_error())?)
}

fn row(fact: &FactData) -> Result<Vec<(&'static str, String)>> {
    let figure = fact.figure.as_ref();
    let number = |pick: fn(&FigureData) -> Option<&serde_json::Number>| {
        figure.and_then(pick).map(ToString::to_string).unwrap_or_default()
    };
    let words = |pick: fn(&FigureData) -> Option<&str>| figure.and_then(pick).unwrap_or_default().to_owned();
    let verdict =
        |pick: fn(&VerdictData) -> &str| fact.verdict.as_ref().map(pick).unwrap_or_default().to_owned();
    let scripts = fact.entities.iter().map(|entity| {
        let scripts = entity.scripts.iter().map(|(language, name)| format!("{language}: {name}"));
        join_checked(scripts, SCRIPT_SEPARATOR)
    });
    let scripts = scripts.collect::<Result<Vec<_>>>()?;
    let addresses =
        fact.records.iter().map(|record| join_checked(record.urls.iter().cloned(), BETWEEN_ADDRESSES));
    let addresses = addresses.collect::<Result<Vec<_>>>()?;
    Ok(vec![
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
        ("entities", join_values(fact.entities.iter().map(|entity| entity.name.clone()))?),
        ("entity_ids", join_values(fact.entities.iter().map(|entity| entity.id.clone()))?),
        ("entity_scripts", join_values(scripts.into_iter())?),
        ("era", fact.era.map(Era::as_str).unwrap_or_default().to_owned()),
        ("verdict", verdict(|verdict| verdict.word.as_str())),
        ("verdict_label", verdict(|verdict| &verdict.label)),
        ("why", fact.why.clone().unwrap_or_default()),
        ("claim", fact.claim.clone()),
        ("adds", fact.adds.clone().unwrap_or_default()),
        ("context", fact.context.clone().unwrap_or_default()),
        ("yardstick", fact.yardstick.clone().unwrap_or_default()),
        ("notes", join_values(fact.notes.iter().cloned())?),
        ("article", fact.article.clone().unwrap_or_default()),
        ("reference_ids", join_values(fact.references.iter().map(|reference| reference.id.clone()))?),
        ("references", join_values(fact.references.iter().map(|reference| reference.title.clone()))?),
        ("record_ids", join_values(fact.records.iter().map(|record| record.id.clone()))?),
        (
            "records",
            join_values(fact.records.iter().map(|record| format!("{}, {}", record.title, record.outlet)))?,
        ),
        ("record_urls", join_values(addresses.into_iter())?),
        ("picture", fact.picture.clone().unwrap_or_default()),
        ("licence", fact.licence.address.clone()),
    ])
}

/// Joins the values of a field.
fn join_values(values: impl Iterator<Item = String>) -> Result<String> {
    join_checked(values, SEPARATOR)
}

fn join_checked(values: impl Iterator<Item = String>, separator: &str) -> Result<String> {
    let values: Vec<_> = values.collect();
    if let Some(value) = values.iter().find(|value| value.contains(separator)) {
        bail!("`{value}` holds `{separator}`, which separates the values of a field");
    }
    Ok(values.join(separator))
}
