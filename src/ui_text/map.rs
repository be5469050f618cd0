//! The words of the map.

use serde::Deserialize;

/// What stands around the map.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MapText {
    /// The point, as a headline.
    pub title: String,
    /// What is drawn, of what, and by whose licence.
    pub caption: String,
}
