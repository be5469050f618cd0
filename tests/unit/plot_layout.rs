//! The layout of plots: marks match the facts, on round ticks, on the page and in the image.

use std::sync::Arc;

use chuhai::content::{
    Amount, BarFill, DayRange, ItemArrangement, Mark, Plot, PlotItem, PlotLayout, Scale, Story, time_ticks,
    value_ticks,
};
use chuhai::routes::Page;
use generator::og_images::OgImage;

use crate::fixture_content::{FixtureContent, body, real_story, the_fleet};
use crate::og_images::composed;
use crate::plots::{BARS, CREW, plotted};

const SPEED: &str = "facts/outward/heron-speed.toml";
const LEFT: &str = "facts/outward/heron-left.toml";
const LINE: &str = "title = \"Speed\"\nform = \"line\"\nfacts = [\"heron-speed\"]\n";

fn first_layout(fixture: &FixtureContent) -> (Arc<Story>, PlotLayout) {
    let story = fixture.story();
    let layout = story.plots[0].layout(&story);
    (story, layout)
}

fn labels(layout: &PlotLayout) -> Vec<&str> {
    layout.ticks.iter().map(|tick| tick.label.as_str()).collect()
}

/// The SVG of a plot.
fn image<'a>(images: &'a [OgImage], plot: &str) -> &'a str {
    let file = format!("plots/{plot}.png");
    &images.iter().find(|image| image.file == file).expect("an image of the plot").svg
}

/// The value that an item's marks stand for: an area of squares, a height, a length, or a dot's distance from the
/// baseline. `None` for a time and for text.
fn value(item: &PlotItem, layout: &PlotLayout) -> Option<f64> {
    let areas = item.marks.iter().filter_map(|mark| match mark {
        Mark::Bar(x, y, BarFill::Full | BarFill::Pale) => Some((x.1 - x.0) * (y.1 - y.0)),
        Mark::Bar(_, _, BarFill::Remainder) | Mark::Dot(_) | Mark::Fade(..) => None,
        Mark::Grid(..) | Mark::Label(_) | Mark::LabelAbove(_) => None,
    });
    let dot = item.marks.iter().find_map(|mark| match mark {
        Mark::Dot(point) => Some(*point),
        Mark::Bar(..) | Mark::Fade(..) | Mark::Grid(..) | Mark::Label(_) | Mark::LabelAbove(_) => None,
    });
    let has_baseline = layout.ticks.iter().any(|tick| tick.is_baseline);
    match layout.arrangement {
        // Without a baseline, rows are periods.
        ItemArrangement::Rows => has_baseline.then(|| dot.map_or_else(|| areas.sum(), |(x, _)| x)),
        ItemArrangement::Squares => Some(areas.sum()),
        ItemArrangement::Plane => dot.map(|(_, y)| y),
        ItemArrangement::List => None,
    }
}

#[test]
fn every_mark_stands_for_a_number_of_its_plots_facts() {
    for story in [real_story(), the_fleet()] {
        let plots = story.plots.iter();
        let checked: usize = plots.map(|plot| count_marks_of_facts(&story, plot)).sum();
        assert!(checked > 0, "no plot draws a number");
    }
}

/// Checks each item of a plot that draws a number, and counts them.
fn count_marks_of_facts(story: &Story, plot: &Plot) -> usize {
    let numbers: Vec<_> = plot
        .facts()
        .into_iter()
        .filter_map(|fact| story[fact].figure.as_ref())
        .flat_map(|figure| match figure.amount {
            Amount::Value(value) => vec![value],
            Amount::Range { from, to } => vec![from, to],
        })
        .collect();
    let layout = plot.layout(story);
    let items = layout.items.iter().filter_map(|item| Some((value(item, &layout)?, item)));
    let checked = items.inspect(|(value, item)| {
        let is = |sum: f64| (sum - value).abs() < 1e-9;
        let is_sum = numbers.iter().any(|one| numbers.iter().any(|other| is(one + other)));
        let is_own = numbers.iter().any(|number| is(*number));
        assert!(is_own || is_sum && item.label.contains("our calculation"), "{} draws {value}", plot.id);
    });
    checked.count()
}

/// `e2e/plots.rs` checks where the marks are.
#[test]
fn a_plot_has_as_many_marks_and_the_same_words_on_the_page_and_in_its_image() {
    for story in [real_story(), the_fleet()] {
        let page = body(Page::Story, &story);
        let images = composed(&story);
        for plot in &story.plots {
            let layout = plot.layout(&story);
            let figure = page.split(&format!("data-plot=\"{}\"", plot.id)).nth(1).expect("a figure");
            let figure = figure.split("</figure>").next().unwrap_or_default();
            let marks = || layout.items.iter().flat_map(|item| &item.marks);
            let bars = marks().filter(|mark| matches!(mark, Mark::Bar(..))).count();
            let dots = marks().filter(|mark| matches!(mark, Mark::Dot(_))).count();
            for (markup, background) in [(image(&images, &plot.id), 1), (figure, 0)] {
                assert_eq!(markup.matches("<rect ").count(), bars + background, "{}", plot.id);
                assert_eq!(markup.matches("<circle ").count(), dots, "{}", plot.id);
                let items = layout.items.iter().map(|item| item.label.as_str());
                for words in labels(&layout).into_iter().chain(items) {
                    assert!(markup.contains(&chuhai::template::escape(words)), "{words} of {}", plot.id);
                }
            }
        }
    }
}

#[test]
fn negative_zero_tiny_and_huge_lengths_are_drawn() {
    for value in ["-9", "0", "0.0004", "999999999999999"] {
        let figure = format!("text = \"quick\"\nvalue = {value}");
        let fixture = plotted(BARS, CREW).edit(SPEED, "text = \"up to 9\"\nvalue = 9", &figure);
        let story = fixture.story();
        for text in [image(&composed(&story), "crew"), &body(Page::Story, &story)] {
            assert!(
                !text.contains("NaN") && !text.contains("inf%") && !text.contains("width=\"-"),
                "{value}: {text}"
            );
        }
    }
    let fixture = plotted(BARS, CREW).edit(SPEED, "value = 9", "value = -9");
    assert_eq!(first_layout(&fixture).1.x, Scale { min: -9.0, max: 8.0 });
}

#[test]
fn a_number_is_written_in_millions_if_that_is_exact() {
    let written = |from: &str| {
        let file = "facts/harbour/heron-crew.toml";
        let figure = format!("text = \"more\"\nfrom = {from}");
        let fixture = plotted(BARS, CREW).edit(file, "text = \"8 → 12\"\nfrom = 8", &figure);
        first_layout(&fixture).1.items[0].detail.clone()
    };
    for (from, expected) in [
        ("814_000_000", "814 million hands"),
        ("1_500_000", "1.5 million hands"),
        ("1_234_567", "1,234,567 hands"),
        ("-3_000_000", "−3 million hands"),
        ("21", "21 hands"),
        ("0", "0 hands"),
        ("-0.5", "−0.5 hands"),
        ("0.00042", "0.00042 hands"),
        ("-1e-14", "0 hands"),
        ("999_999_999_999_999", "999,999,999,999,999 hands"),
    ] {
        assert_eq!(written(from), expected, "{from}");
    }
}

#[test]
fn ticks_of_values_are_round() {
    let ticks = |min, max| value_ticks(Scale { min, max }, 5, false);
    assert_eq!(ticks(0.0, 814e6), [0.0, 200e6, 400e6, 600e6, 800e6]);
    assert_eq!(ticks(0.0, 9.0), [0.0, 2.0, 4.0, 6.0, 8.0]);
    assert_eq!(ticks(0.0, 11.0), [0.0, 2.5, 5.0, 7.5, 10.0]);
    assert_eq!(ticks(-9.0, 8.0), [-5.0, 0.0, 5.0]);
    assert_eq!(value_ticks(Scale { min: 0.0, max: 9.0 }, 5, true), [0.0, 2.0, 4.0, 6.0, 8.0]);
    assert!(
        ticks(0.0, 0.0).is_empty() && ticks(0.0, f64::NAN).is_empty() && ticks(0.0, f64::INFINITY).is_empty()
    );
}

#[test]
fn ticks_of_times_are_round_from_days_to_centuries() {
    let ticks = |first: &str, last: &str| {
        let day = |text: &str| text.parse::<chuhai::content::date::PartialDate>().expect("a date");
        let axis = DayRange { first: day(first).first_epoch_day(), end: day(last).epoch_day_after() };
        time_ticks(axis).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ticks("1815", "1914"), "1820 1840 1860 1880 1900");
    assert_eq!(ticks("2007", "2019"), "2008 2010 2012 2014 2016 2018 2020");
    assert_eq!(ticks("2019-11", "2020-01"), "2019-11 2019-12 2020-01 2020-02");
    assert_eq!(ticks("2019", "2019"), "2019-01 2019-04 2019-07 2019-10 2020-01");
    assert_eq!(ticks("2020-02-10", "2020-03-01"), "2020-02-10 2020-02-17 2020-02-24 2020-03-02");
    assert_eq!(ticks("2020-02-28", "2020-03-01"), "2020-02-28 2020-02-29 2020-03-01 2020-03-02");
    assert_eq!(ticks("0001", "3000"), "0500 1000 1500 2000 2500 3000");
}

#[test]
fn the_first_tick_has_a_complete_date_and_others_what_changed() {
    let when =
        "title = \"When\"\nform = \"timeline\"\n\n[[rows]]\nlabel = \"Heron\"\nfact = \"heron-left\"\n";
    let spans = |span: &str| {
        let edited = format!("when = \"on a leap day\"\ndate-range = {span}\n");
        let fixture = plotted(BARS, when).edit(LEFT, "when = \"on a leap day\"\n", &edited);
        let fixture = fixture.edit(LEFT, "date = \"2020-02-29\"", "date = \"2020\"");
        labels(&first_layout(&fixture).1).join(", ")
    };
    assert_eq!(spans("[\"2019-11\", \"2020-01\"]"), "November 2019, December, January 2020, February");
    assert_eq!(spans("[\"2020-02-10\", \"2020-03-05\"]"), "10 February 2020, 17, 24, 2 March");
    assert_eq!(spans("[\"2020-02-29\", \"2020-02-29\"]"), "29 February 2020, 1 March");
}

#[test]
fn a_century_of_hours_has_few_ticks() {
    let fixture = plotted(BARS, LINE).edit(SPEED, "value = 9", "value = 9\nelapsed-hours = 876_600");
    let (story, layout) = first_layout(&fixture);
    assert_eq!(labels(&layout), ["day 10,000", "day 20,000", "day 30,000"]);
    assert!(body(Page::Story, &story).len() < 100_000);
    let few = plotted(BARS, LINE).edit(SPEED, "value = 9", "value = 9\nelapsed-hours = 3.5");
    assert_eq!(labels(&first_layout(&few).1), ["hour 1", "hour 2", "hour 3"]);
}
