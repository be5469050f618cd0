//! The map: SVG path data of land, regions and the route.

use super::SectionRef;

/// The map. All measures are in its own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// All land, as SVG path data.
    pub land: String,
    /// Route between ports, as SVG path data.
    pub route: String,
    /// Sections on the map, in the map's order.
    pub regions: Vec<MapRegion>,
}

/// Place of a section on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRegion {
    /// The section.
    pub section: SectionRef,
    /// Land, as SVG path data; empty for a place at sea.
    pub shape: String,
    /// Points where the route reaches the section, in the route's order. Each has a ring.
    pub ports: Vec<[u32; 2]>,
}

impl Map {
    /// Reference width for strokes and rings. Maps of another width scale them.
    pub const WIDTH: f64 = 1440.0;
    /// Radius of a port's ring.
    pub const RING: f64 = 13.0;
    /// Stroke width of a port's ring.
    pub const RING_STROKE: f64 = 8.0;
    /// Radius of a port's ring, up to the outer edge of its stroke.
    pub const RING_AND_STROKE: f64 = Self::RING + Self::RING_STROKE / 2.0;
    /// Diameter of the route's dots.
    pub const ROUTE_WIDTH: f64 = 5.0;
    /// Distance between the route's dots.
    pub const ROUTE_DOT_GAP: f64 = 13.0;

    /// Scales a length from a map of [`Map::WIDTH`] to this map's units.
    pub fn scaled(&self, length: f64) -> String {
        let scaled = length * f64::from(self.width) / Self::WIDTH;
        ((scaled * 1000.0).round() / 1000.0).to_string()
    }

    /// Place of a section, if it is on the map.
    pub fn region(&self, section: SectionRef) -> Option<&MapRegion> {
        self.regions.iter().find(|region| region.section == section)
    }
}
