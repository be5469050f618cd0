//! The labels of the search.

use serde::{Deserialize, Serialize};

/// The field that searches the story, and what it answers.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SearchText {
    /// Opens the search.
    pub open: String,
    /// Names the field.
    pub label: String,
    /// Says in the empty field what can be found.
    pub hint: String,
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
