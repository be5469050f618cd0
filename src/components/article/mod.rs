//! The article itself: sections and their prose.

mod inline;
mod section;

pub use inline::prose;
pub use section::{SectionBody, SectionHead};
