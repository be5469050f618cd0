//! The stories of the tests: the real one, the fleet, and a small folder to load as it is or to break first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chuhai::content::{Story, load};
use chuhai::routes::Page;
use generator::paths::copy_folder;
use generator::prerender::Pages;
use generator::prerender::minify::copy_and_minify_assets;
use generator::ssr::SsrRenderer;
use tempfile::TempDir;
use xtask::tools::{ESBUILD, Tools};

/// The project's folder.
pub fn project() -> PathBuf {
    generator::paths::project()
}

/// The real story, in `content/`.
pub fn real_story() -> Arc<Story> {
    without_mistakes("content")
}

/// The fleet, an invented story with one of everything.
pub fn the_fleet() -> Arc<Story> {
    without_mistakes("tests/content/fleet")
}

fn without_mistakes(folder: &str) -> Arc<Story> {
    Arc::new(load::story(&project().join(folder)).expect("content without mistakes"))
}

/// The markup of a page's `<body>`.
pub fn body(page: Page, story: &Arc<Story>) -> String {
    let renderer = SsrRenderer::new().expect("a runtime");
    renderer.render(page.document(story, &page.root(story)).body)
}

/// Pages that are ready to render, with their files in a folder, but without the program.
pub fn prepared_pages(story: &Arc<Story>, site_url: &str, folder: &Path) -> Pages {
    for (file, text) in [("chuhai.js", "export let initSync, mount"), ("chuhai_bg.wasm", "")] {
        fs::write(folder.join(file), text).expect("a file");
    }
    let esbuild = Tools::install().expect("tools").npm(ESBUILD);
    copy_and_minify_assets(folder, &esbuild).expect("styles and scripts");
    Pages::new(story, site_url, folder).expect("pages")
}

/// A copy of `tests/content/two-boats`.
pub struct FixtureContent(TempDir);

impl FixtureContent {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        copy_folder(&project().join("tests/content/two-boats"), folder.path()).expect("a copy");
        Self(folder)
    }

    /// Replaces text in a file, which must hold it.
    pub fn edit(self, file: &str, from: &str, to: &str) -> Self {
        let path = self.0.path().join(file);
        let text = fs::read_to_string(&path).expect("a file of the fixture");
        assert!(text.contains(from), "{file} does not hold {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).expect("a file that can be written");
        self
    }

    pub fn write(self, file: &str, bytes: &[u8]) -> Self {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file that can be written");
        self
    }

    pub fn remove(self, file: &str) -> Self {
        fs::remove_file(self.0.path().join(file)).expect("a file that can be removed");
        self
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Loads the story; panics on a mistake.
    pub fn story(&self) -> Arc<Story> {
        match load::story(self.path()) {
            Ok(story) => Arc::new(story),
            Err(mistakes) => panic!("{mistakes}"),
        }
    }

    /// The mistakes, a line each.
    pub fn mistakes(&self) -> Vec<String> {
        match load::story(self.path()) {
            Ok(_) => Vec::new(),
            Err(mistakes) => mistakes.0.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Loads the content and compares its mistakes with these.
#[track_caller]
pub fn assert_mistakes(fixture: FixtureContent, expected: &[&str]) {
    assert_eq!(fixture.mistakes(), expected);
}
