//! Navigation: contents, scroll-spy, reading progress, and the resume prompt.

mod resume_prompt;
mod toc;

pub use resume_prompt::{ResumePrompt, ResumePromptProps};
pub use toc::{Toc, TocEntry, TocProps};
