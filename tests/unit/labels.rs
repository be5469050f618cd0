//! The labels of the interface: defaults in English, and every mistake in `ui-text.toml` at once.

use std::fs;

use crate::fixture_content::{FixtureContent, assert_mistakes, project};

const UI: &str = "ui-text.toml";

/// What every story states of itself, in a language.
fn own(language: &str) -> String {
    format!(
        "language = \"{language}\"\nsite-name = \"S\"\nlicence = \"L\"\nlicence-name = \"N\"\nlicence-url = \"https://a.example\"\n"
    )
}

#[test]
fn an_english_story_states_only_what_differs() {
    let story = FixtureContent::new().write(UI, (own("en") + "skip = \"Jump\"\n").as_bytes()).story();
    assert_eq!((&*story.ui.skip, &*story.ui.contents), ("Jump", "Contents"));
    assert_eq!(story.ui.site_native_name, None);
}

#[test]
fn a_story_states_its_name_and_its_licence() {
    assert_mistakes(
        FixtureContent::new().write(UI, b"language = \"en\"\n"),
        &[
            "ui-text.toml:1:1: expected `licence-name`: what that licence is called, in quotes, found nothing",
            "ui-text.toml:1:1: expected `licence-url`: the address of that licence, in quotes, found nothing",
            "ui-text.toml:1:1: expected `licence`: a line on the licence of the words, in quotes, found nothing",
            "ui-text.toml:1:1: expected `site-name`: the publication's name, in quotes, found nothing",
        ],
    );
}

#[test]
fn all_mistakes_in_labels_are_reported_at_once() {
    let more = "skp = \"Jump\"\ncontents = 3\nsite-native-name = \"港\"\n\n[search]\nmany = \"{cuont} results\"\n\n[dates]\nmonths = [\"January\"]\n";
    assert_mistakes(
        FixtureContent::new().write(UI, (own("en") + more).as_bytes()),
        &[
            "ui-text.toml:1:1: expected `logotype-path`, which belongs to `site-native-name`, found nothing",
            "ui-text.toml:1:1: expected `site-native-name-language`, which belongs to `site-native-name`, found nothing",
            "ui-text.toml:6:1: expected a known label, found `skp`; did you mean `skip`?",
            "ui-text.toml:7:12: expected words in quotes, found integer",
            "ui-text.toml:11:8: expected of `{…}` only `{count}`, found `{cuont}`",
            "ui-text.toml:14:10: expected a list of 12 words in quotes, found another",
        ],
    );
}

/// The default labels without some, each a path with dots, as those of a German story.
fn german_without(paths: &[&str]) -> String {
    let defaults = fs::read_to_string(project().join("src/ui_text/default.toml")).expect("labels");
    let mut labels: toml::Table = defaults.parse().expect("TOML");
    labels.extend(own("de").parse::<toml::Table>().expect("TOML"));
    for path in paths {
        let (table, name) = path.rsplit_once('.').unwrap_or(("", path));
        let table =
            if table.is_empty() { &mut labels } else { labels[table].as_table_mut().expect("a table") };
        table.remove(name).unwrap_or_else(|| panic!("no {path}"));
    }
    labels.to_string()
}

#[test]
fn a_story_in_another_language_states_every_label_with_words() {
    let mistakes = |labels: String| FixtureContent::new().write(UI, labels.as_bytes()).mistakes();
    let expected = "ui-text.toml:1:1: expected every label in `de`; src/ui_text/default.toml has them in English, found none of";
    let missing = ["dates.months", "numbers.decimal", "skip"];
    let report = mistakes(german_without(&missing));
    assert_eq!(report, [format!("{expected} `dates.months`, `numbers.decimal`, `skip`")]);
    // One message, not one for each label.
    let report = mistakes(own("de"));
    let [all] = &report[..] else { panic!("{report:?}") };
    assert!(all.starts_with(expected) && all.ends_with(" more"), "{all}");
    // Labels without a word to translate.
    let neutral = [
        "dates.day",
        "dates.month",
        "dates.within-year",
        "embed.amp",
        "embed.iframe",
        "meta.citation-retold",
        "meta.fact-description",
        "meta.fact-more",
        "meta.fact-image",
        "meta.figure-image",
        "meta.section",
        "meta.section-image",
        "meta.source-article",
        "meta.title",
        "owners.status",
        "preferences.symbol",
        "share.bibtex",
        "share.cite-story",
        "share.csl-json",
        "share.ris",
    ];
    assert_eq!(mistakes(german_without(&neutral)), Vec::<String>::new());
}

#[test]
fn quotation_marks_and_numbers_are_those_of_the_language() {
    let labels = fs::read_to_string(project().join("src/ui_text/default.toml")).expect("labels");
    let labels = labels
        .replace("decimal = \".\"", "decimal = \",\"")
        .replace("thousands = \",\"", "thousands = \".\"");
    let labels = labels.replacen("language = \"en\"\n", &own("de"), 1);
    let fixture = FixtureContent::new()
        .write(UI, labels.as_bytes())
        .edit("sections/harbour.md", "lies *beside* the quay", "says \"it *isn't* 'so'\"")
        .edit("story.toml", "\"Two boats\"", "'\"Two\" boats'");
    let story = fixture.story();
    let page = crate::fixture_content::body(chuhai::routes::Page::Story, &story);
    assert_eq!(story.title, "„Two“ boats");
    assert!(page.contains("says „it <em>isn’t</em> ‚so‘“"), "{page}");
    assert_eq!(story.ui.numbers.format(1_234_567.5), "1.234.567,5");
}

#[test]
fn the_default_labels_hold_no_words_of_one_story() {
    let labels = fs::read_to_string(project().join("src/ui_text/default.toml")).expect("labels");
    for word in ["Hedgehog", "2020", "chuhai", "Chuhai", "出海", "China"] {
        assert!(!labels.contains(word), "{word}");
    }
}
