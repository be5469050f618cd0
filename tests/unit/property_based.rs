//! Properties of any input: templates, markup, dates, URLs, prose. Inputs are random, and shrunk when one fails.

use std::fs;

use chuhai::components::search::normalize::normalize;
use chuhai::content::date::PartialDate;
use chuhai::content::load;
use chuhai::content::text::truncate;
use chuhai::content::{DayRange, Scale, time_ticks, value_ticks};
use chuhai::template::{escape, fill};
use proptest::prelude::*;
use scraper::Html;
use time::{Date, Duration, Month};

use crate::fixture_content::FixtureContent;

const HARBOUR: &str = "sections/harbour.md";

/// The days since 1970, by the calendar's library.
fn day_of(date: Date) -> i64 {
    i64::from(date.to_julian_day() - Date::from_ordinal_date(1970, 1).expect("a day").to_julian_day())
}

fn month(of: Date) -> PartialDate {
    PartialDate { year: of.year() as u16, month: Some(of.month().into()), day: None }
}

/// 0001-01-01 in days since 1970, and the number of days to the end of the year 3000.
const FIRST_DAY: i64 = -719_162;
const LAST_DAY: i64 = 1_095_727;

proptest! {
    #[test]
    fn a_pattern_without_names_stays_as_it_is(pattern in ".*", value in ".*") {
        prop_assert_eq!(fill(&pattern, &[]), pattern.clone());
        prop_assume!(!pattern.contains("{name}"));
        prop_assert_eq!(fill(&pattern, &[("name", &value)]), pattern);
    }

    #[test]
    fn a_value_is_put_in_as_it_is(before in "[^{]*", value in ".*", after in "[^{]*") {
        let pattern = format!("{before}{{name}}{after}");
        prop_assert_eq!(fill(&pattern, &[("name", &value)]), format!("{before}{value}{after}"));
    }

    #[test]
    fn an_html_parser_reads_what_was_escaped(text in "[^\\x00\r]*") {
        let html = Html::parse_fragment(&format!("<p title=\"{0}\">{0}</p>", escape(&text)));
        let element = html.root_element().first_child().and_then(scraper::ElementRef::wrap).expect("the element");
        prop_assert_eq!(element.text().collect::<String>(), text.clone());
        prop_assert_eq!(element.attr("title"), Some(text.as_str()));
    }

    #[test]
    fn any_day_is_counted_as_the_calendar_counts_it(days in 0_i64..3_652_059) {
        let date = Date::from_calendar_date(1, Month::January, 1).expect("a day") + Duration::days(days);
        let text = format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day());
        let parsed: PartialDate = text.parse().expect("a date");
        prop_assert_eq!(parsed.to_string(), text);
        prop_assert_eq!(parsed.first_epoch_day(), day_of(date));
        prop_assert_eq!(parsed.epoch_day_after(), day_of(date) + 1);
        prop_assert_eq!(PartialDate::from_epoch_day(day_of(date)), parsed);
        prop_assert!((month(date).first_epoch_day()..month(date).epoch_day_after()).contains(&day_of(date)));
    }

    #[test]
    fn ticks_of_any_time_are_few_round_and_within(one in 0_i64..LAST_DAY, other in 0_i64..LAST_DAY) {
        let axis = DayRange { first: one.min(other) + FIRST_DAY, end: one.max(other) + 1 + FIRST_DAY };
        let ticks = time_ticks(axis);
        prop_assert!(ticks.len() <= 7, "{ticks:?}");
        // Any seven days contain a round one: the start of a week.
        prop_assert!(!ticks.is_empty(), "{axis:?}");
        prop_assert!(ticks.iter().all(|tick| (axis.first..=axis.end).contains(&tick.first_epoch_day())), "{ticks:?}");
        prop_assert!(ticks.windows(2).all(|pair| pair[0].first_epoch_day() < pair[1].first_epoch_day()), "{ticks:?}");
        let steps: Vec<_> = ticks.windows(2).map(|pair| pair[1].first_epoch_day() - pair[0].first_epoch_day()).collect();
        let years = || ticks.iter().map(|tick| tick.year);
        let round = match (ticks[0].month, ticks[0].day) {
            (_, Some(_)) => steps.iter().all(|step| *step == 1)
                || steps.iter().all(|step| *step == 7)
                    && ticks.iter().all(|tick| (tick.first_epoch_day() + 3).rem_euclid(7) == 0),
            (Some(_), None) => steps.iter().all(|step| *step <= 31)
                || ticks.iter().all(|tick| tick.month.is_some_and(|month| month % 3 == 1)),
            (None, None) => {
                let step = years().zip(years().skip(1)).map(|(one, other)| other - one).next();
                step.is_none_or(|step| {
                    [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].contains(&step)
                        && years().all(|year| year % step == 0)
                })
            }
        };
        prop_assert!(round, "{ticks:?}");
    }

    #[test]
    fn ticks_of_any_values_are_few_round_and_within(one in -1e15..1e15_f64, other in -1e15..1e15_f64, small in 0_i32..18, most in 2_usize..8) {
        let scaled = |value: f64| value / 10_f64.powi(small);
        let (min, max) = (scaled(one.min(other)), scaled(one.max(other)));
        prop_assume!(max - min > min.abs().max(max.abs()) * 1e-6);
        for whole in [false, true] {
            let ticks = value_ticks(Scale { min, max }, most, whole);
            prop_assert!(ticks.len() <= most, "{ticks:?}");
            prop_assert!(whole || !ticks.is_empty(), "{min} {max}");
            let slack = (max - min) * 1e-9;
            prop_assert!(ticks.iter().all(|tick| (min - slack..=max + slack).contains(tick)), "{ticks:?}");
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            prop_assert!(!whole || ticks.iter().all(|tick| tick.fract() == 0.0), "{ticks:?}");
            if let [first, second, ..] = ticks[..] {
                let step = second - first;
                let digits = step / 10_f64.powf(step.log10().floor());
                let round = [1.0, 2.0, 2.5, 5.0, 10.0].iter().any(|digit| (digits - digit).abs() < 1e-6);
                prop_assert!(round, "{ticks:?}");
            }
        }
    }

    #[test]
    fn any_text_is_no_date_or_is_read_exactly(text in "[0-9-]{0,12}|.*") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn normalising_twice_changes_nothing_more(text in ".*") {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }

    #[test]
    fn a_truncated_text_is_no_longer_than_asked_for(text in ".*", most in 1_usize..80) {
        prop_assert!(truncate(&text, most).chars().count() <= most);
    }

    #[test]
    fn a_parsed_site_url_parses_to_itself(text in "https?://[a-z]{1,8}(\\.[a-z]{2,3})?(/[a-zA-Z0-9._~-]{0,8}){0,3}") {
        let address = generator::paths::parse_site_url(&text).expect("an address");
        prop_assert!(address.ends_with('/'));
        prop_assert_eq!(generator::paths::parse_site_url(&address).expect("an address"), address);
    }
}

proptest! {
    // Each case loads a folder.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_prose_loads_or_is_reported_at_a_line_that_exists(prose in "[]\\[(){}<>*_#@!a-z0-9 \n.:/-]{0,80}") {
        let file = format!("+++\ntitle = \"Harbour\"\nstandfirst = \"Boats.\"\nregion = \"Harbour\"\n+++\n\n{prose}\n");
        let content = FixtureContent::new().write(HARBOUR, file.as_bytes());
        if let Err(mistakes) = load::story(content.path()) {
            prop_assert!(!mistakes.0.is_empty());
            for mistake in mistakes.0 {
                let text = fs::read_to_string(content.path().join(&mistake.file)).expect("the file of a mistake");
                let lines = text.lines().count().max(1);
                prop_assert!((1..=lines).contains(&mistake.line), "{}, which has {} lines", mistake, lines);
            }
        }
    }
}
