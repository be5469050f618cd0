//! Writes the pages after Trunk has built the WebAssembly: content → story → pages → files. Trunk swaps its
//! staging folder into `dist` only if this succeeds, so a mistake leaves the last good site alone.

pub mod assets;
mod document;
mod minify;
pub mod policy;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, anyhow};
use chuhai::pages::Page;
use chuhai::story::{Story, load};

use self::assets::Assets;
use crate::press::YewPress;
use crate::root;

/// What Trunk calls: prerenders the content folder into Trunk's staging folder.
///
/// # Errors
///
/// Every mistake in the content, or what could not be read or written.
pub fn after_trunk() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("Trunk calls this; to build the site, use `cargo xtask build`")?;
    if std::env::var_os(root::BARE).is_some() {
        return minify::minify(&staging);
    }
    let story = story(&root::content())?;
    minify::minify(&staging)?;
    let pages = site(&story, &staging)?;
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
        Err(mistakes) => Err(anyhow!("the content in {} needs mending\n{mistakes}", content.display())),
    }
}

/// Writes every page into a folder that holds Trunk's output; tells how many.
///
/// # Errors
///
/// What could not be read or written.
pub fn site(story: &Rc<Story>, folder: &Path) -> Result<usize> {
    let all = Page::all(story);
    pages(story, folder, &all)?;
    Ok(all.len())
}

/// Writes these pages into a folder that holds Trunk's output.
///
/// # Errors
///
/// What could not be read or written.
pub fn pages(story: &Rc<Story>, folder: &Path, pages: &[Page]) -> Result<()> {
    let press = YewPress::new()?;
    let shell = folder.join("index.html");
    let shell = fs::read_to_string(&shell).with_context(|| format!("cannot read {}", shell.display()))?;
    let assets = Assets::name(folder)?;
    for page in pages {
        let base = document::base(*page);
        let made = page.document(story, &base, &press);
        let html = document::html(&made, &story.words, &base, &shell, &assets);
        let file = folder.join(page.file(story));
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, html).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}
