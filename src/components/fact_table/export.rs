//! Downloads the shown facts: extracts their records from the files of all facts, in the order of the table.

use crate::hooks::{BrowserResult, download, fetch};

/// Downloads the records with these ids from a file.
pub(super) async fn save(href: &str, name: &str, ids: &[String]) -> BrowserResult {
    let whole = fetch::fetch_text(href).await?;
    let part = if name.ends_with(".csv") {
        // `fetch` removes the byte order mark. Spreadsheets need it to detect UTF-8.
        ["\u{feff}", &csv(&whole, ids).ok_or(name)?].concat()
    } else {
        download::pick_json(&whole, "facts", ids)?
    };
    download::save_as_file(name, &part)
}

/// The header of a CSV file and its rows with these ids, which are in the first cell. `None` if one is missing.
pub fn csv(whole: &str, ids: &[String]) -> Option<String> {
    let rows = rows(whole);
    let mut part = (*rows.first()?).to_owned();
    for id in ids {
        let has_id = |row: &&&str| row.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with(','));
        part.push_str(rows.iter().find(has_id)?);
    }
    Some(part)
}

/// The rows of a CSV file. A line break within quotes does not end a row.
fn rows(table: &str) -> Vec<&str> {
    let mut rows = Vec::new();
    let (mut start, mut is_quoted) = (0, false);
    for (at, letter) in table.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                rows.extend(table.get(start..=at));
                start = at + 1;
            }
            _ => {}
        }
    }
    rows.extend(table.get(start..).filter(|rest| !rest.is_empty()));
    rows
}
