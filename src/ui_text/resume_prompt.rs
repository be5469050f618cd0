//! The labels of the resume prompt.

use super::labels::labels;

labels! {
    /// What the resume prompt says.
    pub struct ResumePromptText {
        /// Says that the reader left in `{section}`.
        pub left,
        /// Goes on from there.
        pub resume,
        /// Forgets it.
        pub dismiss,
    }
}
