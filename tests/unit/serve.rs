//! What `cargo xtask serve` writes and renders, without a program that Trunk has built.

use std::fs;

use chuhai::routes::Page;
use generator::prerender::Pages;
use generator::prerender::minify::copy_and_minify_assets;
use generator::ssr::SsrRenderer;
use xtask::tools::{ESBUILD, Tools};

use crate::fixture_content::the_fleet;

#[test]
fn a_story_with_former_ids_is_served_before_its_pictures_are_drawn() {
    let story = the_fleet();
    let former = Page::Redirect(story.redirects().next().expect("a former id"));
    let folder = tempfile::tempdir().expect("a folder");
    for (file, text) in [("chuhai.js", "export let initSync, mount"), ("chuhai_bg.wasm", "")] {
        fs::write(folder.path().join(file), text).expect("a file");
    }
    let esbuild = Tools::install().expect("tools").npm(ESBUILD);
    copy_and_minify_assets(folder.path(), &esbuild).expect("styles and scripts");
    let pages = Pages::new(&story, "http://127.0.0.1:8080/", folder.path()).expect("pages");
    pages.write_data(folder.path()).expect("data");
    assert!(folder.path().join("facts.json").is_file());
    assert!(!folder.path().join("index.html").exists() && !folder.path().join("og").exists());
    assert_eq!(pages.page_at(&former.path(&story)), Some(former));
    let html = pages.html(former, &SsrRenderer::new().expect("a runtime"));
    assert!(html.contains(&former.successor(&story).path(&story)), "{html}");
}
