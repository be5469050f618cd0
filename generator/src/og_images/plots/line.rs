//! Draws the line chart and the waffle chart.

use chuhai::content::{FactRef, Qualifier};
use chuhai::template::fill;

use super::super::fonts::FontRole;
use super::{BOTTOM, ChartCanvas, LEFT, RIGHT, TOP, TextAnchor};

impl ChartCanvas<'_> {
    /// Draws values over the hours since a start.
    pub(super) fn line_chart(&mut self, points: &[FactRef]) {
        let story = self.story;
        let figures = points.iter().filter_map(|fact| story[*fact].figure.as_ref());
        let points: Vec<_> = figures
            .filter_map(|figure| Some((figure, figure.hours? as f32, figure.amount.last() as f32)))
            .collect();
        let long = points.iter().map(|(_, hours, _)| *hours).fold(0.0, f32::max);
        let most = points.iter().map(|(_, _, value)| *value).fold(0.0, f32::max);
        let (top, bottom, right) = (TOP + 54.0, BOTTOM - 34.0, RIGHT - 20.0);
        let place = |hours: f32, value: f32| {
            (LEFT + (right - LEFT) * hours / long, bottom - (bottom - top) * value / most)
        };
        let (colour, border, text_color) =
            (self.colour, self.colours.border.clone(), self.colours.text.clone());
        for day in 1..=(long / 24.0) as u32 {
            let (x, _) = place(day as f32 * 24.0, 0.0);
            self.line((x, top), (x, bottom), &border);
            let name = fill(&story.ui.charts.day, &[("day", &day.to_string())]);
            let (middle, _) = place(day as f32 * 24.0 - 12.0, 0.0);
            self.label(FontRole::Label, &name, 20, TextAnchor::Middle, (middle, bottom + 28.0));
        }
        self.line((LEFT, bottom), (right, bottom), &text_color);
        let joined: String = points
            .iter()
            .map(|(_, hours, value)| {
                let (x, y) = place(*hours, *value);
                format!("L{x:.2} {y:.2}")
            })
            .collect();
        self.canvas.element(format_args!(
            "path d=\"M{LEFT} {bottom}{joined}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"3 5\""
        ));
        for (at, (figure, hours, value)) in points.iter().enumerate() {
            let (x, y) = place(*hours, *value);
            self.dot((x, y), 9.0, colour);
            match figure.qualifier.and_then(Qualifier::beyond) {
                Some(true) => self.open_end((x - 10.0, y - 8.0), 20.0, -90),
                Some(false) => self.open_end((x + 10.0, y + 8.0), 20.0, 90),
                None => {}
            }
            let last = at > 0 && at + 1 == points.len();
            let (anchor, x, y) = if last {
                (TextAnchor::End, x + 9.0, y - 46.0)
            } else {
                (TextAnchor::Start, x + 20.0, y + 16.0)
            };
            self.label(FontRole::Figure, &figure.text, 24, anchor, (x, y));
            self.label(FontRole::Label, &story.after(f64::from(*hours)), 20, anchor, (x, y + 26.0));
        }
    }

    /// Draws a share as squares of a hundred.
    pub(super) fn waffle(&mut self, at: FactRef) {
        let story = self.story;
        let Some(figure) = &story[at].figure else { return };
        let (value, side) = (figure.amount.last() as f32, BOTTOM - TOP);
        let square = side / 10.0;
        let (colour, border, background) =
            (self.colour, self.colours.border.clone(), self.colours.background.clone());
        for part in 0..100 {
            let (x, y) = (LEFT + square * (part % 10) as f32, TOP + square * (part / 10) as f32);
            let full = (value - part as f32).clamp(0.0, 1.0) * square;
            self.canvas.element(format_args!(
                "rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{square:.2}\" height=\"{square:.2}\" fill=\"{border}\" fill-opacity=\"0.6\""
            ));
            if full > 0.0 {
                self.canvas.element(format_args!(
                    "rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{full:.2}\" height=\"{square:.2}\" fill=\"{colour}\""
                ));
            } else if value > part as f32 - 1.0 && figure.qualifier.and_then(Qualifier::beyond) == Some(true)
            {
                self.open_end((x + 2.0, y), square, 0);
            }
        }
        for part in 1..10 {
            let (x, y) = (LEFT + square * part as f32, TOP + square * part as f32);
            self.canvas.element(format_args!(
                "path d=\"M{x:.2} {TOP}v{side}M{LEFT} {y:.2}h{side}\" stroke=\"{background}\" stroke-width=\"5\""
            ));
        }
        let (x, muted) = (LEFT + side + 56.0, self.colours.muted.clone());
        let width = RIGHT - x;
        self.fit_text("figure", FontRole::Figure, &figure.text, width, 48..=108, (x, BOTTOM - 60.0), colour);
        self.fit_text("unit", FontRole::Label, &figure.unit, width, 20..=32, (x, BOTTOM - 8.0), &muted);
    }
}
