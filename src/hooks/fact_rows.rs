//! The rows of the fact table: static HTML that is hidden and moved, but never created.

use super::page_text::texts;
use super::{BrowserResult, Element, ElementExt, dom};

const ROWS: &str = "#facts tbody tr";

/// A row of the fact table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    element: Element,
    /// The fact's id.
    pub id: String,
    /// The `name=value` pairs that filters compare, separated by spaces.
    pub tags: String,
    /// The rank in each column, separated by spaces.
    pub ranks: String,
}

/// Reads the rows, in document order, each with the text of its cells, one per line.
pub fn read() -> impl Iterator<Item = (Row, String)> {
    dom::find_all(ROWS).into_iter().map(|element| {
        let text = texts(&element, "th, td").join("\n");
        let row = Row {
            id: element.anchor_id(),
            tags: element.attribute("data-tags"),
            ranks: element.attribute("data-ranks"),
            element,
        };
        (row, text)
    })
}

/// Hides the rows that are not visible.
pub fn set_visibility(rows: &[Row], is_visible: &[bool]) {
    for (row, is_visible) in rows.iter().zip(is_visible) {
        let _ = row.element.toggle_attribute_with_force("hidden", !is_visible);
    }
}

/// Moves the rows into another order.
pub fn reorder(rows: &[Row], order: &[usize]) -> BrowserResult {
    let body = dom::find("#facts tbody")?;
    for row in order.iter().filter_map(|at| rows.get(*at)) {
        body.append_child(&row.element)?;
    }
    Ok(())
}

/// Marks the sorted column and its direction; unmarks the others.
pub fn set_aria_sort(column: Option<&str>, is_descending: bool) {
    for head in dom::find_all("#facts [data-column]") {
        let is_sorted = column == Some(head.attribute("data-column").as_str());
        let order = match (is_sorted, is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let _ = head.set_attribute("aria-sort", order);
    }
}
