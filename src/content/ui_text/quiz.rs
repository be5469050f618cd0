//! The words around a guess. Knows nothing of what is asked.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// What every guess says of itself.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct QuizText {
    /// Ends the guess.
    pub see: String,
    /// Names the reader's guess.
    pub yours: String,
    /// Names the fact's figure.
    pub figure: String,
    /// The guess is near the figure.
    pub near: String,
    /// The guess is below the figure.
    pub below: String,
    /// The guess is above the figure.
    pub above: String,
    /// The guess is on the side that the figure leaves open: more than, less than.
    pub open: String,
}
