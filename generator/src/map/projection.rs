//! Projects longitude and latitude to map units.

use anyhow::{Result, ensure};
use geo::{BooleanOps, Coord, MapCoords, MultiPolygon, Rect, Translate, unary_union};
use proj4rs::Proj;

/// The margin at the map's edge, in degrees. Shapes are cut there, so that no point wraps around.
const ANTIMERIDIAN_MARGIN: f64 = 1e-4;

/// The part of the world that the map shows, in degrees.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub(super) west: f64,
    pub(super) east: f64,
    pub(super) south: f64,
    pub(super) north: f64,
}

impl Window {
    /// The whole world around a meridian, from one latitude to another.
    pub(super) fn around(center_longitude: f64, south: f64, north: f64) -> Self {
        let (west, east) =
            (center_longitude - 180.0 + ANTIMERIDIAN_MARGIN, center_longitude + 180.0 - ANTIMERIDIAN_MARGIN);
        Self { west, east, south, north }
    }

    /// The latitudes of the edges, and that nearest to the equator, where a degree of longitude is widest.
    fn latitudes(&self) -> [f64; 3] {
        [self.south, self.north, 0.0_f64.clamp(self.south, self.north)]
    }
}

/// The Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which preserves areas.
pub(super) struct Projection {
    window: Window,
    from: Proj,
    to: Proj,
    scale: f64,
    /// The map's width in units.
    pub(super) width: f64,
    /// The map's height in units.
    pub(super) height: f64,
    /// The left and top edges, in units from the central meridian and the equator.
    origin: Coord,
}

impl Projection {
    /// A projection of a window, centred on a meridian, `width` units wide.
    ///
    /// # Errors
    ///
    /// If the window has no extent, or its edges are not valid degrees.
    pub(super) fn new(center_longitude: f64, window: Window, width: f64) -> Result<Self> {
        let Window { west, east, south, north } = window;
        ensure!(
            west < east && south < north,
            "expected `west` below `east` and `south` below `north`, found {west} to {east} and {south} to {north}"
        );
        let to = Proj::from_proj_string(&format!("+proj=eqearth +lon_0={center_longitude} +R=1"))?;
        let from = Proj::from_proj_string("+proj=longlat +R=1")?;
        let origin = Coord { x: 0.0, y: 0.0 };
        let mut projection = Self { window, from, to, scale: 1.0, width, height: 0.0, origin };
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        for y in window.latitudes() {
            left = left.min(projection.project(Coord { x: west, y })?.x);
            right = right.max(projection.project(Coord { x: east, y })?.x);
        }
        projection.scale = width / (right - left);
        let y = projection.project(Coord { x: center_longitude, y: north })?.y;
        projection.origin = Coord { x: left * projection.scale, y };
        projection.height = projection.project(Coord { x: center_longitude, y: south })?.y.round();
        Ok(projection)
    }

    /// Projects a point in degrees to map units.
    ///
    /// # Errors
    ///
    /// If the point is outside the valid range.
    pub(super) fn project(&self, degrees: Coord) -> Result<Coord> {
        let mut point = (degrees.x.to_radians(), degrees.y.to_radians(), 0.0);
        proj4rs::transform::transform(&self.from, &self.to, &mut point)?;
        Ok(Coord { x: point.0 * self.scale, y: -point.1 * self.scale } - self.origin)
    }

    /// Projects land in degrees as one shape, cut at the map's edges.
    ///
    /// # Errors
    ///
    /// If a point is outside the valid range.
    pub(super) fn shape<'a>(&self, land: impl Iterator<Item = &'a MultiPolygon>) -> Result<MultiPolygon> {
        let Window { west, east, south, north } = self.window;
        let window = Rect::new((west, south), (east, north)).to_polygon();
        let mut pieces = Vec::new();
        for land in land {
            for turns in [-360.0, 0.0, 360.0] {
                pieces.extend(land.translate(turns, 0.0).intersection(&window));
            }
        }
        unary_union(&pieces).try_map_coords(|degrees| self.project(degrees))
    }
}
