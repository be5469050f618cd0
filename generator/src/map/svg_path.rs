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
        let at = |index: usize| line[index.min(line.len() - 1)];
        path.start(at(0));
        for here in 0..line.len().saturating_sub(1) {
            let (before, from, to, after) =
                (at(here.saturating_sub(1)), at(here), at(here + 1), at(here + 2));
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
        let mut places: Vec<_> = ring.0.iter().map(|place| rounded(*place)).collect();
        places.dedup();
        places.pop();
        if places.len() < 3 {
            return;
        }
        // The first pair moves the pen. The next pairs draw lines.
        self.text.push('m');
        for place in places.iter().copied() {
            self.relative_point(place, place);
        }
        self.text.push('z');
        // Closing a ring moves the pen back to its start.
        self.pen = places[0];
    }

    fn start(&mut self, place: Coord) {
        self.text.push('m');
        self.relative_point(rounded(place), rounded(place));
        self.text.push('c');
    }

    fn curve(&mut self, points: [Coord; 3]) {
        let [first, second, end] = points.map(rounded);
        self.relative_point(first, self.pen);
        self.relative_point(second, self.pen);
        self.relative_point(end, end);
    }

    /// Writes a point relative to the pen, then moves the pen to `then`.
    fn relative_point(&mut self, place: [i64; 2], then: [i64; 2]) {
        for (place, pen) in place.into_iter().zip(self.pen) {
            let apart = self.text.ends_with(|last: char| last.is_ascii_digit()) && place >= pen;
            let _ = write!(self.text, "{}{}", if apart { " " } else { "" }, place - pen);
        }
        self.pen = then;
    }
}

fn rounded(place: Coord) -> [i64; 2] {
    [place.x.round() as i64, place.y.round() as i64]
}
