//! The labels of what is kept for readers without a network. Knows nothing of how it is kept.

use serde::{Deserialize, Serialize};

/// What is told of a newer version, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UpdateText {
    /// Tells that a newer version is there.
    pub newer: String,
    /// Loads it.
    pub load: String,
    /// Goes on with the one at hand.
    pub later: String,
}
