//! Generates `map.toml` from Natural Earth's countries and `map-source.toml`. The result is committed, so that builds
//! do not need the source. A test generates it again and compares.

mod projection;
mod svg_path;
mod topojson;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use geo::Coord;
use serde::Deserialize;

use self::projection::{Projection, Window};
use self::topojson::Country;
use crate::paths::write_file;

/// Natural Earth at 1:50 million, from the npm package world-atlas.
const ATLAS: &str = "world-atlas/countries-50m.json";

/// The file of a content folder that configures the map.
const CONFIG: &str = "map-source.toml";

const HEAD: &str = "\
# The world map: made by `cargo xtask map` from map-source.toml and Natural Earth (public domain) by way of world-atlas.
# Change that, not this. Shapes are path data of SVG; ports are in the same units.
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct MapConfig {
    center_longitude: f64,
    /// The edges, in degrees. The defaults show the whole world.
    west: Option<f64>,
    east: Option<f64>,
    north: f64,
    south: f64,
    width: f64,
    simplify_tolerance: f64,
    min_area: f64,
    exclude: Vec<String>,
    route: Vec<Vec<[f64; 2]>>,
    regions: Vec<RegionConfig>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionConfig {
    section: String,
    countries: Vec<String>,
    ports: Vec<[f64; 2]>,
}

/// Generates the map and writes it into the content folder. Returns its size in bytes.
///
/// # Errors
///
/// If a file cannot be read, projected or written, or names a country that does not exist.
pub fn write(npm: &Path, content: &Path) -> Result<usize> {
    let map = generate(npm, content)?;
    write_file(&content.join("map.toml"), &map)?;
    Ok(map.len())
}

/// Generates the text of `map.toml`.
///
/// # Errors
///
/// If a file cannot be read or projected, or names a country that does not exist.
pub fn generate(npm: &Path, content: &Path) -> Result<String> {
    let atlas = npm.join(ATLAS);
    let atlas = fs::read_to_string(&atlas).with_context(|| format!("cannot read {}", atlas.display()))?;
    let countries = topojson::countries(&atlas)?;
    let config: MapConfig = read_config(&content.join(CONFIG))?;
    let world = Window::around(config.center_longitude, config.south, config.north);
    let window =
        Window { west: config.west.unwrap_or(world.west), east: config.east.unwrap_or(world.east), ..world };
    let projection = Projection::new(config.center_longitude, window, config.width).context(CONFIG)?;
    let draw = |chosen: &[&Country]| -> Result<String> {
        let shape = projection.shape(chosen.iter().map(|country| &country.land))?;
        Ok(svg_path::polygons_path(&shape, config.simplify_tolerance, config.min_area))
    };

    if let Some(line) = config.route.iter().find(|line| line.len() < 2) {
        bail!("{CONFIG}: expected two places or more in each line of `route`, found {}", line.len());
    }
    check_names(&config, &countries)?;
    let land: Vec<_> = countries.iter().filter(|country| !config.exclude.contains(&country.name)).collect();
    let route =
        config.route.iter().map(|line| line.iter().map(|degrees| port(&projection, *degrees)).collect());
    let route = svg_path::route_path(&route.collect::<Result<Vec<_>>>()?);
    let mut map = format!(
        "{HEAD}width = {}\nheight = {}\nland = \"{}\"\nroute = \"{route}\"\n",
        projection.width,
        projection.height,
        draw(&land)?
    );
    for RegionConfig { section, countries: names, ports } in &config.regions {
        let chosen: Vec<_> = countries.iter().filter(|country| names.contains(country.key())).collect();
        let ports = ports.iter().map(|degrees| {
            port(&projection, *degrees).map(|port| format!("[{}, {}]", port.x.round(), port.y.round()))
        });
        let ports = ports.collect::<Result<Vec<_>>>()?.join(", ");
        let shape = draw(&chosen)?;
        write!(map, "\n[[regions]]\nsection = \"{section}\"\nports = [{ports}]\nshape = \"{shape}\"\n")?;
    }
    Ok(map)
}

fn read_config(file: &Path) -> Result<MapConfig> {
    let text = fs::read_to_string(file).with_context(|| format!("expected a file {}", file.display()))?;
    toml::from_str(&text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let line = text.get(..offset).map_or(1, |before| before.matches('\n').count() + 1);
        anyhow!("{}:{line}: {}", file.display(), error.message())
    })
}

/// Reports every name in the configuration that no country has.
fn check_names(config: &MapConfig, countries: &[Country]) -> Result<()> {
    let mut mistakes = Vec::new();
    for name in &config.exclude {
        if !countries.iter().any(|country| country.name == *name) {
            mistakes.push(format!("{CONFIG}: in `exclude` expected names of Natural Earth, found `{name}`"));
        }
    }
    for RegionConfig { section, countries: keys, .. } in &config.regions {
        for key in keys {
            if !countries.iter().any(|country| country.key() == key) {
                mistakes.push(format!(
                    "{CONFIG}: in `{section}` expected ISO 3166-1 numbers of countries, found `{key}`"
                ));
            }
        }
    }
    ensure!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    Ok(())
}

fn port(projection: &Projection, [x, y]: [f64; 2]) -> Result<Coord> {
    projection.project(Coord { x, y })
}
