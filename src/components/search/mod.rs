//! The search of the story: a field with results, and the index. The fact table uses the same index.

mod edit_distance;
pub mod index;
mod keyboard;
pub mod normalize;
mod page_index;
pub mod query;
mod results;
mod search_box;
pub(crate) mod search_field;
pub mod snippet;
mod state;
mod synonyms;

pub use search_box::{SearchBox, SearchBoxProps};
