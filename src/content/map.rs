//! The world as the story sees it: shapes and the route that joins them, as path data of SVG. Knows nothing of where it
//! is shown.

use super::SectionRef;

/// The map; every measure in it is in its own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// All land, as path data.
    pub land: String,
    /// The way from port to port, as path data.
    pub route: String,
    /// The sections that have a place on it, in its own order.
    pub regions: Vec<Region>,
}

/// A section's place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The section.
    pub section: SectionRef,
    /// Its land, as path data; empty where the route only begins.
    pub shape: String,
    /// Where the route calls, in the route's order.
    pub ports: Vec<[u32; 2]>,
}

impl Map {
    /// A section's place.
    pub fn region(&self, section: SectionRef) -> Option<&Region> {
        self.regions.iter().find(|region| region.section == section)
    }
}
