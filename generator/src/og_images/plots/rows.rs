//! Draws the charts made of rows: bars, timeline, chronology.

use chuhai::content::{Bar, ChronologyRow, Qualifier, Stretch, TimelineRow, axis, ticks};

use super::super::fonts::FontRole;
use super::{BOTTOM, BarFill, ChartCanvas, LEFT, RIGHT, TOP, TextAnchor};

/// The left edge of bars, that of the timeline, and the maximum height of a row.
const MARKS: f32 = 400.0;
const TIMES: f32 = 500.0;
const ROW: f32 = 84.0;

/// Between the two columns of events, how wide a year is, and how far above other marks the events begin.
const GAP: f32 = 24.0;
const YEAR: f32 = 72.0;
const ROOM: f32 = 20.0;

impl ChartCanvas<'_> {
    /// Draws bars from zero, with their values at the ends.
    pub(super) fn bars(&mut self, bars: &[Bar], counted: &str, dated: bool) {
        let story = self.story;
        let most = bars.iter().map(|bar| bar.source.value(story)).fold(0.0, f64::max);
        let row = row(bars.len(), BOTTOM);
        let width = RIGHT - MARKS - 200.0;
        for (at, bar) in bars.iter().enumerate() {
            let middle = TOP + row * (at as f32 + 0.5);
            let long = width * (bar.source.value(story) / most) as f32;
            let kind = if bar.source.is_computed() { BarFill::Striped } else { BarFill::Full };
            self.label(
                FontRole::Figure,
                &story.bar(bar, dated),
                24,
                TextAnchor::End,
                (MARKS - 20.0, middle + 8.0),
            );
            self.bar((MARKS, middle - 20.0), (long, 40.0), kind);
            let mut end = MARKS + long;
            match bar.source.qualifier(story).and_then(Qualifier::beyond) {
                Some(true) => {
                    self.open_end((end, middle - 20.0), 40.0, 0);
                    end += 18.0;
                }
                Some(false) => {
                    let background = self.colours.background.clone();
                    self.ticks((end, middle + 20.0), 40.0, 180, &background);
                }
                None => {}
            }
            let said = bar.source.said(story, counted);
            self.label(FontRole::Figure, &said, 24, TextAnchor::Start, (end + 14.0, middle + 8.0));
        }
        let text_color = self.colours.text.clone();
        self.line((MARKS, TOP), (MARKS, TOP + row * bars.len() as f32), &text_color);
    }

    /// Draws intervals on one time axis.
    pub(super) fn timeline(&mut self, rows: &[TimelineRow]) {
        let story = self.story;
        let axis = axis(rows, story);
        let (width, bottom) = (RIGHT - TIMES - 24.0, BOTTOM - 36.0);
        let place = |day: i64| TIMES + width * (day as f32 / (axis.after - axis.first) as f32);
        let row = row(rows.len(), bottom);
        let end = TOP + row * rows.len() as f32;
        let border = self.colours.border.clone();
        for tick in ticks(axis) {
            let x = place(tick.first_day() - axis.first);
            self.line((x, TOP), (x, end), &border);
            self.label(FontRole::Label, &story.tick(tick), 20, TextAnchor::Start, (x, end + 26.0));
        }
        for (at, time) in rows.iter().enumerate() {
            let middle = TOP + row * (at as f32 + 0.5);
            let width = TIMES - LEFT - 20.0;
            let (text_color, muted) = (self.colours.text.clone(), self.colours.muted.clone());
            self.fit_text(
                "label",
                FontRole::Figure,
                &time.label,
                width,
                16..=20,
                (LEFT, middle - 4.0),
                &text_color,
            );
            self.fit_text(
                "time",
                FontRole::Label,
                &story.lasted(time),
                width,
                16..=18,
                (LEFT, middle + 18.0),
                &muted,
            );
            for Stretch { from, to, through } in time.stretches(story, axis.first) {
                let (x, wide) = (place(from), place(to) - place(from));
                let colour = self.colour;
                if to - from == 1 {
                    self.dot((x + wide / 2.0, middle), 13.0, colour);
                } else {
                    self.bar(
                        (x, middle - 13.0),
                        (wide, 26.0),
                        if through { BarFill::Full } else { BarFill::Pale },
                    );
                }
            }
            if time.to.is_some() && !time.ended {
                self.open_end((place(axis.after - axis.first), middle - 13.0), 26.0, 0);
            }
        }
    }

    /// Draws events by year, in two columns.
    pub(super) fn chronology(&mut self, rows: &[ChronologyRow]) {
        let years = self.story.by_year(rows);
        let lines: Vec<_> = years
            .iter()
            .flat_map(|(year, events)| {
                events.iter().enumerate().map(move |(at, (within, row))| (year, at, within, row))
            })
            .collect();
        let half = lines.len().div_ceil(2);
        let (column, height) = ((RIGHT - LEFT + GAP) / 2.0, (BOTTOM - TOP + ROOM) / half.max(1) as f32);
        let (ink, soft) = (self.colours.text.clone(), self.colours.muted.clone());
        for (place, (year, at, within, row)) in lines.into_iter().enumerate() {
            let x = LEFT + column * (place / half) as f32;
            let y = TOP - ROOM + height * ((place % half) as f32 + 0.7);
            if at == 0 || place % half == 0 {
                self.fit_text("year", FontRole::Figure, year, YEAR, 11..=13, (x, y), &ink);
            }
            let text = if within.is_empty() { row.words.clone() } else { format!("{within}: {}", row.words) };
            self.fit_text("event", FontRole::Label, &text, column - GAP - YEAR, 9..=13, (x + YEAR, y), &soft);
        }
    }
}

/// The height of each of so many rows.
fn row(rows: usize, bottom: f32) -> f32 {
    ((bottom - TOP) / rows.max(1) as f32).min(ROW)
}
