//! A guess before a figure: a range to set, then guess and figure side by side.

mod outcome;
mod quiz_block;
mod rich_text;

pub use outcome::Outcome;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use quiz_block::quiz;
pub use quiz_block::{Quiz, QuizProps};
pub use rich_text::StyledRun;
