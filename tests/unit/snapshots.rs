//! Compares rendered pages with the snapshots that `tests/mount.rs` mounts.
//! `UPDATE_SNAPSHOTS=1 cargo xtask test unit` writes new snapshots: review the diff.

use std::fs;

use chuhai::content::Story;
use chuhai::routes::Page;
use std::rc::Rc;

use crate::fixture_content::{FixtureContent, body, project};

/// Compares a page with its snapshot, which has a line for each tag so that diffs are readable.
#[track_caller]
fn check(name: &str, story: &Rc<Story>, page: Page) {
    let found = body(page, story).replace("><", ">\n<");
    let path = project().join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &found).expect("a snapshot that can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    assert_eq!(differs.map(|line| line + 1), None, "{name} differs from this line on");
    assert_eq!(found.lines().count(), expected.lines().count(), "{name} has more or fewer lines");
}

#[test]
fn the_story_is_rendered_as_the_snapshot_has_it() {
    check("story.html", &FixtureContent::new().story(), Page::Story);
}

#[test]
fn a_facts_page_is_rendered_as_the_snapshot_has_it() {
    let story = FixtureContent::new().story();
    let fact = story.facts_in_order().find(|fact| story[*fact].id == "heron-crew").expect("the crew");
    check("fact.html", &story, Page::Fact(fact));
}
