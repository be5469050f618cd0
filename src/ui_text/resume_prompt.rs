//! The labels of the resume prompt.

use serde::Deserialize;

/// What the resume prompt says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ResumePromptText {
    /// Says that the reader left in `{section}`.
    pub left: String,
    /// Goes on from there.
    pub resume: String,
    /// Forgets it.
    pub dismiss: String,
}
