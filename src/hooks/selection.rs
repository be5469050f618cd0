//! Reads the reader's selection in the page.

use web_sys::{Node, Range};

use super::dom::{self, BrowserResult, Element, ElementExt, document, window};

/// Elements that contain lines of text and no other such element.
const BLOCKS: &str = "p, li, h1, h2, h3, h4, dt, dd, th, td, summary, figcaption, label, button, option";

/// The page's text in blocks, and the ends of the selection in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSelection {
    /// The blocks of the page.
    pub blocks: Vec<TextBlock>,
    /// The index of the first selected block, and its text before the selection.
    pub start: (usize, String),
    /// The index of the last selected block, and its text up to the selection's end.
    pub end: (usize, String),
}

/// A block: an element with lines of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// The text.
    pub text: String,
    /// Whether it directly follows the block before it.
    pub is_adjacent: bool,
}

/// Reads the selection. `None` if nothing is selected, or if the selection is outside any block.
pub fn read() -> Option<PageSelection> {
    let selection = window().ok()?.get_selection().ok()??;
    let selected = selection.get_range_at(0).ok().filter(|range| !range.collapsed())?;
    let blocks = dom::find_all(&[":is(", BLOCKS, "):not(:has(", BLOCKS, "))"].concat());
    let touches = |block: &Element| selected.intersects_node(block).unwrap_or(false);
    let (first, last) = (blocks.iter().position(touches)?, blocks.iter().rposition(touches)?);
    let start =
        text_before(blocks.get(first)?, &selected.start_container().ok()?, selected.start_offset().ok()?);
    let end = text_before(blocks.get(last)?, &selected.end_container().ok()?, selected.end_offset().ok()?);
    Some(PageSelection {
        start: (first, start.ok()?),
        end: (last, end.ok()?),
        blocks: blocks
            .iter()
            .enumerate()
            .map(|(at, block)| {
                let before = at.checked_sub(1).and_then(|before| blocks.get(before));
                let is_adjacent = before.is_some() && block.previous_element_sibling().as_ref() == before;
                TextBlock { text: block.text(), is_adjacent }
            })
            .collect(),
    })
}

/// The text of a block before a point. Empty if the point is before the block.
fn text_before(block: &Element, container: &Node, offset: u32) -> BrowserResult<String> {
    let range: Range = document()?.create_range()?;
    range.select_node_contents(block)?;
    // The range collapses if the point is before the block.
    range.set_end(container, offset)?;
    Ok(range.to_string().into())
}
