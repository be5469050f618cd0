//! Dates with year, month or day precision.

use std::fmt;
use std::str::FromStr;

use time::util::days_in_year;
use time::{Date, Duration, Month, UtcDateTime};

/// Day 0 of day numbers: 1 January 1970.
const EPOCH: Date = UtcDateTime::UNIX_EPOCH.date();

/// A year, a month or a day of the proleptic Gregorian calendar (ISO 8601 `YYYY`, `YYYY-MM`, `YYYY-MM-DD`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, 1 to 12, if known.
    pub month: Option<u8>,
    /// Day of the month, if known.
    pub day: Option<u8>,
}

/// Error: the text is not such a date, or the day does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateError;

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| number(part, 2)).transpose()?;
        let day = parts.next().map(|part| number(part, 2)).transpose()?;
        let date = Self { year, month, day };
        let is_date = parts.next().is_none() && date.first_day().is_some();
        is_date.then_some(date).ok_or(ParseDateError)
    }
}

/// Parses a number of exactly `digits` digits, without a sign.
fn number<T: FromStr>(part: &str, digits: usize) -> Result<T, ParseDateError> {
    let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_number).ok_or(ParseDateError)
}

impl PartialDate {
    /// First day of the date, in days since 1970. `i64::MAX` for a date outside the calendar, which ends with the year
    /// 9999.
    pub fn first_epoch_day(self) -> i64 {
        self.first_day().map_or(i64::MAX, |first| (first - EPOCH).whole_days())
    }

    /// Day after the date's last day, in days since 1970.
    pub fn epoch_day_after(self) -> i64 {
        let year = i32::from(self.year);
        let month = self.month.and_then(|month| Month::try_from(month).ok());
        let days = match (month, self.day) {
            (_, Some(_)) => 1,
            (Some(month), None) => month.length(year).into(),
            (None, None) => days_in_year(year),
        };
        self.first_epoch_day().saturating_add(days.into())
    }

    /// Date of a day given in days since 1970.
    pub fn from_epoch_day(day: i64) -> Self {
        let date = EPOCH.saturating_add(Duration::days(day));
        Self { year: date.year() as u16, month: Some(date.month().into()), day: Some(date.day()) }
    }

    /// The date with slashes: `2020/03/01`.
    pub fn with_slashes(self) -> String {
        self.to_string().replace('-', "/")
    }

    fn first_day(self) -> Option<Date> {
        let month = Month::try_from(self.month.unwrap_or(1)).ok()?;
        Date::from_calendar_date(self.year.into(), month, self.day.unwrap_or(1)).ok()
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
