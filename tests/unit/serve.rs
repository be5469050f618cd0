//! What `cargo xtask serve` writes and renders, without a program that Trunk has built.

use chuhai::routes::Page;
use generator::ssr::SsrRenderer;

use crate::fixture_content::{prepared_pages, the_fleet};

#[test]
fn a_story_with_former_ids_is_served_before_its_images_are_drawn() {
    let story = the_fleet();
    let former = Page::Redirect(story.redirects().next().expect("a former id"));
    let folder = tempfile::tempdir().expect("a folder");
    let pages = prepared_pages(&story, "http://127.0.0.1:8080/", folder.path());
    pages.write_data(folder.path()).expect("data");
    assert!(folder.path().join("facts.json").is_file());
    assert!(!folder.path().join("index.html").exists() && !folder.path().join("og").exists());
    assert_eq!(pages.page_at(&former.path(&story)), Some(former));
    let html = pages.html(former, &SsrRenderer::new().expect("a runtime"));
    assert!(html.contains(&former.successor(&story).path(&story)), "{html}");
}
