//! Plots: mistakes in their files, and where they stand in pages.

use std::fs;
use std::sync::Arc;

use chuhai::content::{MAX_MARKS, Story};
use chuhai::routes::{Embed, Page};
use scraper::{ElementRef, Html, Selector};

use crate::fixture_content::{FixtureContent, body, project, real_story, the_fleet};
use crate::og_images::composed;

const OUTWARD: &str = "sections/outward.md";
pub const BARS: &str = "plots/crew.toml";
pub const CREW: &str = "title = \"The crew grew\"\nform = \"bars\"\nnumber-template = \"{number} hands\"\n\n[[rows]]\n\
                    label = \"Before\"\nfact = \"heron-crew\"\namount = \"from\"\n\n[[rows]]\nlabel = \"Speed\"\n\
                    fact = \"heron-speed\"\n";

/// The fixture with a plot.
pub fn plotted(file: &str, text: &str) -> FixtureContent {
    let id = file.trim_start_matches("plots/").trim_end_matches(".toml");
    let cards = "[[heron-left]] [[heron-speed]]";
    FixtureContent::new().write(file, text.as_bytes()).edit(
        OUTWARD,
        cards,
        &format!("{cards}\n\n[[plot:{id}]]"),
    )
}

fn page(story: &Arc<Story>, page: Page) -> Html {
    Html::parse_fragment(&body(page, story))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

#[track_caller]
fn check(fixture: FixtureContent, expected: &str) {
    assert_eq!(fixture.mistakes(), [expected]);
}

#[test]
fn each_form_of_plot_is_in_the_writers_guide_and_in_the_fleet() {
    let [mistake] = &plotted(BARS, &CREW.replace("\"bars\"", "\"none\"")).mistakes()[..] else {
        panic!("one")
    };
    let (_, forms) = mistake.split_once("one of ").expect("a list of forms");
    let (forms, _) = forms.split_once(", found").expect("a list of forms");
    let guide = fs::read_to_string(project().join("content/README.md")).expect("the guide");
    let files = fs::read_dir(project().join("tests/content/fleet/plots")).expect("plots").flatten();
    let fleet: String = files.map(|file| fs::read_to_string(file.path()).expect("a plot")).collect();
    let forms: Vec<_> = forms.split(", ").collect();
    assert!(forms.len() > 1, "{mistake}");
    for form in forms {
        assert!(guide.contains(&format!("`{form}`")), "{form} is not in content/README.md");
        assert!(fleet.contains(&format!("form = \"{form}\"")), "{form} is in no plot of the fleet");
    }
}

#[test]
fn a_plot_without_mistakes_is_drawn_where_it_stands() {
    let html = page(&plotted(BARS, CREW).story(), Page::Story);
    let numbers = selector("#outward figure[data-plot=crew] li .detail");
    assert_eq!(html.select(&numbers).map(words).collect::<Vec<_>>(), ["8 hands", "up to 9"]);
}

#[test]
fn an_unknown_fact_in_a_plot_is_named_with_the_nearest_one() {
    check(
        plotted(BARS, &CREW.replace("heron-crew", "heron-crow")),
        "plots/crew.toml:7:8: expected the id of a fact, found `heron-crow`; did you mean `heron-crew`?",
    );
}

#[test]
fn a_fact_without_a_figure_cannot_be_drawn() {
    check(
        plotted(BARS, &CREW.replace("\"heron-speed\"", "\"heron-left\"")),
        "plots/crew.toml:12:8: expected a fact with a figure of one number, found `heron-left`",
    );
}

#[test]
fn a_fact_with_one_number_has_no_amount_from() {
    check(
        plotted(BARS, &CREW.replace("\"heron-crew\"", "\"heron-speed\"")),
        "plots/crew.toml:7:8: expected a fact with a figure that goes `from` one number `to` another, \
         found `heron-speed`",
    );
}

#[test]
fn a_plot_draws_figures_of_one_measure() {
    let speed = "facts/outward/heron-speed.toml";
    check(
        plotted(BARS, CREW).edit(speed, "text = \"up to 9\"", "text = \"up to 9%\""),
        "plots/crew.toml:11:9: expected figures of one measure in a plot, here `count`, found `percent`",
    );
}

#[test]
fn a_line_plot_needs_the_hours_of_its_figures() {
    check(
        plotted(BARS, "title = \"Speed\"\nform = \"line\"\nfacts = [\"heron-speed\"]\n"),
        "plots/crew.toml:3:10: expected a fact with a figure and its `elapsed-hours`, later than the one before, \
         found `heron-speed`",
    );
}

#[test]
fn a_row_says_where_its_bar_or_its_time_comes_from() {
    check(
        plotted(BARS, &CREW.replace("\nfact = \"heron-speed\"", "")),
        "plots/crew.toml:11:9: expected in the row `Speed` either `fact` or `sum`, found none of them",
    );
    check(
        plotted(
            BARS,
            "title = \"When\"\nform = \"timeline\"\n\n[[rows]]\nlabel = \"Heron\"\narrives = \"heron-left\"\n",
        ),
        "plots/crew.toml:5:9: expected in the row `Heron` `fact`, or `arrives` with either `leaves` or `ongoing`, \
         found `arrives`",
    );
}

#[test]
fn a_plot_has_a_row_and_no_more_than_can_be_told_apart() {
    let (head, _) = CREW.split_once("[[rows]]").expect("rows");
    check(plotted(BARS, head), "plots/crew.toml:1:1: expected at least one `[[rows]]`, found none");
    let row = "[[rows]]\nlabel = \"Speed\"\nfact = \"heron-speed\"\n";
    assert_eq!(plotted(BARS, &format!("{head}{}", row.repeat(MAX_MARKS))).mistakes(), [""; 0]);
    let broken = row.replace("speed", "sped");
    let line = 5 + 3 * MAX_MARKS;
    assert_eq!(
        plotted(BARS, &format!("{head}{}{broken}", row.repeat(MAX_MARKS))).mistakes(),
        [
            format!(
                "plots/crew.toml:{line}:1: expected at most {MAX_MARKS} rows and facts in a plot (split it in two, or leave out \
                 those that say the least), found 201"
            ),
            format!(
                "plots/crew.toml:{}:8: expected the id of a fact, found `heron-sped`; did you mean `heron-speed`?",
                line + 2
            ),
        ]
    );
}

#[test]
fn a_pattern_of_numbers_has_a_place_for_the_number() {
    check(
        plotted(BARS, &CREW.replace("{number}", "{million}")),
        "plots/crew.toml:3:19: expected `{number}` in the pattern, found `{million} hands`",
    );
}

#[test]
fn a_figure_is_a_number_that_can_be_drawn() {
    for value in ["nan", "-inf", "1e16"] {
        let mistakes = FixtureContent::new()
            .edit("facts/outward/heron-speed.toml", "value = 9", &format!("value = {value}"))
            .mistakes();
        let expected =
            "facts/outward/heron-speed.toml:11:9: expected a number of at most fifteen digits, found ";
        assert!(mistakes[0].starts_with(expected), "{mistakes:?}");
    }
}

#[test]
fn a_number_that_no_fact_of_the_plot_holds_is_reported() {
    check(
        plotted(BARS, &CREW.replace("The crew grew", "The crew grew to 77")),
        "plots/crew.toml:1:27: expected only numbers that the rows of its facts in ledger.toml hold, found `77`",
    );
}

#[test]
fn a_plot_is_in_the_story_once() {
    check(
        FixtureContent::new().write(BARS, CREW.as_bytes()),
        "plots/crew.toml:1:1: expected a place in the story: `[[plot:id]]`, found none",
    );
    check(
        plotted(BARS, CREW).edit(OUTWARD, "[[plot:crew]]", "[[plot:crew]]\n\n[[plot:crew]]"),
        "sections/outward.md:13:1: expected each plot once, found `[[plot:crew]]` again",
    );
}

#[test]
fn an_unknown_plot_is_named_with_the_nearest_one() {
    check(
        plotted(BARS, CREW).edit(OUTWARD, "[[plot:crew]]", "[[plot:crew]]\n\n[[plot:crow]]"),
        "sections/outward.md:13:1: expected the id of a plot, found `crow`; did you mean `crew`?",
    );
}

#[test]
fn a_plot_is_alone_in_its_paragraph() {
    check(
        plotted(BARS, CREW).edit(OUTWARD, "[[plot:crew]]", "[[plot:crew]]\n\nSee [[plot:crew]]"),
        "sections/outward.md:13:1: expected `[[plot:id]]` or `[[guess:fact]]` in a paragraph of its own, found more beside it",
    );
}

#[test]
fn a_date_range_runs_forwards() {
    let file = "facts/outward/heron-left.toml";
    let when = "when = \"on a leap day\"\n";
    check(
        FixtureContent::new().edit(file, when, &format!("{when}date-range = [\"2020-02\", \"2020-01\"]\n")),
        "facts/outward/heron-left.toml:6:14: expected two dates that exist, the earlier one first: \
         [\"YYYY-MM\", \"YYYY-MM\"], found `2020-02` and `2020-01`",
    );
}

#[test]
fn every_plot_has_a_title_a_caption_a_table_and_two_downloads() {
    for story in [real_story(), the_fleet()] {
        let html = page(&story, Page::Story);
        let figures: Vec<_> = html.select(&selector("figure[data-plot]")).collect();
        assert_eq!(figures.len(), story.plots.len());
        for figure in figures {
            let name = figure.value().attr("data-plot").unwrap_or_default();
            let plot = story.plots.iter().find(|plot| plot.id == name).expect("a plot of the story");
            let title = figure.select(&selector("h3")).next().expect("a title");
            assert_eq!(title.text().collect::<String>(), plot.title);
            let table = figure.select(&selector("table, .chronology a")).next();
            assert!(table.is_some(), "{name} without a table");
            assert_eq!(figure.select(&selector("a[download]")).count(), 2, "{name}");
            assert!(figure.select(&selector("figcaption")).next().is_some(), "{name} without a caption");
            assert!(figure.select(&selector("[style]")).next().is_none(), "{name} sets a style");
        }
    }
}

#[test]
fn every_plot_is_drawn_as_an_image_and_published_as_svg() {
    for story in [real_story(), the_fleet()] {
        let images = composed(&story);
        for plot in &story.plots {
            let file = format!("plots/{}.png", plot.id);
            let image = images.iter().find(|image| image.file == file).expect("an image of the plot");
            let is_readable = image.svg.contains("<title>") && image.svg.contains("sans-serif");
            assert!(image.is_svg_published && is_readable, "{file}");
        }
    }
}

#[test]
fn a_chronology_lists_events_by_year_and_each_leads_to_its_fact() {
    let events = "title = \"What happened\"\nform = \"chronology\"\n\n[[rows]]\ndate = \"1990\"\nwhen = \"1990s\"\n\
                  event = \"The Heron is built\"\n\n[[rows]]\ndate = \"2020-02-29\"\nevent = \"The Heron leaves\"\n\
                  fact = \"heron-left\"\n\n[[rows]]\ndate = \"2020-03\"\nevent = \"The Heron is quick\"\nfact = \"heron-speed\"\n";
    let html = page(&plotted(BARS, events).story(), Page::Story);
    let years: Vec<_> = html.select(&selector(".chronology > li")).map(words).collect();
    assert_eq!(
        years,
        ["1990sThe Heron is built", "202029 February The Heron leavesMarch The Heron is quick"]
    );
    assert_eq!(html.select(&selector(".chronology a[href='#heron-left']")).count(), 1);
    check(
        plotted(BARS, &events.replace("2020-03", "2020-01")),
        "plots/crew.toml:15:8: expected a date no earlier than the one before, found `2020-01`",
    );
}

#[test]
fn a_sections_embed_shows_the_plots_of_its_page() {
    let story = the_fleet();
    let plots = |shown| {
        let (html, figures) = (page(&story, shown), selector("figure[data-plot]"));
        let names = html.select(&figures).filter_map(|plot| plot.attr("data-plot"));
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut all = 0;
    for (at, section) in story.sections() {
        let on_page = plots(Page::Section(at));
        assert_eq!(plots(Page::Embed(Embed::Section(at))), on_page, "{}", section.id);
        all += on_page.len();
    }
    assert_eq!(all, story.plots.len());
}
