//! Draws the matrix.

use chuhai::content::{MatrixRow, columns};

use super::super::fonts::FontRole;
use super::super::text_fit::{StyledText, TextBox};
use super::{BOTTOM, ChartCanvas, LEFT, RIGHT, TOP, TextAnchor};

/// The left edge of the columns, and the height of their heads.
const COLUMNS: f32 = 330.0;
const HEADS: f32 = 44.0;

impl ChartCanvas<'_> {
    /// Draws a dot where an entity was present, and a ring where it had left.
    pub(super) fn matrix(&mut self, places: &[MatrixRow]) {
        let (story, colours) = (self.story, self.colours);
        let regions = columns(places, story);
        let wide = (RIGHT - COLUMNS) / regions.len().max(1) as f32;
        let top = TOP - 14.0 + HEADS;
        let row = ((BOTTOM - top) / places.len().max(1) as f32).min(40.0);
        for (at, region) in regions.iter().enumerate() {
            let words = StyledText {
                name: "region",
                role: FontRole::Label,
                lang: &story.ui.language,
                text: &story[*region].region,
            };
            let text_box =
                TextBox { width: wide - 10.0, height: HEADS + 10.0, leading: 1.15, sizes: 14..=16 };
            let Some(fitted) = self.canvas.fit(words, &text_box) else { continue };
            let rise = fitted.leading * (fitted.lines.len() - 1) as f32;
            let x = COLUMNS + wide * (at as f32 + 0.5) - fitted.width() / 2.0;
            self.canvas.text(&fitted, (x, top - 10.0 - rise), &colours.muted);
        }
        for (at, place) in places.iter().enumerate() {
            let (upper, middle) = (top + row * at as f32, top + row * (at as f32 + 0.5));
            self.line((LEFT, upper), (RIGHT, upper), &colours.border);
            let size = (row * 0.8).min(20.0) as u16;
            let name = &story[place.entity].name;
            self.label(FontRole::Figure, name, size, TextAnchor::Start, (LEFT, middle + row * 0.25));
            for fact in &place.facts {
                let region = story[*fact].section;
                let Some(column) = regions.iter().position(|at| *at == region) else { continue };
                let at = (COLUMNS + wide * (column as f32 + 0.5), middle);
                self.dot(at, row * 0.36, colours.section(&story[region].id));
                if place.gone {
                    self.dot(at, row * 0.16, &colours.background);
                }
            }
        }
    }
}
