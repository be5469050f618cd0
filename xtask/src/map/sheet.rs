//! The sheet that the map is drawn on: from degrees to whole units. Knows nothing of countries.

use anyhow::Result;
use geo::{BooleanOps, Coord, MapCoords, MultiPolygon, Rect, Translate, unary_union};
use proj4rs::Proj;

/// How far from the edge the world is cut, so that nothing on the edge counts as on the other side.
const SEAM: f64 = 1e-4;

/// A sheet in the Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which keeps areas true.
pub(super) struct Sheet {
    middle: f64,
    latitudes: [f64; 2],
    from: Proj,
    to: Proj,
    scale: f64,
    /// How many units it is wide.
    pub(super) width: f64,
    /// How many units it is high.
    pub(super) height: f64,
    /// Where its top is, in units from the equator.
    top: f64,
}

impl Sheet {
    /// A sheet with this meridian in its middle, from one latitude to another.
    ///
    /// # Errors
    ///
    /// If they are not degrees.
    pub(super) fn new(middle: f64, [south, north]: [f64; 2], width: f64) -> Result<Self> {
        let to = Proj::from_proj_string(&format!("+proj=eqearth +lon_0={middle} +R=1"))?;
        let from = Proj::from_proj_string("+proj=longlat +R=1")?;
        let mut sheet =
            Self { middle, latitudes: [south, north], from, to, scale: 1.0, width, height: 0.0, top: 0.0 };
        sheet.scale = width / 2.0 / sheet.place(Coord { x: middle + 180.0 - SEAM, y: 0.0 })?.x;
        sheet.top = sheet.place(Coord { x: middle, y: north })?.y;
        sheet.height = sheet.place(Coord { x: middle, y: south })?.y.round();
        Ok(sheet)
    }

    /// Where a place in degrees is on the sheet.
    ///
    /// # Errors
    ///
    /// If it is no place in degrees.
    pub(super) fn place(&self, degrees: Coord) -> Result<Coord> {
        let mut point = (degrees.x.to_radians(), degrees.y.to_radians(), 0.0);
        proj4rs::transform::transform(&self.from, &self.to, &mut point)?;
        let left = if self.scale == 1.0 { 0.0 } else { self.width / 2.0 };
        Ok(Coord { x: left + point.0 * self.scale, y: -point.1 * self.scale - self.top })
    }

    /// Land in degrees as one shape on the sheet, cut at the sheet's edges.
    ///
    /// # Errors
    ///
    /// If it is not in degrees.
    pub(super) fn shape<'a>(&self, land: impl Iterator<Item = &'a MultiPolygon>) -> Result<MultiPolygon> {
        let [south, north] = self.latitudes;
        let (west, east) = (self.middle - 180.0 + SEAM, self.middle + 180.0 - SEAM);
        let window = Rect::new((west, south), (east, north)).to_polygon();
        let mut pieces = Vec::new();
        for land in land {
            for turns in [-360.0, 0.0, 360.0] {
                pieces.extend(land.translate(turns, 0.0).intersection(&window));
            }
        }
        unary_union(&pieces).try_map_coords(|degrees| self.place(degrees))
    }
}
