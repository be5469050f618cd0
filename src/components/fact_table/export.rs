//! Downloads of the facts that are shown: records of the files of all facts, in the order of the table.

use crate::hooks::{BrowserResult, download, fetch};

/// Saves those records of a file that have these ids.
pub(super) async fn save(href: &str, name: &str, ids: &[String]) -> BrowserResult {
    let whole = fetch::fetch_text(href).await?;
    let part = if name.ends_with(".csv") {
        // Reading the file took its byte order mark, by which spreadsheets know UTF-8.
        ["\u{feff}", &csv(&whole, ids).ok_or(name)?].concat()
    } else {
        download::pick_json(&whole, "facts", ids)?
    };
    download::save_as_file(name, &part)
}

/// The head of a table and its rows with these ids; none if one is missing. The id is the first cell.
pub fn csv(whole: &str, ids: &[String]) -> Option<String> {
    let rows = rows(whole);
    let mut part = (*rows.first()?).to_owned();
    for id in ids {
        let has_id = |row: &&&str| row.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with(','));
        part.push_str(rows.iter().find(has_id)?);
    }
    Some(part)
}

/// The rows of a table. A row goes on where a line ends between quotes.
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
