//! The article itself: sections and their prose.

mod inline;
mod section;

pub use inline::{bind_sums, plain_text, prose};
pub use section::{section_body, section_head};
