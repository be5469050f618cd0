//! The labels of the search.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// The field that searches the story, and what it answers.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct SearchText {
    /// Opens the search.
    pub open: String,
    /// Names the field.
    pub label: String,
    /// Says in the empty field what can be found.
    pub hint: String,
    /// Heads the definitions among the results.
    pub glossary: String,
    /// Heads the facts that have no card.
    pub facts: String,
    /// Names the results.
    pub results: String,
    /// Tells that nothing holds the `{query}`.
    pub none: String,
    /// Tells that there is one result.
    pub one: String,
    /// Tells the `{count}` of results.
    pub many: String,
    /// Shows `{count}` results more.
    pub more: String,
}
