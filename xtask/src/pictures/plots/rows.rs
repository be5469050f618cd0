//! Plots in rows: bars, times, and events by year. Knows nothing of what stands around them.

use chuhai::content::{Bar, ChronologyRow, Qualifier, Stretch, TimelineRow, axis, ticks};

use super::super::fonts::Voice;
use super::{BOTTOM, Board, From, Kind, LEFT, RIGHT, TOP};

/// Where bars begin, where rows of times do, and how high a row is at most.
const MARKS: f32 = 400.0;
const TIMES: f32 = 500.0;
const ROW: f32 = 84.0;

/// Between the two columns of events, how wide a year is, and how far above other marks the events begin.
const GAP: f32 = 24.0;
const YEAR: f32 = 72.0;
const ROOM: f32 = 20.0;

impl Board<'_> {
    /// Lengths from zero, their numbers at their ends.
    pub(super) fn bars(&mut self, bars: &[Bar], counted: &str, dated: bool) {
        let story = self.story;
        let most = bars.iter().map(|bar| bar.source.value(story)).fold(0.0, f64::max);
        let row = row(bars.len(), BOTTOM);
        let width = RIGHT - MARKS - 200.0;
        for (at, bar) in bars.iter().enumerate() {
            let middle = TOP + row * (at as f32 + 0.5);
            let long = width * (bar.source.value(story) / most) as f32;
            let kind = if bar.source.is_computed() { Kind::Striped } else { Kind::Full };
            self.label(Voice::Figure, &story.bar(bar, dated), 24, From::End, (MARKS - 20.0, middle + 8.0));
            self.bar((MARKS, middle - 20.0), (long, 40.0), kind);
            let mut end = MARKS + long;
            match bar.source.qualifier(story).and_then(Qualifier::beyond) {
                Some(true) => {
                    self.beyond((end, middle - 20.0), 40.0, 0);
                    end += 18.0;
                }
                Some(false) => {
                    let paper = self.colours.paper.clone();
                    self.ticks((end, middle + 20.0), 40.0, 180, &paper);
                }
                None => {}
            }
            let said = bar.source.said(story, counted);
            self.label(Voice::Figure, &said, 24, From::Start, (end + 14.0, middle + 8.0));
        }
        let ink = self.colours.ink.clone();
        self.line((MARKS, TOP), (MARKS, TOP + row * bars.len() as f32), &ink);
    }

    /// What happened when, on one axis.
    pub(super) fn times(&mut self, rows: &[TimelineRow]) {
        let story = self.story;
        let axis = axis(rows, story);
        let (width, bottom) = (RIGHT - TIMES - 24.0, BOTTOM - 36.0);
        let place = |day: i64| TIMES + width * (day as f32 / (axis.after - axis.first) as f32);
        let row = row(rows.len(), bottom);
        let end = TOP + row * rows.len() as f32;
        let rule = self.colours.rule.clone();
        for tick in ticks(axis) {
            let x = place(tick.first_day() - axis.first);
            self.line((x, TOP), (x, end), &rule);
            self.label(Voice::Label, &story.tick(tick), 20, From::Start, (x, end + 26.0));
        }
        for (at, time) in rows.iter().enumerate() {
            let middle = TOP + row * (at as f32 + 0.5);
            let room = TIMES - LEFT - 20.0;
            let (ink, soft) = (self.colours.ink.clone(), self.colours.soft.clone());
            self.say("label", Voice::Figure, &time.label, room, 16..=20, (LEFT, middle - 4.0), &ink);
            self.say("time", Voice::Label, &story.lasted(time), room, 16..=18, (LEFT, middle + 18.0), &soft);
            for Stretch { from, to, through } in time.stretches(story, axis.first) {
                let (x, wide) = (place(from), place(to) - place(from));
                let colour = self.colour;
                if to - from == 1 {
                    self.dot((x + wide / 2.0, middle), 13.0, colour);
                } else {
                    self.bar((x, middle - 13.0), (wide, 26.0), if through { Kind::Full } else { Kind::Pale });
                }
            }
            if time.to.is_some() && !time.ended {
                self.beyond((place(axis.after - axis.first), middle - 13.0), 26.0, 0);
            }
        }
    }

    /// Events by year, in two columns.
    pub(super) fn events(&mut self, rows: &[ChronologyRow]) {
        let years = self.story.by_year(rows);
        let lines: Vec<_> = years
            .iter()
            .flat_map(|(year, events)| {
                events.iter().enumerate().map(move |(at, (within, row))| (year, at, within, row))
            })
            .collect();
        let half = lines.len().div_ceil(2);
        let (column, height) = ((RIGHT - LEFT + GAP) / 2.0, (BOTTOM - TOP + ROOM) / half.max(1) as f32);
        let (ink, soft) = (self.colours.ink.clone(), self.colours.soft.clone());
        for (place, (year, at, within, row)) in lines.into_iter().enumerate() {
            let x = LEFT + column * (place / half) as f32;
            let y = TOP - ROOM + height * ((place % half) as f32 + 0.7);
            if at == 0 || place % half == 0 {
                self.say("year", Voice::Figure, year, YEAR, 11..=13, (x, y), &ink);
            }
            let text = if within.is_empty() { row.words.clone() } else { format!("{within}: {}", row.words) };
            self.say("event", Voice::Label, &text, column - GAP - YEAR, 9..=13, (x + YEAR, y), &soft);
        }
    }
}

/// How high each of so many rows is.
fn row(rows: usize, bottom: f32) -> f32 {
    ((bottom - TOP) / rows.max(1) as f32).min(ROW)
}
