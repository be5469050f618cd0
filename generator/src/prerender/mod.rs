//! Writes the site: content → story → pages → files.

pub mod assets;
pub mod compress;
pub mod csp;
mod document;
mod former_addresses;
mod meta_tags;
pub mod minify;
pub mod oembed;
mod pages;
pub mod precache_manifest;
mod server_config;
pub mod style;
pub mod web_app_manifest;

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use chuhai::content::Story;
use chuhai::content::load::{self, Diagnostics};

use self::minify::copy_and_minify_assets;
pub use self::pages::Pages;
use crate::og_images::OgImage;
use crate::{og_images, paths};

/// Trunk's post-build hook. Does nothing when `cargo xtask` runs Trunk; otherwise prerenders the content folder into
/// Trunk's staging folder.
///
/// # Errors
///
/// All mistakes in the content, or a file that cannot be read or written.
pub fn trunk_post_build() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("Trunk calls this; to build the site, use `cargo xtask build`")?;
    if std::env::var_os(paths::SKIP_PAGES_ENV).is_some() {
        return Ok(());
    }
    let content = paths::content();
    let story = story(&content)?;
    let images = og_images::compose(&story, &content)?;
    // Trunk runs with the tools on its PATH.
    copy_and_minify_assets(&staging, Path::new("esbuild"))?;
    let pages =
        write_site(&story, &paths::site_url(None)?, &staging, &images, &paths::image_cache(&paths::dist()))?;
    pages.write_for_servers(&paths::dist()).map(drop)
}

/// Loads a content folder.
///
/// # Errors
///
/// All mistakes in the content.
pub fn story(content: &Path) -> Result<Arc<Story>> {
    match load::story(content) {
        Ok(story) => Ok(Arc::new(story)),
        Err(diagnostics) => Err(ContentError { content: content.to_owned(), diagnostics }.into()),
    }
}

/// The mistakes in a content folder. An error type, so that callers can downcast to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The content folder.
    pub content: PathBuf,
    /// The mistakes.
    pub diagnostics: Diagnostics,
}

impl Display for ContentError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // A path from the working directory, which terminals and editors can open.
        let here = std::env::current_dir().unwrap_or_default();
        let folder = self.content.strip_prefix(here).unwrap_or(&self.content);
        writeln!(f, "the content in {} has mistakes", folder.display())?;
        for diagnostic in &self.diagnostics.0 {
            writeln!(f, "{}/{diagnostic}", folder.display())?;
        }
        let count = self.diagnostics.0.len();
        write!(f, "{count} mistake{}", if count == 1 { "" } else { "s" })
    }
}

impl Error for ContentError {}

/// Writes the site into a folder; `address` is the site's URL, `image_cache` keeps its images. Returns its
/// pages.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write_site(
    story: &Arc<Story>,
    address: &str,
    folder: &Path,
    images: &[OgImage],
    image_cache: &Path,
) -> Result<Pages> {
    let pages = Pages::new(story, address, folder)?;
    println!("prerendered {} pages with {} fact cards", pages.write(folder)?, story.card_count());
    let count = og_images::write(images, folder, image_cache)?;
    println!("drew {} of {} images", count.rendered, count.all);
    pages.write_data(folder)?;
    pages.write_derived_files(folder)?;
    Ok(pages)
}
