//! The labels of what helps a reader find the way.

use serde::{Deserialize, Serialize};

/// The way back to where a reader left.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NavigationText {
    /// Says that the reader left in the midst of `{section}`.
    pub left: String,
    /// Goes on from there.
    pub resume: String,
    /// Forgets it.
    pub dismiss: String,
}
