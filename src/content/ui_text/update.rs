//! The labels of what is kept for readers without a network. Knows nothing of how it is kept.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// What is told of a newer version, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct UpdateText {
    /// Tells that a newer version is there.
    pub newer: String,
    /// Loads it.
    pub load: String,
    /// Goes on with the one at hand.
    pub later: String,
}
