//! Writes the pages after Trunk has built the WebAssembly: content → story → pages → files. Trunk swaps its
//! staging folder into `dist` only if this succeeds, so a mistake leaves the last good site alone.

pub mod assets;
pub mod compress;
pub mod csp;
mod document;
mod embed_page;
mod head;
pub mod manifest;
pub mod minify;
pub mod oembed;
pub mod precache_manifest;
mod server_config;
pub mod style;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, anyhow};
use chuhai::content::Story;
use chuhai::content::load::{self, Diagnostics};
use chuhai::routes::Page;

use self::assets::Assets;
use crate::press::SsrRenderer;
use crate::{data, og_images, paths};

/// What Trunk calls: prerenders the content folder into Trunk's staging folder.
///
/// # Errors
///
/// Every mistake in the content, or what could not be read or written.
pub fn after_trunk() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("Trunk calls this; to build the site, use `cargo xtask build`")?;
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    if std::env::var_os(paths::WITHOUT_PAGES).is_some() {
        return minify::minify(&staging);
    }
    let content = paths::content();
    let story = story(&content)?;
    og_images::check(&story, &content)?;
    minify::minify(&staging)?;
    let pages = site(&story, &paths::site(), &staging, Some(&paths::project().join("target/pictures")))?;
    if release {
        let anew = compress::write_precompressed(&staging, &paths::project().join("target/compressed"))?;
        println!("compressed {anew} files anew");
    }
    println!("prerendered {pages} pages with {} fact cards", story.card_count());
    Ok(())
}

/// Reads a content folder.
///
/// # Errors
///
/// Every mistake in it.
pub fn story(content: &Path) -> Result<Rc<Story>> {
    match load::story(content) {
        Ok(story) => Ok(Rc::new(story)),
        Err(mistakes) => Err(needs_mending(content, &mistakes)),
    }
}

/// The mistakes of a content folder, a line each.
pub fn needs_mending(content: &Path, mistakes: &Diagnostics) -> anyhow::Error {
    anyhow!("the content in {} needs mending\n{mistakes}", content.display())
}

/// Writes every page, and the same facts as data, into a folder that holds Trunk's output; `address` is the site's.
/// `pictures` is where pictures stay from one build to the next; without it none is drawn, which made-up stories of
/// any length are glad of. Tells how many pages.
///
/// # Errors
///
/// What could not be read or written.
pub fn site(story: &Rc<Story>, address: &str, folder: &Path, pictures: Option<&Path>) -> Result<usize> {
    let all = Page::all(story);
    let Written { assets, styles } = pages(story, address, folder, &all)?;
    data::write(story, address, folder)?;
    oembed::write(story, address, folder)?;
    manifest::write(story, &assets, folder)?;
    if let Some(kept) = pictures {
        let count = og_images::write(story, folder, kept)?;
        println!("drew {} of {} pictures", count.drawn, count.all);
    }
    let list = precache_manifest::write(folder)?;
    server_config::write(&assets, &styles, &list, address, folder)?;
    Ok(all.len())
}

/// What pages were written with.
pub struct Written {
    /// What the assets are called.
    pub assets: Assets,
    /// Every style that stands in a page.
    pub styles: BTreeSet<String>,
}

/// Writes these pages into a folder that holds Trunk's output.
///
/// # Errors
///
/// What could not be read or written.
pub fn pages(story: &Rc<Story>, address: &str, folder: &Path, pages: &[Page]) -> Result<Written> {
    let renderer = SsrRenderer::new()?;
    let assets = Assets::name(folder, story)?;
    let shell = document::Shell { story, site: address, assets: &assets };
    let mut styles = BTreeSet::new();
    for page in pages {
        let base = document::base(*page, address);
        let document = page.document(story, &base);
        let body = renderer.render(document.body.clone());
        let json_ld = data::structured(*page, story, address).as_ref().map(data::block);
        let style = assets.style.of(&body, &base);
        let html = shell.html(*page, &document, &body, &style, json_ld.as_deref());
        let file = folder.join(page.file(story));
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, html).with_context(|| format!("cannot write {}", file.display()))?;
        styles.insert(style);
    }
    Ok(Written { assets, styles })
}
