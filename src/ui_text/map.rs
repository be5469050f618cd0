//! Labels of the map.

use serde::Deserialize;

/// Labels of the full map.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MapText {
    /// Heading: the map's point.
    pub title: String,
    /// Caption: what is drawn, and the source and licence of the shapes.
    pub caption: String,
}
