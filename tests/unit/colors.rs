//! Section colours and ports: contrast and collisions are reported with file and line.

use std::fs;

use chuhai::content::load::colors::{BACKGROUND, FILL, contrast, srgb};
use generator::og_images::token_colors;

use crate::fixture_content::{FixtureContent, assert_mistakes, project, real_story, the_fleet};

const HARBOUR: &str = "sections/harbour.md";
const OUTWARD: &str = "sections/outward.md";
const SHORT_NAME: &str = "short-name = \"Harbour\"\n";

fn colored(colors: &str) -> FixtureContent {
    FixtureContent::new().edit(HARBOUR, SHORT_NAME, &format!("{SHORT_NAME}color = {colors}\n"))
}

#[test]
fn a_section_on_the_map_has_a_color_without_stating_one() {
    let story = FixtureContent::new().story();
    let colors: Vec<_> = story.sections.iter().map(|section| section.color.clone()).collect();
    assert!(colors[0].is_some() && colors[1].is_some() && colors[0] != colors[1], "{colors:?}");
    assert_eq!(colors[2], None, "the notes are on no map");
}

#[test]
fn a_stated_color_is_kept_and_the_palette_avoids_it() {
    let story = colored("[\"oklch(0.46 0.13 45)\", \"oklch(0.77 0.11 45)\"]").story();
    assert_eq!(story.sections[0].color.as_ref().expect("a colour")[0], "oklch(0.46 0.13 45)");
    assert_ne!(story.sections[0].color, story.sections[1].color);
}

#[test]
fn a_pale_color_is_reported_for_text_and_for_the_map() {
    assert_mistakes(
        colored("[\"#c0a080\", \"#e89a6f\"]"),
        &[
            "sections/harbour.md:5:9: expected a `color` of at least 3 : 1 on the page background, as the map's regions are \
             filled, in the light theme, found 1.9 : 1",
            "sections/harbour.md:5:9: expected a `color` of at least 4.5 : 1 on the page background in the light theme, \
             found 2.3 : 1",
        ],
    );
}

#[test]
fn a_color_that_css_does_not_know_is_reported() {
    assert_mistakes(
        colored("[\"#903a03\", \"orangish\"]"),
        &[
            "sections/harbour.md:5:9: expected a colour as CSS has it: `#903a03`, `oklch(0.46 0.13 45)`, found `orangish`",
        ],
    );
    assert_mistakes(
        colored("\"#903a03\""),
        &[
            "sections/harbour.md:5:9: expected two colours, for light and dark: [\"#903a03\", \"#e89a6f\"], found `#903a03` in quotes",
        ],
    );
}

#[test]
fn two_sections_of_one_color_are_reported() {
    let both = "color = [\"#903a03\", \"#e89a6f\"]\n";
    assert_mistakes(
        FixtureContent::new().edit(HARBOUR, SHORT_NAME, &format!("{SHORT_NAME}{both}")).edit(
            OUTWARD,
            "short-name = \"Outward\"\n",
            &format!("short-name = \"Outward\"\n{both}"),
        ),
        &[
            "sections/outward.md:5:9: expected a `color` unlike that of `harbour`, found one that is hard to tell from it",
        ],
    );
}

#[test]
fn ports_whose_rings_touch_are_reported() {
    assert_mistakes(
        FixtureContent::new().edit("map.toml", "[[28, 10]]", "[[10, 8]]"),
        &["map.toml:13:9: expected ports whose rings are clear of those of `harbour`, found [10, 8]"],
    );
}

#[test]
fn the_text_colors_of_the_tokens_have_enough_contrast_in_both_themes() {
    let colors = |name| token_colors(name).expect("a colour").map(|color| srgb(&color).expect("a colour"));
    let background = colors("color-bg");
    for name in ["color-accent", "color-text", "color-text-muted"] {
        for (color, background) in colors(name).into_iter().zip(background) {
            let contrast = contrast(color, background);
            assert!(contrast >= 4.5, "--{name}: {contrast:.1} : 1 on the background");
        }
    }
}

#[test]
fn background_and_fill_are_those_of_the_tokens() {
    let tokens = fs::read_to_string(project().join("style/tokens.css")).expect("the tokens");
    let [light, dark] = BACKGROUND;
    assert!(tokens.contains(&format!("--color-bg: light-dark(var(--white, {light}), var(--black, {dark}))")));
    let [light, dark] =
        FILL.map(|share| format!("color-mix(in oklab, var(--color-section) {}%, ", (share * 100.0).round()));
    let (_, fill) = tokens.split_once("--color-fill: light-dark(").expect("the fill");
    assert!(
        fill.starts_with(&light) && fill.contains(&format!("var(--color-bg)), {dark}")),
        "{light} {dark}"
    );
}

#[test]
fn the_accent_is_the_color_of_no_section() {
    let accent = token_colors("color-accent").expect("the accent").map(|color| srgb(&color));
    for story in [real_story(), the_fleet()] {
        for (section, color) in
            story.sections.iter().filter_map(|section| Some((section, section.color.as_ref()?)))
        {
            for (own, accent) in color.iter().zip(accent) {
                assert_ne!(srgb(own), accent, "{}: sections without a colour have the accent", section.id);
            }
        }
    }
}
