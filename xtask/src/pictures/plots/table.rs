//! Who is where, as rows and columns. Knows nothing of what stands around them.

use chuhai::content::{MatrixRow, columns};

use super::super::fit::{Room, UiText};
use super::super::fonts::Voice;
use super::{BOTTOM, Board, From, LEFT, RIGHT, TOP};

/// Where the columns begin, and how high their heads are.
const COLUMNS: f32 = 330.0;
const HEADS: f32 = 44.0;

impl Board<'_> {
    /// A mark where the story shows someone at work, a ring where they had left.
    pub(super) fn matrix(&mut self, places: &[MatrixRow]) {
        let (story, colours) = (self.story, self.colours);
        let regions = columns(places, story);
        let wide = (RIGHT - COLUMNS) / regions.len().max(1) as f32;
        let top = TOP - 14.0 + HEADS;
        let row = ((BOTTOM - top) / places.len().max(1) as f32).min(40.0);
        for (at, region) in regions.iter().enumerate() {
            let words = UiText {
                name: "region",
                voice: Voice::Label,
                lang: &story.ui.language,
                text: &story[*region].region,
            };
            let room = Room { width: wide - 10.0, height: HEADS + 10.0, leading: 1.15, sizes: 14..=16 };
            let Some(fitted) = self.sheet.fit(words, &room) else { continue };
            let rise = fitted.leading * (fitted.lines.len() - 1) as f32;
            let x = COLUMNS + wide * (at as f32 + 0.5) - fitted.width() / 2.0;
            self.sheet.set(&fitted, (x, top - 10.0 - rise), &colours.soft);
        }
        for (at, place) in places.iter().enumerate() {
            let (upper, middle) = (top + row * at as f32, top + row * (at as f32 + 0.5));
            self.line((LEFT, upper), (RIGHT, upper), &colours.rule);
            let size = (row * 0.8).min(20.0) as u16;
            let name = &story[place.entity].name;
            self.label(Voice::Figure, name, size, From::Start, (LEFT, middle + row * 0.25));
            for fact in &place.facts {
                let region = story[*fact].section;
                let Some(column) = regions.iter().position(|at| *at == region) else { continue };
                let at = (COLUMNS + wide * (column as f32 + 0.5), middle);
                self.dot(at, row * 0.36, colours.region(&story[region].id));
                if place.gone {
                    self.dot(at, row * 0.16, &colours.paper);
                }
            }
        }
    }
}
