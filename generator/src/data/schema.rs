//! Derives the JSON Schema (2020-12) of the data from its types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Value, json};

use super::FactsData;

/// The schema's file. `#/$defs/fact` in it is the schema of a single `fact.json`.
pub const FACTS_SCHEMA: &str = "facts.schema.json";

/// The schema.
pub fn schema(site_url: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<FactsData>();
    RecursiveTransform(tighten).transform(&mut schema);
    schema.insert("$id".to_owned(), json!(format!("{site_url}{FACTS_SCHEMA}")));
    schema.insert("title".to_owned(), json!("Facts"));
    schema
}

/// Adds `minLength: 1` to plain strings. Joins description lines, and removes Rust's integer formats.
fn tighten(schema: &mut Schema) {
    let is_text = match schema.get("type") {
        Some(kind) => *kind == "string" || kind.as_array().is_some_and(|all| all.contains(&json!("string"))),
        None => false,
    };
    let is_limited = ["enum", "pattern", "format"].iter().any(|limit| schema.get(*limit).is_some());
    if is_text && !is_limited {
        schema.insert("minLength".to_owned(), json!(1));
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    if schema.get("format").is_some_and(|format| format == "uint32") {
        schema.remove("format");
    }
}
