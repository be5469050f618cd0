//! Projects longitude and latitude to map units.

use anyhow::Result;
use geo::{BooleanOps, Coord, MapCoords, MultiPolygon, Rect, Translate, unary_union};
use proj4rs::Proj;

/// The distance from the map's edge at which shapes are cut, so that no point on the edge wraps to the other side.
const SEAM: f64 = 1e-4;

/// The Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which preserves areas.
pub(super) struct Projection {
    center_longitude: f64,
    latitudes: [f64; 2],
    from: Proj,
    to: Proj,
    scale: f64,
    /// The map's width in units.
    pub(super) width: f64,
    /// The map's height in units.
    pub(super) height: f64,
    /// The top edge, in units from the equator.
    top: f64,
}

impl Projection {
    /// A projection centred on this meridian, from one latitude to another.
    ///
    /// # Errors
    ///
    /// If they are no degrees.
    pub(super) fn new(center_longitude: f64, [south, north]: [f64; 2], width: f64) -> Result<Self> {
        let to = Proj::from_proj_string(&format!("+proj=eqearth +lon_0={center_longitude} +R=1"))?;
        let from = Proj::from_proj_string("+proj=longlat +R=1")?;
        let mut projection = Self {
            center_longitude,
            latitudes: [south, north],
            from,
            to,
            scale: 1.0,
            width,
            height: 0.0,
            top: 0.0,
        };
        projection.scale =
            width / 2.0 / projection.project(Coord { x: center_longitude + 180.0 - SEAM, y: 0.0 })?.x;
        projection.top = projection.project(Coord { x: center_longitude, y: north })?.y;
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
        let left = if self.scale == 1.0 { 0.0 } else { self.width / 2.0 };
        Ok(Coord { x: left + point.0 * self.scale, y: -point.1 * self.scale - self.top })
    }

    /// Projects land in degrees as one shape, cut at the map's edges.
    ///
    /// # Errors
    ///
    /// If a point is outside the valid range.
    pub(super) fn shape<'a>(&self, land: impl Iterator<Item = &'a MultiPolygon>) -> Result<MultiPolygon> {
        let [south, north] = self.latitudes;
        let (west, east) = (self.center_longitude - 180.0 + SEAM, self.center_longitude + 180.0 - SEAM);
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
