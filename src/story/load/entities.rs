//! `entities.toml`: one table an entity. Knows nothing of where entities are named.

use std::collections::BTreeMap;

use toml::Spanned;

use super::fields::Fields;
use super::folder::Folder;
use super::names::Names;
use super::report::{Part, Report};
use crate::story::{Entity, EntityKind, EntityRef};

const FILE: &str = "entities.toml";

/// An entity whose name is known and whose table is still to be read.
pub(super) struct Raw<'a> {
    id: String,
    fields: Fields<'a>,
    scripts: BTreeMap<String, String>,
}

/// Gives every entity its place, and learns which language its own names are in.
pub(super) fn names<'a>(folder: &'a Folder, names: &mut Names, report: &'a Report) -> Vec<Raw<'a>> {
    let Some(file) = folder.file(FILE, report) else { return Vec::new() };
    let tables = Fields::parse(&file.text, Part::whole(file, report)).tables();
    tables
        .into_iter()
        .enumerate()
        .map(|(at, (id, mut fields))| {
            names.entities.insert(id.get_ref().clone(), EntityRef(at));
            let expected = "a table of language tags and names";
            let scripts = fields.optional::<BTreeMap<String, String>>("script", expected);
            let scripts = scripts.map(Spanned::into_inner).unwrap_or_default();
            for (lang, text) in &scripts {
                names.languages.entry(text.clone()).or_insert_with(|| lang.clone());
            }
            Raw { id: id.into_inner(), fields, scripts }
        })
        .collect()
}

/// Reads every entity; `None` for one that could not be read.
pub(super) fn read(raw: Vec<Raw<'_>>, names: &Names) -> Vec<Option<Entity>> {
    raw.into_iter().map(|raw| entity(raw, names)).collect()
}

fn entity(raw: Raw<'_>, names: &Names) -> Option<Entity> {
    let Raw { id, mut fields, scripts } = raw;
    let name = fields.line("name");
    let called = fields.list("called").into_iter().map(Spanned::into_inner).collect();
    let kind = fields.one_of("kind", EntityKind::ALL);
    let what = fields.prose("what", names);
    let owner = fields.optional_line("owner");
    let regions = fields.list("regions");
    let regions =
        regions.iter().filter_map(|id| names.section(id.get_ref(), id.span(), fields.part)).collect();
    fields.finish();
    Some(Entity { id, name: name?, called, kind: kind?, scripts, what: what?, owner, regions })
}

/// Notes the entities that nothing names.
pub(super) fn check_used(folder: &Folder, names: &Names, report: &Report) {
    let Some(file) = folder.find(FILE) else { return };
    let used = names.used_entities.borrow();
    for (id, _) in names.entities.iter().filter(|(_, place)| !used.contains(place)) {
        let at = file.text.find(&format!("[{id}]")).unwrap_or_default();
        report.at(file, at..at, "an entity that a fact or a sentence names", format!("`{id}`, never used"));
    }
}
