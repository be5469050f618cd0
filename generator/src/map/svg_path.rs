//! Writes polygons and routes as SVG path data, in whole units and few bytes.

use std::fmt::Write;

use geo::{Area, Coord, LineString, MultiPolygon, SimplifyVwPreserve};

/// The path of a shape: simplified, and without polygons below the minimum area in square units.
pub(super) fn polygons_path(shape: &MultiPolygon, simplify_tolerance: f64, min_area: f64) -> String {
    let mut polygons: Vec<_> = shape.iter().filter(|part| part.unsigned_area() >= min_area).collect();
    // Sorted, so that neighbours compress well and the same shape gives the same bytes.
    polygons.sort_by(|one, other| {
        let key =
            |part: &geo::Polygon| part.exterior().0.first().map_or((0.0, 0.0), |first| (first.x, first.y));
        key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut path = PathBuilder::default();
    for part in polygons.into_iter().map(|part| part.simplify_vw_preserve(simplify_tolerance)) {
        path.ring(part.exterior());
        let lakes = part.interiors().iter();
        lakes
            .filter(|lake| geo::Polygon::new((*lake).clone(), Vec::new()).unsigned_area() >= min_area)
            .for_each(|lake| path.ring(lake));
    }
    path.text
}

/// The path of smooth lines, each through at least two points: Catmull-Rom splines as Bézier curves.
pub(super) fn route_path(lines: &[Vec<Coord>]) -> String {
    let mut path = PathBuilder::default();
    for line in lines {
        let point = |index: usize| line[index.min(line.len() - 1)];
        path.start(point(0));
        for here in 0..line.len().saturating_sub(1) {
            let (before, from, to, after) =
                (point(here.saturating_sub(1)), point(here), point(here + 1), point(here + 2));
            path.curve([from + (to - before) / 6.0, to - (after - from) / 6.0, to]);
        }
    }
    path.text
}

/// Builds path data. The pen is always at whole units, so that rounding errors do not add up.
#[derive(Default)]
struct PathBuilder {
    text: String,
    pen: [i64; 2],
}

impl PathBuilder {
    fn ring(&mut self, ring: &LineString) {
        let mut points: Vec<_> = ring.0.iter().map(|point| rounded(*point)).collect();
        points.dedup();
        points.pop();
        if points.len() < 3 {
            return;
        }
        // The first pair moves the pen. The next pairs draw lines.
        self.text.push('m');
        for point in points.iter().copied() {
            self.relative_point(point, point);
        }
        self.text.push('z');
        // Closing a ring moves the pen back to its start.
        self.pen = points[0];
    }

    fn start(&mut self, point: Coord) {
        self.text.push('m');
        self.relative_point(rounded(point), rounded(point));
        self.text.push('c');
    }

    fn curve(&mut self, points: [Coord; 3]) {
        let [first, second, end] = points.map(rounded);
        self.relative_point(first, self.pen);
        self.relative_point(second, self.pen);
        self.relative_point(end, end);
    }

    /// Writes a point relative to the pen, then moves the pen to `then`.
    fn relative_point(&mut self, point: [i64; 2], then: [i64; 2]) {
        for (coordinate, pen) in point.into_iter().zip(self.pen) {
            let apart = self.text.ends_with(|last: char| last.is_ascii_digit()) && coordinate >= pen;
            let _ = write!(self.text, "{}{}", if apart { " " } else { "" }, coordinate - pen);
        }
        self.pen = then;
    }
}

fn rounded(point: Coord) -> [i64; 2] {
    [point.x.round() as i64, point.y.round() as i64]
}
