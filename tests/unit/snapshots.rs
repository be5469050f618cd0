//! Compares rendered pages with the snapshots that `tests/mount.rs` mounts.
//! `UPDATE_EXPECT=1 cargo xtask test unit` writes new snapshots: review the diff.

use std::sync::Arc;

use chuhai::content::Story;
use chuhai::routes::Page;
use expect_test::{ExpectFile, expect_file};

use crate::fixture_content::{FixtureContent, body};

/// Compares a page with its snapshot, which has a line for each tag so that diffs are readable.
fn check(snapshot: &ExpectFile, story: &Arc<Story>, page: Page) {
    snapshot.assert_eq(&body(page, story).replace("><", ">\n<"));
}

#[test]
fn the_story_is_rendered_as_the_snapshot_has_it() {
    check(&expect_file!["../snapshots/story.html"], &FixtureContent::new().story(), Page::Story);
}

#[test]
fn a_facts_page_is_rendered_as_the_snapshot_has_it() {
    let story = FixtureContent::new().story();
    let fact = story.facts_in_order().find(|fact| story[*fact].id == "heron-crew").expect("the crew");
    check(&expect_file!["../snapshots/fact.html"], &story, Page::Fact(fact));
}
