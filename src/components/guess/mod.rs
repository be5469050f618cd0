//! A guess before a figure is revealed: a range input, then guess and figure side by side.

mod outcome;
mod prompt;
mod rich_text;

pub use outcome::{Outcome, Side};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use prompt::guess_prompt;
pub use prompt::{GuessPrompt, GuessPromptProps};
pub use rich_text::StyledRun;
