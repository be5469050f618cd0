//! Reads the optional map.

use toml::Spanned;

use super::content_files::ContentFiles;
use super::diagnostics::backticked;
use super::symbols::SymbolTable;
use super::toml_table::TomlTable;
use crate::content::{Map, MapRegion, SectionRef};

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
