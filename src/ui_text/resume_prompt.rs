//! Labels of the resume prompt.

use super::labels::labels;

labels! {
    /// Labels of the resume prompt.
    pub struct ResumePromptText {
        /// Message: where the reader stopped; `{section}`.
        pub message,
        /// Link to that place.
        pub resume,
        /// Button that discards the place.
        pub dismiss,
    }
}
