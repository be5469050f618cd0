//! Finding the way through the story: contents, scroll-spy, reading progress, and the offer to resume reading.

mod resume_prompt;
mod toc;

pub use resume_prompt::{ResumePrompt, ResumePromptProps};
pub use toc::{Toc, TocEntry, TocProps};
