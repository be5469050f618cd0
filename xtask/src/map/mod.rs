//! `cargo xtask map`: draws `content/map.toml` from Natural Earth's countries, as `xtask/map.toml` asks. What it writes is
//! kept, so that no build needs it; a check draws it anew and compares. Knows nothing of how the map looks.

mod path;
mod sheet;
mod topology;

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, ensure};
use geo::Coord;
use serde::Deserialize;

use self::sheet::Sheet;
use self::topology::Country;
use crate::root;
use crate::tools::Tools;

/// Natural Earth at 1:50 million, as the npm package world-atlas has it.
const ATLAS: &str = "world-atlas/countries-50m.json";

const HEAD: &str = "\
# The world map: made by `cargo xtask map` from xtask/map.toml and Natural Earth (public domain) by way of world-atlas.
# Change those, not this. Shapes are path data of SVG; ports are in the same units.
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    middle: f64,
    north: f64,
    south: f64,
    width: f64,
    bend: f64,
    island: f64,
    without: Vec<String>,
    route: Vec<Vec<[f64; 2]>>,
    regions: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    section: String,
    countries: Vec<String>,
    ports: Vec<[f64; 2]>,
}

/// Draws the map and keeps it in the content; tells how many bytes it has.
///
/// # Errors
///
/// What could not be read, drawn or written.
pub fn write() -> Result<usize> {
    let map = made(&Tools::ready()?)?;
    fs::write(root::project().join("content/map.toml"), &map)?;
    Ok(map.len())
}

/// The map as it would be written now.
///
/// # Errors
///
/// What could not be read or drawn.
pub fn made(tools: &Tools) -> Result<String> {
    let atlas = tools.npm(ATLAS);
    let atlas = fs::read_to_string(&atlas).with_context(|| format!("cannot read {}", atlas.display()))?;
    let countries = topology::countries(&atlas)?;
    let plan: Plan = toml::from_str(&fs::read_to_string(root::project().join("xtask/map.toml"))?)?;
    let sheet = Sheet::new(plan.middle, [plan.south, plan.north], plan.width)?;
    let drawn = |chosen: &[&Country]| -> Result<String> {
        let shape = sheet.shape(chosen.iter().map(|country| &country.land))?;
        Ok(path::shape(&shape, plan.bend, plan.island))
    };

    let land: Vec<_> = countries.iter().filter(|country| !plan.without.contains(&country.name)).collect();
    let route = plan.route.iter().map(|line| line.iter().map(|place| on(&sheet, *place)).collect());
    let route = path::route(&route.collect::<Result<Vec<_>>>()?);
    let mut map = format!(
        "{HEAD}width = {}\nheight = {}\nland = \"{}\"\nroute = \"{route}\"\n",
        sheet.width,
        sheet.height,
        drawn(&land)?
    );
    for Region { section, countries: names, ports } in &plan.regions {
        let chosen: Vec<_> = countries.iter().filter(|country| named(country, names)).collect();
        ensure!(names.is_empty() || !chosen.is_empty(), "xtask/map.toml: {section} names no country");
        let ports = ports
            .iter()
            .map(|place| on(&sheet, *place).map(|port| format!("[{}, {}]", port.x.round(), port.y.round())));
        let ports = ports.collect::<Result<Vec<_>>>()?.join(", ");
        let shape = drawn(&chosen)?;
        write!(map, "\n[[regions]]\nsection = \"{section}\"\nports = [{ports}]\nshape = \"{shape}\"\n")?;
    }
    Ok(map)
}

fn named(country: &Country, names: &[String]) -> bool {
    names.iter().any(|name| *name == if country.id.is_empty() { &country.name } else { &country.id }[..])
}

fn on(sheet: &Sheet, [x, y]: [f64; 2]) -> Result<Coord> {
    sheet.place(Coord { x, y })
}
