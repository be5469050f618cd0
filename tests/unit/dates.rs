//! Dates of year, month or day precision.

use chuhai::content::date::PartialDate;

#[test]
fn a_date_keeps_its_precision() {
    for text in ["2019", "2019-12", "2019-12-17", "2020-02-29", "2000-02-29"] {
        assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
    }
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_no_date() {
    for text in [
        "2019-02-29",
        "1900-02-29",
        "2019-13",
        "2019-00",
        "2019-04-31",
        "2019-1-1",
        "19",
        "2019-01-01-01",
        "",
    ] {
        assert!(text.parse::<PartialDate>().is_err(), "{text:?} was taken for a date");
    }
}

#[test]
fn a_date_is_written_no_more_precisely_than_it_is() {
    let story = crate::fixture_content::FixtureContent::new().story();
    let written = |text: &str| story.ui.format_date(text.parse().expect("a date"));
    assert_eq!(written("2019"), "2019");
    assert_eq!(written("2019-12"), "December 2019");
    assert_eq!(written("2019-12-17"), "17 December 2019");
}
