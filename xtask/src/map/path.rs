//! Shapes and routes as SVG's path data, in whole units and few bytes. Knows nothing of the world.

use std::fmt::Write;

use geo::{Area, Coord, LineString, MultiPolygon, SimplifyVwPreserve};

/// A shape's outline, without what is too small to be told apart, in square units.
pub(super) fn shape(shape: &MultiPolygon, bend: f64, island: f64) -> String {
    let mut islands: Vec<_> = shape.iter().filter(|part| part.unsigned_area() >= island).collect();
    // Neighbours stand together, which compresses well; and the same shape always gives the same bytes.
    islands.sort_by(|one, other| {
        let key =
            |part: &geo::Polygon| part.exterior().0.first().map_or((0.0, 0.0), |first| (first.x, first.y));
        key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut path = Path::default();
    for part in islands.into_iter().map(|part| part.simplify_vw_preserve(bend)) {
        path.ring(part.exterior());
        let lakes = part.interiors().iter();
        lakes
            .filter(|lake| geo::Polygon::new((*lake).clone(), Vec::new()).unsigned_area() >= island)
            .for_each(|lake| path.ring(lake));
    }
    path.text
}

/// A smooth line through places: Catmull and Rom's spline, written as Bézier curves.
pub(super) fn route(lines: &[Vec<Coord>]) -> String {
    let mut path = Path::default();
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

/// Path data while it is written; the pen stands on whole units only, so that no error adds up.
#[derive(Default)]
struct Path {
    text: String,
    pen: [i64; 2],
}

impl Path {
    fn ring(&mut self, ring: &LineString) {
        let mut places: Vec<_> = ring.0.iter().map(|place| whole(*place)).collect();
        places.dedup();
        places.pop();
        if places.len() < 3 {
            return;
        }
        // The first pair moves the pen, those after it draw lines.
        self.text.push('m');
        for place in places.iter().copied() {
            self.step(place, place);
        }
        self.text.push('z');
        // Closing leads the pen back to where the ring began.
        self.pen = places[0];
    }

    fn start(&mut self, place: Coord) {
        self.text.push('m');
        self.step(whole(place), whole(place));
        self.text.push('c');
    }

    fn curve(&mut self, points: [Coord; 3]) {
        let [first, second, end] = points.map(whole);
        self.step(first, self.pen);
        self.step(second, self.pen);
        self.step(end, end);
    }

    /// Writes where a place is as seen from the pen, then leaves the pen at `then`.
    fn step(&mut self, place: [i64; 2], then: [i64; 2]) {
        for (place, pen) in place.into_iter().zip(self.pen) {
            let apart = self.text.ends_with(|last: char| last.is_ascii_digit()) && place >= pen;
            let _ = write!(self.text, "{}{}", if apart { " " } else { "" }, place - pen);
        }
        self.pen = then;
    }
}

fn whole(place: Coord) -> [i64; 2] {
    [place.x.round() as i64, place.y.round() as i64]
}
