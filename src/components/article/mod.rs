//! The article itself: sections and their prose.

mod inline;
mod section;

pub use inline::{bind_sums, prose, words};
pub use section::{SectionBody, SectionHead};
