//! Adds new ids to the registry, `ids.toml`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chuhai::content::load;
use toml_edit::{DocumentMut, value};

use crate::paths::write_file;

/// The text at the start of a new registry.
const HEAD: &str = "\
# Every id that was ever published, with the day on which it came on this list; `cargo xtask register-ids` adds new ones.
# A published id never changes its meaning. When one goes, write the id that took its place instead of its day:
# then its old address says where it went.

[sections]

[facts]
";

/// Today's date in UTC.
pub fn today() -> String {
    time::OffsetDateTime::now_utc().date().to_string()
}

/// Registers all new ids of a content folder for that day. Returns the new ids. Leaves out mistakes of the content,
/// because they would stay for ever: ids that cannot be addresses, facts of no section.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn register(content: &Path, day: &str) -> Result<Vec<String>> {
    let path = content.join("ids.toml");
    let text = if path.exists() { fs::read_to_string(&path)? } else { HEAD.to_owned() };
    let mut registry: DocumentMut = text.parse().with_context(|| format!("in {}", path.display()))?;
    let mut added = Vec::new();
    let sections = stems(&content.join("sections"), "md")?;
    let facts = facts_of(content, &sections)?;
    for (name, ids) in [("sections", sections), ("facts", facts)] {
        let table = registry.entry(name).or_insert_with(toml_edit::table).as_table_mut();
        let table = table.with_context(|| format!("expected a line `[{name}]` in {}", path.display()))?;
        for id in ids.into_iter().filter(|id| load::is_id(id)) {
            if !table.contains_key(&id) {
                table.insert(&id, value(day));
                added.push(id);
            }
        }
    }
    if !added.is_empty() || !path.exists() {
        write_file(&path, registry.to_string())?;
    }
    Ok(added)
}

/// The ids of facts, by section.
fn facts_of(content: &Path, sections: &[String]) -> Result<Vec<String>> {
    let folders = sections.iter().map(|section| content.join("facts").join(section));
    let ids: Result<Vec<_>> =
        folders.filter(|folder| folder.is_dir()).map(|folder| stems(&folder, "toml")).collect();
    Ok(ids?.concat())
}

/// The names of a folder's files with this extension, without it, sorted.
fn stems(folder: &Path, extension: &str) -> Result<Vec<String>> {
    let files =
        entries(folder)?.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    let mut stems: Vec<_> =
        files.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    stems.sort();
    Ok(stems)
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
