//! The map: SVG path data of land, regions and the route.

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
    /// The route from port to port, as path data.
    pub route: String,
    /// The sections that have a place on it, in its own order.
    pub regions: Vec<MapRegion>,
}

/// A section's place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRegion {
    /// The section.
    pub section: SectionRef,
    /// The land, as path data; empty where the route only begins.
    pub shape: String,
    /// Where the route calls, in the route's order.
    pub ports: Vec<[u32; 2]>,
}

impl Map {
    /// The reference width of strokes and rings. Other maps scale them.
    pub const WIDTH: f64 = 1440.0;
    /// The radius of a port's ring.
    pub const RING: f64 = 13.0;
    /// The stroke of a port's ring.
    pub const RING_STROKE: f64 = 8.0;
    /// The radius of a port's ring to the outer edge of its stroke.
    pub const RING_AND_STROKE: f64 = Self::RING + Self::RING_STROKE / 2.0;
    /// The width of the route's dots.
    pub const ROUTE_WIDTH: f64 = 5.0;
    /// The distance between the route's dots.
    pub const ROUTE_DOT_GAP: f64 = 13.0;

    /// A length given for a map of [`Map::WIDTH`], in this map's units.
    pub fn scaled(&self, length: f64) -> String {
        let scaled = length * f64::from(self.width) / Self::WIDTH;
        ((scaled * 1000.0).round() / 1000.0).to_string()
    }

    /// A section's place.
    pub fn region(&self, section: SectionRef) -> Option<&MapRegion> {
        self.regions.iter().find(|region| region.section == section)
    }
}
