//! The article itself: sections and their prose.

mod inline;
mod section;

pub use inline::{insert_no_break_spaces_in_calculations, plain_text, prose};
pub use section::{section_body, section_head};
