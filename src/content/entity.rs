//! Entities: `entities.toml`, one table each.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use toml::Spanned;

use super::ids::is_slug;
use super::language::is_language_tag;
use super::parse::{ContentFiles, SymbolTable, TomlTable, backticked};
use super::text::{Inline, plain, serialize_plain};
use super::{EntityKind, EntityRef, ID_PATTERN, OwnerRole, SectionRef};

// Published in `facts.json`. The doc comments of this type are published in its schema.
/// A company, product, person, place or term.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "entity", deny_unknown_fields)]
pub struct Entity {
    /// The id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The name in English.
    pub name: String,
    /// Other names in the prose.
    #[serde(skip)]
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: EntityKind,
    /// The name in its own scripts, by BCP 47 language tag.
    pub scripts: BTreeMap<String, String>,
    /// A short definition.
    #[schemars(with = "String")]
    #[serde(rename = "what", serialize_with = "serialize_plain")]
    pub definition: Vec<Inline>,
    /// The owner, at the time of the story.
    pub owner: Option<String>,
    /// The owner's role.
    pub owner_role: OwnerRole,
    /// The sections that describe its arrival. The map lists it under each.
    #[serde(skip)]
    pub arrived_in: Vec<SectionRef>,
    /// Whether the prose never links it, because readers know it or the sentence explains it.
    #[serde(skip)]
    pub never_linked: bool,
}

const FILE: &str = "entities.toml";

impl Entity {
    /// All its texts, by key.
    pub(super) fn texts(&self) -> Vec<(&'static str, String)> {
        // Without `..`, so that the compiler reports a new field.
        let Self {
            id: _,
            name,
            aliases,
            kind: _,
            scripts: _,
            definition,
            owner,
            owner_role: _,
            arrived_in: _,
            never_linked: _,
        } = self;
        let lines = [Some(("name", name.clone())), owner.clone().map(|owner| ("owner", owner))];
        let prose = [("aliases", aliases.join("\n")), ("definition", plain(definition))];
        lines.into_iter().flatten().chain(prose).collect()
    }
}

/// An entity whose id is declared, and whose table is not read yet.
pub(super) struct DeclaredEntity<'a> {
    id: String,
    fields: TomlTable<'a>,
    scripts: BTreeMap<String, String>,
}

/// Declares every entity, and the language of its names in other scripts.
pub(super) fn declare<'a>(
    content_files: &'a ContentFiles<'_>,
    symbols: &mut SymbolTable,
) -> Vec<DeclaredEntity<'a>> {
    let Some(reporter) = content_files.require_file(FILE) else { return Vec::new() };
    let tables = TomlTable::parse(&reporter.file.text, reporter).subtables();
    tables
        .into_iter()
        .enumerate()
        .map(|(index, (id, mut fields))| {
            if !is_slug(id.get_ref()) {
                let expected = "an id of small letters, digits and hyphens, no hyphen first";
                reporter.error(id.span(), expected, backticked(id.get_ref()));
            }
            symbols.entities.insert(id.get_ref().clone(), EntityRef(index));
            let expected = "a table of language tags and names";
            let scripts = fields.optional::<BTreeMap<String, String>>("script", expected);
            let scripts = scripts.map(Spanned::into_inner).unwrap_or_default();
            for lang in scripts.keys().filter(|lang| !is_language_tag(lang)) {
                reporter.error(
                    id.span(),
                    "language tags in `script`, such as `zh-Hans` (BCP 47)",
                    backticked(lang),
                );
            }
            for (lang, text) in &scripts {
                symbols.languages.entry(text.clone()).or_insert_with(|| lang.clone());
            }
            DeclaredEntity { id: id.into_inner(), fields, scripts }
        })
        .collect()
}

/// Reads every entity; `None` for each that cannot be read.
pub(super) fn read(declared: Vec<DeclaredEntity<'_>>, symbols: &SymbolTable) -> Vec<Option<Entity>> {
    let Some(reporter) = declared.first().map(|declared| declared.fields.reporter) else { return Vec::new() };
    let entities: Vec<_> = declared.into_iter().map(|declared| entity(declared, symbols)).collect();
    let mut names = BTreeMap::new();
    for entity in entities.iter().flatten() {
        for name in [&entity.name].into_iter().chain(&entity.aliases) {
            if let Some(first) = names.insert(name.to_lowercase(), &entity.id)
                && *first != entity.id
            {
                let found = format!("{}, which also names {}", backticked(name), backticked(first));
                reporter.error(reporter.file.value_span(&entity.id), "a name of this entity alone", found);
            }
        }
    }
    entities
}

fn entity(declared: DeclaredEntity<'_>, symbols: &SymbolTable) -> Option<Entity> {
    let DeclaredEntity { id, mut fields, scripts } = declared;
    let name = fields.text("name");
    let aliases = fields.raw_string_list("aliases").into_iter().map(Spanned::into_inner).collect();
    let kind = fields.one_of("kind", EntityKind::ALL);
    let definition = fields.markdown("definition", symbols);
    let owner = fields.optional_text("owner");
    let owner_role = fields.optional_one_of("owner-role", OwnerRole::ALL).unwrap_or(OwnerRole::Owner);
    let arrived_in = fields.raw_string_list("arrived-in");
    let arrived_in = arrived_in
        .iter()
        .filter_map(|id| symbols.section(id.get_ref(), id.span(), fields.reporter))
        .collect();
    let never_linked = fields.flag("never-linked");
    fields.finish();
    Some(Entity {
        id,
        name: name?,
        aliases,
        kind: kind?,
        scripts,
        definition: definition?,
        owner,
        owner_role,
        arrived_in,
        never_linked,
    })
}

pub(super) fn check_used(content_files: &ContentFiles<'_>, symbols: &SymbolTable) {
    let Some(reporter) = content_files.find_file(FILE) else { return };
    let used = symbols.used_entities.borrow();
    for (id, _) in symbols.entities.iter().filter(|(_, entity)| !used.contains(entity)) {
        let start = reporter.file.value_span(id).start;
        let expected = "an entity that a fact or a sentence names";
        reporter.error(start..start, expected, format!("`{id}`, never used"));
    }
}
