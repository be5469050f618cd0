//! Builds the release site, and checks a content folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail, ensure};

use crate::program::{self, Profile};
use crate::tools::Tools;
use chuhai::content::Story;
use generator::og_images::OgImage;
use generator::paths::{DEFAULT_SITE_URL, remove_folder};
use generator::prerender::{ContentError, compress};
use generator::{og_images, paths, prerender};

/// The options of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// The site's URL.
    pub site: String,
    /// Whether to rebuild the standard library for the smallest WebAssembly.
    pub smallest: bool,
    /// The folder to write.
    pub out: PathBuf,
}

impl BuildOptions {
    /// Builds this content folder for this URL, into `dist/`. Without a URL, the environment names it.
    ///
    /// # Errors
    ///
    /// If the URL is invalid.
    pub fn new(content: PathBuf, site: Option<&str>) -> Result<Self> {
        let site = paths::site_url(site)?;
        Ok(Self { content, site, smallest: false, out: paths::dist() })
    }
}

/// Loads a content folder and renders its images as SVG.
fn load_and_check(content: &Path) -> Result<(Arc<Story>, Vec<OgImage>)> {
    let story = prerender::story(content)?;
    let pictures = og_images::compose(&story, content)?;
    Ok((story, pictures))
}

/// Checks a content folder and its images.
///
/// # Errors
///
/// All mistakes in the content or its images.
pub fn check_content(content: &Path) -> Result<()> {
    let (story, _) = load_and_check(content)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    Ok(())
}

/// Checks a content folder like [`check_content`], and prints its mistakes as a JSON array.
///
/// # Errors
///
/// If the content has mistakes or cannot be read.
pub fn print_mistakes_json(content: &Path) -> Result<()> {
    let Err(error) = load_and_check(content) else {
        println!("[]");
        return Ok(());
    };
    let ContentError { mistakes, .. } = error.downcast()?;
    println!("{}", serde_json::to_string_pretty(&mistakes.0)?);
    bail!("the content has mistakes")
}

/// Builds the release site. On failure, keeps the output folder unchanged.
///
/// # Errors
///
/// If a tool is missing, or the content or the code has a mistake.
pub fn build(options: &BuildOptions) -> Result<()> {
    let BuildOptions { content, site, smallest, out } = options;
    ensure_replaceable(out)?;
    let (story, pictures) = load_and_check(content)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    if site == DEFAULT_SITE_URL {
        println!(
            "previews, feed and sitemap say {DEFAULT_SITE_URL}; `--site-url URL` says where the site will be"
        );
    }
    let tools = Tools::install()?;
    let profile = if *smallest { Profile::Smallest } else { Profile::Release };
    let staging = sibling_dir(out, "staging");
    program::write(&tools, profile, &staging)?;
    let pages = prerender::write_site(&story, site, &staging, &pictures, &paths::image_cache(out))?;
    let compressed = compress::write_precompressed(&staging, &paths::of_site(out, "compressed"))?;
    println!("compressed {compressed} files");
    publish(&staging, out)?;
    let configuration = pages.write_for_servers(out)?;
    println!(
        "the site is in {}; configuration of Caddy and nginx in {}",
        out.display(),
        configuration.display()
    );
    Ok(())
}

/// Refuses to replace a folder that was not written by a build.
fn ensure_replaceable(out: &Path) -> Result<()> {
    let is_empty = !out.exists() || fs::read_dir(out)?.next().is_none();
    ensure!(
        is_empty || is_site(out),
        "expected an empty folder or a built site at {}, found other files",
        out.display()
    );
    Ok(())
}

/// Replaces a folder by a new one. Keeps sites inside it, such as an edition in `zh/`. On failure, keeps the old
/// folder.
fn publish(staging: &Path, out: &Path) -> Result<()> {
    let old = sibling_dir(out, "old");
    remove_folder(&old)?;
    if out.exists() {
        fs::rename(out, &old)?;
    }
    if let Err(error) = fs::rename(staging, out) {
        if old.exists() {
            fs::rename(&old, out)?;
        }
        return Err(error).with_context(|| format!("cannot write {}", out.display()));
    }
    for child in fs::read_dir(&old).into_iter().flatten().flatten() {
        let kept = out.join(child.file_name());
        if is_site(&child.path()) && !kept.exists() {
            fs::rename(child.path(), kept)?;
        }
    }
    remove_folder(&old)
}

/// Whether a build has written a folder.
fn is_site(folder: &Path) -> bool {
    folder.join("facts.json").is_file()
}

/// A hidden folder beside another.
fn sibling_dir(folder: &Path, kind: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}-{kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_within_a_site_outlives_the_next_build_of_the_site() {
        let folder = tempfile::tempdir().expect("a folder");
        let [staging, out] = ["staging", "site"].map(|name| folder.path().join(name));
        for (file, text) in
            [("staging/facts.json", "new"), ("site/facts.json", "old"), ("site/zh/facts.json", "zh")]
        {
            generator::paths::write_file(&folder.path().join(file), text).expect("a file");
        }
        fs::create_dir(out.join("og")).expect("a folder");
        publish(&staging, &out).expect("a site");
        let text = |file: &str| fs::read_to_string(out.join(file)).expect("a file");
        assert_eq!((text("facts.json"), text("zh/facts.json")), ("new".to_owned(), "zh".to_owned()));
        assert!(!out.join("og").exists());
    }
}
