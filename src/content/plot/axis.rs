//! Ticks of axes and their labels: round numbers, or first days of periods.

use crate::content::Story;
use crate::content::date::PartialDate;
use crate::template::fill;

use super::layout::{Scale, Tick};

/// A range of days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub first: i64,
    /// Day after the last.
    pub end: i64,
}

/// Shortest axis that ends with a whole year, in days.
const MIN_DAYS_TO_EXTEND: i64 = 3 * 366;

impl DayRange {
    /// Extends a long range to the end of its last year, which then has a tick.
    pub(super) fn extended_to_year_end(self) -> Self {
        if self.end - self.first < MIN_DAYS_TO_EXTEND {
            return self;
        }
        let PartialDate { year, .. } = PartialDate::from_epoch_day(self.end - 1);
        Self { end: PartialDate { year, month: None, day: None }.epoch_day_after(), ..self }
    }
}

/// Steps of ticks in days, and the most ticks whose labels fit. Weeks start on Mondays.
const DAY_STEPS: [(u8, usize); 2] = [(1, 6), (7, 5)];
/// Steps of ticks in months, and the most ticks whose labels fit.
const MONTH_STEPS: [(u32, usize); 2] = [(1, 5), (3, 5)];
/// Steps of ticks in years.
const YEAR_STEPS: [u32; 13] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];
const MAX_YEAR_TICKS: usize = 7;
/// Number of ticks after which generation stops.
const TICK_LIMIT: u32 = 8;

/// Ticks of a time axis, including its end: the shortest step whose labels fit.
pub fn time_ticks(axis: DayRange) -> Vec<PartialDate> {
    let days = DAY_STEPS.iter().map(|(step, most)| (days(axis, *step), *most));
    let months_and_years =
        MONTH_STEPS.into_iter().chain(YEAR_STEPS.map(|years| (years * 12, MAX_YEAR_TICKS)));
    let months = months_and_years.map(|(step, most)| (months(axis, step), most));
    let fitting = days.chain(months).find(|(ticks, most)| (1..=*most).contains(&ticks.len()));
    fitting.map(|(ticks, _)| ticks).unwrap_or_default()
}

fn days(axis: DayRange, step: u8) -> Vec<PartialDate> {
    // 1 January 1970 is a Thursday.
    let first = axis.first + (-(axis.first + 3)).rem_euclid(i64::from(step));
    (first..=axis.end)
        .step_by(step.into())
        .take(TICK_LIMIT as usize)
        .map(PartialDate::from_epoch_day)
        .collect()
}

fn months(axis: DayRange, step: u32) -> Vec<PartialDate> {
    let start = PartialDate::from_epoch_day(axis.first);
    let first = (u32::from(start.year) * 12 + u32::from(start.month.unwrap_or(1)) - 1).div_ceil(step);
    let tick = |count: u32| {
        let month = (count * step % 12 + 1) as u8;
        let year = u16::try_from(count * step / 12).ok()?;
        Some(PartialDate { year, month: Some(month).filter(|_| !step.is_multiple_of(12)), day: None })
    };
    let ticks = (first..=first + TICK_LIMIT).filter_map(tick);
    ticks.filter(|tick| (axis.first..=axis.end).contains(&tick.first_epoch_day())).collect()
}

/// At most `most` ticks of a value axis. Their distance is 1, 2, 2.5 or 5 times a power of ten. With `integers_only`,
/// only whole numbers.
pub fn value_ticks(scale: Scale, most: usize, integers_only: bool) -> Vec<f64> {
    let span = scale.max - scale.min;
    if !(span > 0.0 && span.is_finite()) {
        return Vec::new();
    }
    let power = 10_f64.powf((span / most as f64).log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0].map(|factor| factor * power);
    let ticks = |step: &f64| ((scale.min / step).ceil() as i64, (scale.max / step).floor() as i64);
    let fits = |step: &f64| {
        let (first, last) = ticks(step);
        (last - first < most as i64) && (!integers_only || step.fract() == 0.0)
    };
    let steps = steps.into_iter().chain(integers_only.then_some(1.0));
    let Some(step) = steps.into_iter().find(fits) else { return Vec::new() };
    let (first, last) = ticks(&step);
    (first..=last).map(|count| count as f64 * step).collect()
}

impl Story {
    /// Ticks of a time axis with labels. The first label is a complete date; the others show only what changes.
    pub(super) fn time_ticks(&self, axis: DayRange) -> Vec<Tick> {
        let dates = time_ticks(axis);
        let before = [None].into_iter().chain(dates.iter().copied().map(Some));
        let labels = dates.iter().zip(before).map(|(date, before)| match (date.month, date.day) {
            _ if before.is_none() => self.ui.format_date(*date),
            (month, Some(day)) if before.is_some_and(|before| before.month == month) => day.to_string(),
            (Some(_), Some(_)) | (Some(2..), None) => self.ui.format_date_without_year(*date),
            _ => self.ui.format_date(*date),
        });
        let positions = dates.iter().map(|date| date.first_epoch_day() as f64);
        positions.zip(labels).map(|(position, label)| Tick { position, label, is_baseline: false }).collect()
    }

    /// Formats a number, in millions if that loses no digits.
    pub(super) fn number(&self, number: f64) -> String {
        let ui = &self.ui;
        if number.abs() < 1e6 || number % 1e3 != 0.0 {
            return ui.numbers.format(number);
        }
        fill(&ui.plots.million, &[("number", &ui.numbers.format(number / 1e6))])
    }
}
