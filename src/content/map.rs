//! The map: SVG path data of land, regions and the route.

use toml::Spanned;

use super::SectionRef;
use super::parse::{ContentFiles, SymbolTable, TomlTable, backticked};

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

/// Reports sections of `map-source.toml` that the story lacks. `cargo xtask map` checks the rest.
pub(super) fn check_source(content_files: &ContentFiles<'_>, symbols: &SymbolTable) {
    let Some(reporter) = content_files.find_file("map-source.toml") else { return };
    for mut fields in TomlTable::parse(&reporter.file.text, reporter).array_of_tables("regions") {
        if let Some(section) = fields.raw_string("section") {
            symbols.section(section.get_ref(), section.span(), reporter);
        }
    }
}

/// Reads `map.toml`, if there is one.
pub(super) fn read(content_files: &ContentFiles<'_>, symbols: &SymbolTable) -> Option<Map> {
    let reporter = content_files.find_file("map.toml")?;
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let width = fields.required("width", "how many units the map is wide");
    let height = fields.required("height", "how many units the map is high");
    let land = fields.raw_string("land");
    let route = fields.raw_string("route");
    let mut regions: Vec<MapRegion> = Vec::new();
    for mut fields in fields.array_of_tables("regions") {
        let section = fields.raw_string("section");
        let shape = fields.optional::<String>("shape", "path data in quotes");
        let ports = fields.required::<Vec<[u32; 2]>>("ports", "a list of places: [[x, y], …]");
        fields.finish();
        let (Some(id), Some(ports)) = (section, ports) else { continue };
        let Some(section) = symbols.section(id.get_ref(), id.span(), reporter) else { continue };
        let (wide, high) = (size(&width), size(&height));
        if regions.iter().any(|region| region.section == section) {
            reporter.error(id.span(), "each section once", format!("{} again", backticked(id.get_ref())));
        }
        if ports.get_ref().iter().any(|[x, y]| *x > wide || *y > high) {
            reporter.error(ports.span(), format!("ports within {wide} by {high} units"), "one outside");
        }
        if let Some((other, port)) = too_close(&regions, ports.get_ref(), wide) {
            let other = backticked(symbols.section_id(other));
            reporter.error(
                ports.span(),
                format!("ports whose rings are clear of those of {other}"),
                format!("{port:?}"),
            );
        }
        let shape = shape.map(Spanned::into_inner).unwrap_or_default();
        regions.push(MapRegion { section, shape, ports: ports.into_inner() });
    }
    fields.finish();
    Some(Map {
        width: width?.into_inner(),
        height: height?.into_inner(),
        land: land?.into_inner(),
        route: route?.into_inner(),
        regions,
    })
}

/// The first port whose ring touches a ring of another section.
fn too_close(regions: &[MapRegion], ports: &[[u32; 2]], wide: u32) -> Option<(SectionRef, [u32; 2])> {
    let least = Map::RING_AND_STROKE * 2.0 * f64::from(wide) / Map::WIDTH;
    let close = |one: [u32; 2], other: [u32; 2]| {
        let [x, y] = [0, 1].map(|axis| f64::from(one[axis]) - f64::from(other[axis]));
        x.hypot(y) < least
    };
    regions.iter().find_map(|region| {
        let port = ports.iter().find(|port| region.ports.iter().any(|other| close(**port, *other)))?;
        Some((region.section, *port))
    })
}

fn size(units: &Option<Spanned<u32>>) -> u32 {
    units.as_ref().map_or(u32::MAX, |units| *units.get_ref())
}
