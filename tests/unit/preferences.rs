//! The preferences dialog: where it exists, its options, and the shortcuts it lists.

use chuhai::components::preferences::Preference;
use chuhai::routes::Page;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, body};

/// Each preference with its values, the default first. `e2e/preferences.rs` chooses each of them.
const OFFERED: [(&str, &[&str]); 5] = [
    ("theme", &["", "light", "dark"]),
    ("contrast", &["", "more"]),
    ("size", &["", "2", "3", "4"]),
    ("motion", &["", "less"]),
    ("keys", &["", "off"]),
];

fn values(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).map(|found| found.attr(name).unwrap_or_default().to_owned()).collect()
}

fn words(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).map(|found| found.text().collect()).collect()
}

#[test]
fn the_preferences_are_theme_contrast_size_motion_and_keys() {
    let found = Preference::ALL.map(|preference| (preference.name(), preference.values()));
    assert_eq!(found, OFFERED);
}

#[test]
fn every_page_but_an_embed_has_the_dialog_with_each_preference_at_its_default() {
    let story = FixtureContent::new().story();
    for page in Page::all(&story) {
        let html = body(page, &story);
        let html = Html::parse_fragment(&html);
        let file = page.file(&story);
        let there = usize::from(!page.is_embed());
        assert_eq!(
            values(&html, ".site-header [data-action=open-preferences][commandfor=preferences]", "type")
                .len(),
            there,
            "{file}"
        );
        assert_eq!(values(&html, "dialog#preferences", "class").len(), there, "{file}");
        for (name, offered) in OFFERED {
            let found = values(&html, &format!("dialog#preferences [type=radio][name={name}]"), "value");
            assert_eq!(found, if there == 1 { offered } else { &[] }, "{file}");
            let chosen = values(&html, &format!("dialog#preferences [name={name}][checked]"), "value");
            assert_eq!(chosen, vec![""; there], "{file}: the default of {name}");
        }
    }
}

#[test]
fn the_shortcut_list_names_the_keys_that_work_on_the_page() {
    let story = FixtureContent::new().story();
    for (path, keys) in [
        ("index.html", "? / n p o s Esc"),
        ("s/harbour/index.html", "? / n p s Esc"),
        ("f/heron-crew/index.html", "? / n p s Esc"),
        ("404.html", "? / Esc"),
    ] {
        let page = Page::all(&story).into_iter().find(|page| page.file(&story) == path).expect("a page");
        let html = body(page, &story);
        assert_eq!(words(&Html::parse_fragment(&html), ".preferences kbd").join(" "), keys, "{path}");
    }
}
