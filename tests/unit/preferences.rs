//! The preferences dialog: where it exists, its options, and the shortcuts it lists.

use std::fs;

use chuhai::components::preferences::Preference;
use chuhai::routes::Page;
use scraper::{Html, Selector};

use crate::fixture_content::{FixtureContent, body, project};

fn values(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).map(|found| found.attr(name).unwrap_or_default().to_owned()).collect()
}

fn words(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).map(|found| found.text().collect()).collect()
}

#[test]
fn every_page_has_the_readers_choices_but_one_made_for_a_frame() {
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
        for (name, offered) in [
            ("theme", vec!["", "light", "dark"]),
            ("contrast", vec!["", "more"]),
            ("size", vec!["", "2", "3", "4"]),
            ("motion", vec!["", "less"]),
            ("keys", vec!["", "off"]),
        ] {
            let found = values(&html, &format!("dialog#preferences [type=radio][name={name}]"), "value");
            assert_eq!(found, if there == 1 { offered } else { vec![] }, "{file}");
            let chosen = values(&html, &format!("dialog#preferences [name={name}][checked]"), "value");
            assert_eq!(chosen, vec![""; there], "{file}: as it comes");
        }
    }
}

#[test]
fn the_shortcut_list_names_the_keys_that_lead_somewhere_on_the_page() {
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

#[test]
fn preferences_applied_before_the_first_paint_are_those_that_can_be_chosen() {
    let read = |file: &str| fs::read_to_string(project().join(file)).expect("a source file");
    let script = read("src/js/first-paint.js");
    let names = Preference::ALL.map(|choice| format!("'{}'", choice.name())).join(", ");
    assert!(script.contains(&format!("[{names}]")), "{names}");
    let module = read("src/components/preferences/choices.rs");
    assert!(script.contains("`chuhai:${name}`") && module.contains("[\"chuhai:\", self.name()]"));
}
