//! Draws charts that are rows of words: lists under headings, and tables.

use chuhai::content::{Group, Table};

use super::super::fonts::FontRole;
use super::super::text_fit::{StyledText, TextBox};
use super::{BOTTOM, ChartCanvas, LEFT, RIGHT, TOP, TextAnchor};

/// Between two columns of entries, how wide a heading is, and how far above other marks the entries begin.
const GAP: f32 = 24.0;
const HEADING: f32 = 72.0;
const RISE: f32 = 20.0;
/// The left edge of a table's columns, and the height of their heads.
const COLUMNS: f32 = 330.0;
const HEADS: f32 = 44.0;

impl ChartCanvas<'_> {
    /// Draws entries under headings, in two columns.
    pub(super) fn list(&mut self, groups: &[Group]) {
        let entries = groups.iter().flat_map(|group| {
            group.entries.iter().enumerate().map(move |(at, entry)| (&group.heading, at, entry))
        });
        let half = entries.clone().count().div_ceil(2).max(1);
        let (column, height) = ((RIGHT - LEFT + GAP) / 2.0, (BOTTOM - TOP + RISE) / half as f32);
        let size = (height * 0.8).clamp(2.0, 13.0) as u16;
        let (ink, soft) = (self.colours.text.clone(), self.colours.muted.clone());
        for (place, (heading, at, entry)) in entries.enumerate() {
            let x = LEFT + column * (place / half) as f32;
            let y = TOP - RISE + height * ((place % half) as f32 + 0.7);
            if at == 0 || place % half == 0 {
                self.fit_text("year", FontRole::Figure, heading, HEADING, size.min(11)..=size, (x, y), &ink);
            }
            let when = if entry.when.is_empty() { String::new() } else { format!("{}: ", entry.when) };
            let (words, width) = (when + &entry.words, column - GAP - HEADING);
            self.fit_text(
                "event",
                FontRole::Label,
                &words,
                width,
                size.min(9)..=size,
                (x + HEADING, y),
                &soft,
            );
        }
    }

    /// Draws a dot, or a ring, for each cell.
    pub(super) fn table(&mut self, table: &Table) {
        let (story, colours) = (self.story, self.colours);
        let wide = (RIGHT - COLUMNS) / table.columns.len().max(1) as f32;
        let top = TOP - 14.0 + HEADS;
        let row = ((BOTTOM - top) / table.rows.len().max(1) as f32).min(40.0);
        let middle_of = |column: usize| COLUMNS + wide * (column as f32 + 0.5);
        for (at, region) in table.columns.iter().enumerate() {
            let (role, lang, text) =
                (FontRole::Label, story.ui.language.as_str(), story[*region].region.as_str());
            let words = StyledText { name: "region", role, lang, text };
            let text_box =
                TextBox { width: wide - 10.0, height: HEADS + 10.0, leading: 1.15, sizes: 14..=16 };
            let Some(fitted) = self.canvas.fit(words, &text_box) else { continue };
            let rise = fitted.leading * (fitted.lines.len().saturating_sub(1)) as f32;
            self.canvas.text(
                &fitted,
                (middle_of(at) - fitted.width() / 2.0, top - 10.0 - rise),
                &colours.muted,
            );
        }
        for (at, (name, cells)) in table.rows.iter().enumerate() {
            let (upper, middle) = (top + row * at as f32, top + row * (at as f32 + 0.5));
            self.line((LEFT, upper), (RIGHT, upper), &colours.border);
            let size = (row * 0.8).clamp(2.0, 20.0) as u16;
            self.label(FontRole::Figure, name, size, TextAnchor::Start, (LEFT, middle + row * 0.25));
            for (column, (region, cell)) in table.columns.iter().zip(cells).enumerate() {
                let Some(cell) = cell else { continue };
                let (x, radius) = (middle_of(column), row * if cell.hollow { 0.26 } else { 0.36 });
                let colour = colours.section(&story[*region].id);
                let paint = if cell.hollow {
                    format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{:.2}\"", row * 0.2)
                } else {
                    format!("fill=\"{colour}\"")
                };
                self.canvas.element(format_args!(
                    "circle cx=\"{x:.2}\" cy=\"{middle:.2}\" r=\"{radius:.2}\" {paint}"
                ));
            }
        }
    }
}
