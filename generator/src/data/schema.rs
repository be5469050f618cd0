//! The JSON Schema (2020-12) of the data, with the meaning of each field.

use chuhai::content::{EntityKind, Era, Kind, OwnerRole, Qualifier, Verdict};
use serde_json::{Map, Value, json};

/// The schema's file. `#/$defs/fact` in it is what `fact.json` keeps.
pub const FACTS_SCHEMA: &str = "facts.schema.json";

/// The schema; `site` is the site's address.
pub fn schema(site: &str) -> Value {
    let mut all = object(
        "Every fact that the story tells, in reading order. facts.csv is the same as a table: a field with several values \
         has them in order, parted by ' | '.",
        &[
            ("$schema", text("The address of this schema.")),
            ("title", text("What the facts together are called.")),
            ("description", text("What they are.")),
            ("address", address("The story.")),
            ("language", text("BCP 47 tag of the language that they are written in.")),
            ("licence", json!({ "$ref": "#/$defs/licence" })),
            ("facts", json!({ "type": "array", "items": { "$ref": "#/$defs/fact" }, "minItems": 1 })),
        ],
    );
    all["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    all["$id"] = json!(format!("{site}{FACTS_SCHEMA}"));
    all["title"] = json!("Facts");
    all["$defs"] = json!({
        "fact": fact(), "figure": figure(), "entity": entity(), "reference": reference(), "record": record(),
        "section": object("The section of the story that the fact belongs to.", &[
            ("id", id("Its id.")),
            ("title", text("Its title.")),
            ("region", text("Its short name: a region, or what the section does.")),
            ("address", address("Its page.")),
        ]),
        "verdict": object("What the sources that we checked say of the fact.", &[
            ("word", one_of("confirmed: an independent source says the same; partly confirmed: a source bears out a part, or \
                             the whole for another year, place or measure; unverified: only the feature says so; \
                             contradicted: a source says otherwise.", Verdict::ALL)),
            ("label", text("How it is read.")),
        ]),
        "licence": object("The licence of the words. Facts are nobody's property.", &[
            ("name", text("Its name.")),
            ("address", address("Its text.")),
        ]),
    });
    all
}

fn fact() -> Value {
    object(
        "One claim with its figure, entity, time, sources and verdict.",
        &[
            ("id", id("Its id, which never changes its meaning.")),
            ("address", address("Its page.")),
            ("in_story", address("Its place in the story.")),
            ("picture", or_null(address("Its picture for previews, 1200 by 630 pixels."))),
            ("section", json!({ "$ref": "#/$defs/section" })),
            ("title", text("Its point, as a headline.")),
            ("kind", one_of("What sort of claim it is.", Kind::ALL)),
            ("card", json!({ "type": "boolean", "description": "Whether the story shows it as a card." })),
            ("stands_on", or_null(id("The fact on whose card it stands, if it has none of its own."))),
            ("figure", or_null(json!({ "$ref": "#/$defs/figure" }))),
            (
                "date",
                json!({
                    "type": "string",
                    "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                    "description": "The time that it speaks of (ISO 8601), no more precise than is known.",
                }),
            ),
            (
                "precision",
                json!({ "enum": ["year", "month", "day"], "description": "How precise that time is." }),
            ),
            ("when", text("The same time as people read it.")),
            (
                "entities",
                list("Whom it is about, the chief one first.", json!({ "$ref": "#/$defs/entity" }), 1),
            ),
            (
                "era",
                or_null(one_of("The time that it belongs to, if it is not the feature's own.", Era::ALL)),
            ),
            ("verdict", or_null(json!({ "$ref": "#/$defs/verdict" }))),
            ("why", or_null(text("Why that is the verdict."))),
            ("claim", text("The claim in our own words.")),
            ("adds", or_null(text("What its card says that the prose beside it does not."))),
            ("context", or_null(text("What a reader needs to weigh it."))),
            ("yardstick", or_null(text("A comparison that makes the size of its figure felt."))),
            ("notes", list("What we corrected or doubt.", text("A note."), 0)),
            ("article", or_null(text("The feature that makes the claim, unless the fact came after it."))),
            (
                "references",
                list("Entries of the article's own list.", json!({ "$ref": "#/$defs/reference" }), 0),
            ),
            ("records", list("Sources that we checked it against.", json!({ "$ref": "#/$defs/record" }), 0)),
            ("licence", json!({ "$ref": "#/$defs/licence" })),
        ],
    )
}

fn figure() -> Value {
    let number = |says: &str| or_null(json!({ "type": "number", "description": says }));
    let mut figure = object(
        "The figure, as people read it and as data: value, or from and to.",
        &[
            ("text", text("As people read it.")),
            ("value", number("One number, in the unit.")),
            ("from", number("The number before, or the least.")),
            ("to", number("The number after, or the most.")),
            ("unit", text("What is counted.")),
            ("qualifier", or_null(one_of("How the number is limited, if it is not exact.", Qualifier::ALL))),
            ("derived", or_null(text("The sum that leads to it or that it takes part in."))),
        ],
    );
    let (some, none) = (json!({ "type": "number" }), json!({ "type": "null" }));
    figure["oneOf"] = json!([
        { "properties": { "value": some, "from": none, "to": none } },
        { "properties": { "value": none, "from": some, "to": some } },
    ]);
    figure
}

fn entity() -> Value {
    object(
        "A company, product, person, place or term.",
        &[
            ("id", id("Its id.")),
            ("name", text("Its name in English.")),
            ("kind", one_of("What it is.", EntityKind::ALL)),
            (
                "scripts",
                json!({
                    "type": "object",
                    "additionalProperties": text("The name."),
                    "description": "Its name in its own scripts, by BCP 47 language tag.",
                }),
            ),
            ("what", text("A short definition.")),
            ("owner", or_null(text("Whose it is, or was at the time of the story."))),
            ("owner_role", one_of("What the owner is to it.", OwnerRole::ALL)),
        ],
    )
}

fn reference() -> Value {
    object(
        "An entry of the article's own list of sources.",
        &[
            ("id", id("Its id.")),
            ("number", json!({ "type": "integer", "minimum": 1, "description": "Its number in the list." })),
            ("title", text("A short version of its title.")),
            ("outlet", text("Who published it.")),
            ("outlet_script", or_null(text("The outlet's name in its own script."))),
            ("printed_date", text("The date as the list prints it.")),
            ("likely_date", or_null(text("Our reading of a date that cannot be right."))),
            ("basis", text("Why it stands with this fact.")),
        ],
    )
}

fn record() -> Value {
    object(
        "A source that we checked.",
        &[
            ("id", id("Its id.")),
            ("title", text("What it is.")),
            ("outlet", text("Who published it.")),
            ("date", or_null(text("When, as people write it."))),
            ("urls", list("Where it is.", address("An address."), 1)),
        ],
    )
}

/// An object that has exactly these fields.
fn object(says: &str, fields: &[(&str, Value)]) -> Value {
    let names: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
    let fields: Map<_, _> = fields.iter().map(|(name, kind)| ((*name).to_owned(), kind.clone())).collect();
    json!({
        "type": "object", "description": says, "properties": fields, "required": names, "additionalProperties": false,
    })
}

fn text(says: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "description": says })
}

fn id(says: &str) -> Value {
    json!({ "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]*$", "description": says })
}

fn address(says: &str) -> Value {
    json!({ "type": "string", "format": "uri", "description": says })
}

fn list(says: &str, items: Value, least: usize) -> Value {
    json!({ "type": "array", "items": items, "minItems": least, "description": says })
}

fn one_of<T>(says: &str, all: &[(&str, T)]) -> Value {
    let words: Vec<_> = all.iter().map(|(word, _)| *word).collect();
    json!({ "type": "string", "enum": words, "description": says })
}

fn or_null(kind: Value) -> Value {
    json!({ "anyOf": [kind, { "type": "null" }] })
}
