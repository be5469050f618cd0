//! Writes the site into a folder that holds the program: content → story → pages → files.

pub mod assets;
pub mod compress;
pub mod csp;
mod document;
mod head;
pub mod manifest;
pub mod minify;
pub mod oembed;
pub mod precache_manifest;
pub mod server_config;
pub mod style;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use chuhai::content::Story;
use chuhai::content::load::{self, Diagnostics};
use chuhai::routes::Page;
use rayon::prelude::*;

use self::assets::Assets;
use self::minify::bring_styles_and_scripts;
use crate::og_images::OgImage;
use crate::press::SsrRenderer;
use crate::{data, og_images, paths};

/// What Trunk calls when it runs by itself: prerenders the content folder into Trunk's staging folder.
///
/// # Errors
///
/// Every mistake in the content, or what could not be read or written.
pub fn after_trunk() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("Trunk calls this; to build the site, use `cargo xtask build`")?;
    if std::env::var_os(paths::WITHOUT_PAGES).is_some() {
        return Ok(());
    }
    let content = paths::content();
    let story = story(&content)?;
    let pictures = og_images::check(&story, &content)?;
    // Trunk is started with the tools on its path.
    bring_styles_and_scripts(&staging, Path::new("esbuild"))?;
    site(&story, &paths::site(), &staging, &pictures)
}

/// Reads a content folder.
///
/// # Errors
///
/// Every mistake in it.
pub fn story(content: &Path) -> Result<Arc<Story>> {
    match load::story(content) {
        Ok(story) => Ok(Arc::new(story)),
        Err(mistakes) => Err(ContentError { content: content.to_owned(), mistakes }.into()),
    }
}

/// The mistakes of a content folder, an error that can be downcast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The folder.
    pub content: PathBuf,
    /// The mistakes in it.
    pub mistakes: Diagnostics,
}

impl Display for ContentError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the content in {} needs mending\n{}", self.content.display(), self.mistakes)
    }
}

impl Error for ContentError {}

/// Writes the site into a folder that holds the program, with its styles and scripts; `address` is the site's.
///
/// # Errors
///
/// What could not be read or written.
pub fn site(story: &Arc<Story>, address: &str, folder: &Path, pictures: &[OgImage]) -> Result<()> {
    let all = Page::all(story);
    let written = pages(story, address, folder, &all)?;
    println!("prerendered {} pages with {} fact cards", all.len(), story.card_count());
    let count = og_images::write(pictures, folder, &paths::pictures())?;
    println!("drew {} of {} pictures", count.drawn, count.all);
    beside_pages(story, address, folder, &written)
}

/// Writes what is beside pages and pictures: data, the list for offline reading, what hosts are told.
///
/// # Errors
///
/// What could not be read or written.
pub fn beside_pages(story: &Story, address: &str, folder: &Path, written: &Written) -> Result<()> {
    let Written { assets, styles } = written;
    data::write(story, address, folder)?;
    oembed::write(story, address, folder)?;
    manifest::write(story, assets, folder)?;
    let list = precache_manifest::write(folder)?;
    server_config::write(assets, styles, &list, address, folder)
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
pub fn pages(story: &Arc<Story>, address: &str, folder: &Path, pages: &[Page]) -> Result<Written> {
    let assets = Assets::name(folder, story)?;
    let shell = document::Shell { story, site: address, assets: &assets };
    let render = |renderer: &mut Result<SsrRenderer>, page: &Page| -> Result<String> {
        let renderer = renderer.as_ref().map_err(|error| anyhow!("{error:#}"))?;
        let base = document::base(*page, address);
        let json_ld = data::structured(*page, story, address).as_ref().map(data::block);
        let style = assets.style.of(*page, &base);
        let document = shell.html(*page, page.document(story, &base), &style, json_ld.as_deref());
        let html = ["<!DOCTYPE html>\n", &renderer.render(document), "\n"].concat();
        let file = folder.join(page.file(story));
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, html).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(style)
    };
    let styles = pages.par_iter().map_init(SsrRenderer::new, render).collect::<Result<_>>()?;
    Ok(Written { assets, styles })
}
