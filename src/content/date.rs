//! Dates with year, month or day precision.

use std::fmt;
use std::str::FromStr;

/// A year, a month or a day of the proleptic Gregorian calendar (ISO 8601 `YYYY`, `YYYY-MM`, `YYYY-MM-DD`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12, if it is known.
    pub month: Option<u8>,
    /// The day of the month, if it is known.
    pub day: Option<u8>,
}

/// The text is not such a date, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateError;

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
                .ok_or(ParseDateError)
        };
        let mut parts = text.split('-');
        let year: u16 = number(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| number(part, 2)).transpose()?;
        let day = parts.next().map(|part| number(part, 2)).transpose()?;
        let fits = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(year, month.unwrap_or(1))).contains(&day));
        if !fits || parts.next().is_some() {
            return Err(ParseDateError);
        }
        Ok(Self { year, month: month.map(|month| month as u8), day: day.map(|day| day as u8) })
    }
}

impl PartialDate {
    /// Its first day, in days since 1970.
    pub fn first_epoch_day(self) -> i64 {
        let years = i64::from(self.year) - 1;
        let leaps = years / 4 - years / 100 + years / 400;
        let months = (1..self.month.unwrap_or(1)).map(|month| i64::from(days_in(self.year, month.into())));
        // 719162 days lie between the first day of the year 1 and that of 1970.
        years * 365 + leaps + months.sum::<i64>() + i64::from(self.day.unwrap_or(1)) - 1 - 719_162
    }

    /// The day after its last one, in days since 1970.
    pub fn epoch_day_after(self) -> i64 {
        let last = match (self.month, self.day) {
            (Some(_), Some(_)) => return self.first_epoch_day() + 1,
            (Some(month), None) => days_in(self.year, month.into()),
            _ => 365 + days_in(self.year, 2) - 28,
        };
        self.first_epoch_day() + i64::from(last)
    }

    /// The date of a day, given in days since 1970.
    pub fn from_epoch_day(day: i64) -> Self {
        let year = |year| Self { year, month: None, day: None };
        let found = (1..u16::MAX).find(|at| year(*at).epoch_day_after() > day).unwrap_or(u16::MAX);
        let month = |month| Self { month: Some(month), ..year(found) };
        let found = month((1..12).find(|at| month(*at).epoch_day_after() > day).unwrap_or(12));
        Self { day: u8::try_from(day - found.first_epoch_day() + 1).ok(), ..found }
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}
