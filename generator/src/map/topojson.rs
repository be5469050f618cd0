//! Reads the countries of a TopoJSON file as polygons.

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

/// A country of Natural Earth.
pub(super) struct Country {
    /// The ISO 3166-1 number, or empty if there is none.
    pub(super) id: String,
    /// Natural Earth's name.
    pub(super) name: String,
    /// The land, in degrees.
    pub(super) land: MultiPolygon,
}

impl Country {
    /// What regions name it by: its number, or its name if it has none.
    pub(super) fn key(&self) -> &String {
        if self.id.is_empty() { &self.name } else { &self.id }
    }
}

/// Reads the countries of a world-atlas file.
///
/// # Errors
///
/// If the file has another format.
pub(super) fn countries(text: &str) -> Result<Vec<Country>> {
    let topology: Topology = serde_json::from_str(text)?;
    let arcs: Vec<Vec<Coord>> =
        topology.arcs.iter().map(|arc| decode_arc(arc, &topology.transform)).collect();
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

/// Decodes an arc: delta-encoded, quantized positions.
fn decode_arc(arc: &[[f64; 2]], Transform { scale, translate }: &Transform) -> Vec<Coord> {
    let mut position = [0.0, 0.0];
    arc.iter()
        .map(|step| {
            position = [position[0] + step[0], position[1] + step[1]];
            Coord { x: position[0] * scale[0] + translate[0], y: position[1] * scale[1] + translate[1] }
        })
        .collect()
}

fn polygon(rings: &[Vec<i64>], arcs: &[Vec<Coord>]) -> Option<Polygon> {
    let mut rings = rings.iter().map(|ring| stitch_ring(ring, arcs));
    let outer = rings.next()??;
    Some(Polygon::new(outer, rings.collect::<Option<_>>()?))
}

/// Joins arcs into a ring. An index `!index` means the arc reversed; each arc starts at the end of the one before.
fn stitch_ring(ring: &[i64], arcs: &[Vec<Coord>]) -> Option<LineString> {
    let mut line: Vec<Coord> = Vec::new();
    for index in ring {
        line.pop();
        let arc = arcs.get(usize::try_from(if *index < 0 { !index } else { *index }).ok()?)?;
        if *index < 0 { line.extend(arc.iter().rev()) } else { line.extend(arc) }
    }
    // world-atlas does not cut at the antimeridian: unwrap longitudes where a ring crosses it.
    for next in 1..line.len() {
        let leap = line[next].x - line[next - 1].x;
        line[next].x -= 360.0 * (leap / 360.0).round();
    }
    Some(LineString(line))
}
