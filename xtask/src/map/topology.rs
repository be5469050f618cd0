//! Reads TopoJSON into polygons, a country each. Knows nothing of what is drawn of them.

use anyhow::{Context, Result};
use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::Deserialize;

/// The parts of the format (<https://github.com/topojson/topojson-specification>) that world-atlas uses.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: String,
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// A country as Natural Earth has it.
pub(super) struct Country {
    /// ISO 3166-1's number, or nothing where there is none.
    pub(super) id: String,
    /// Natural Earth's name.
    pub(super) name: String,
    /// Its land, in degrees.
    pub(super) land: MultiPolygon,
}

/// The countries of a file of world-atlas.
///
/// # Errors
///
/// If it is not what it should be.
pub(super) fn countries(text: &str) -> Result<Vec<Country>> {
    let topology: Topology = serde_json::from_str(text)?;
    let arcs: Vec<Vec<Coord>> = topology.arcs.iter().map(|arc| decoded(arc, &topology.transform)).collect();
    let geometries = topology.objects.countries.geometries.into_iter();
    geometries
        .map(|Geometry { id, properties, shape }| {
            let polygons = match shape {
                Shape::Polygon(rings) => vec![rings],
                Shape::MultiPolygon(polygons) => polygons,
            };
            let polygons: Option<Vec<_>> = polygons.iter().map(|rings| polygon(rings, &arcs)).collect();
            let land =
                polygons.with_context(|| format!("{} names an arc that is not there", properties.name))?;
            Ok(Country { id, name: properties.name, land: MultiPolygon(land) })
        })
        .collect()
}

/// Positions are whole numbers, each told as its distance from the one before.
fn decoded(arc: &[[f64; 2]], Transform { scale, translate }: &Transform) -> Vec<Coord> {
    let mut at = [0.0, 0.0];
    arc.iter()
        .map(|step| {
            at = [at[0] + step[0], at[1] + step[1]];
            Coord { x: at[0] * scale[0] + translate[0], y: at[1] * scale[1] + translate[1] }
        })
        .collect()
}

fn polygon(rings: &[Vec<i64>], arcs: &[Vec<Coord>]) -> Option<Polygon> {
    let mut rings = rings.iter().map(|ring| stitched(ring, arcs));
    let outer = rings.next()??;
    Some(Polygon::new(outer, rings.collect::<Option<_>>()?))
}

/// A ring from its arcs; one that is told as `!at` runs backwards, and each begins where the one before ends.
fn stitched(ring: &[i64], arcs: &[Vec<Coord>]) -> Option<LineString> {
    let mut line: Vec<Coord> = Vec::new();
    for at in ring {
        line.pop();
        let arc = arcs.get(usize::try_from(if *at < 0 { !at } else { *at }).ok()?)?;
        if *at < 0 { line.extend(arc.iter().rev()) } else { line.extend(arc) }
    }
    // world-atlas leaves no cut at the date line: where a ring crosses it, its longitudes go on counting.
    for next in 1..line.len() {
        let leap = line[next].x - line[next - 1].x;
        line[next].x -= 360.0 * (leap / 360.0).round();
    }
    Some(LineString(line))
}
