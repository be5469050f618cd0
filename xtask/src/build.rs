//! Builds the release site, and checks a content folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use anyhow::{Context, Result, bail, ensure};

use crate::tools::Tools;
use crate::wasm_build::{self, Profile};
use chuhai::content::Story;
use chuhai::routes::FACTS_JSON;
use generator::data::FACTS_SCHEMA;
use generator::og_images::OgImage;
use generator::paths::{DEFAULT_SITE_URL, remove_folder};
use generator::prerender::assets::is_hashed;
use generator::prerender::precache_manifest::WORKER;
use generator::prerender::{ContentError, Pages, compress};
use generator::{og_images, paths, prerender};

/// The options of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// The site's URL.
    pub site_url: String,
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
    pub fn new(content: PathBuf, site_url: Option<&str>) -> Result<Self> {
        let site_url = paths::site_url(site_url)?;
        Ok(Self { content, site_url, smallest: false, out: paths::dist() })
    }
}

/// Loads a content folder and renders its images as SVG.
fn load_and_check(content: &Path) -> Result<(Arc<Story>, Vec<OgImage>)> {
    let story = prerender::story(content)?;
    let images = og_images::compose(&story, content)?;
    Ok((story, images))
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
pub fn print_diagnostics_json(content: &Path) -> Result<()> {
    let Err(error) = load_and_check(content) else {
        println!("[]");
        return Ok(());
    };
    let ContentError { diagnostics, .. } = error.downcast()?;
    println!("{}", serde_json::to_string_pretty(&diagnostics.0)?);
    bail!("the content has mistakes")
}

/// Builds the release site. On failure, keeps the output folder unchanged.
///
/// # Errors
///
/// If a tool is missing, or the content or the code has a mistake.
pub fn build(options: &BuildOptions) -> Result<()> {
    // A link to a folder stays a link.
    let out = if options.out.is_symlink() { fs::canonicalize(&options.out)? } else { options.out.clone() };
    ensure_replaceable(&out)?;
    let (story, images) = load_and_check(&options.content)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    if options.site_url == DEFAULT_SITE_URL {
        println!(
            "previews, feed and sitemap say {DEFAULT_SITE_URL}; `--site-url URL` says where the site will be"
        );
    }
    let staging = sibling_dir(&out, STAGING);
    let built = write_to(&staging, &story, &images, options, &out).and_then(|pages| {
        publish(&staging, &out)?;
        pages.write_for_servers(&out)
    });
    if built.is_err() {
        remove_folder(&staging)?;
    }
    println!("the site is in {}; configuration of Caddy and nginx in {}", out.display(), built?.display());
    if paths::site_path(&options.site_url) != "/" {
        println!(
            "that configuration, and `_headers`, expect a site at its domain's root; an edition in a folder of another \
             site needs neither, else adapt their paths"
        );
    }
    Ok(())
}

/// Writes the site into the staging folder, with the caches of `out`.
fn write_to(
    staging: &Path,
    story: &Arc<Story>,
    images: &[OgImage],
    options: &BuildOptions,
    out: &Path,
) -> Result<Pages> {
    let profile = if options.smallest { Profile::Smallest } else { Profile::Release };
    wasm_build::write(&Tools::install()?, profile, staging)?;
    let pages = prerender::write_site(story, &options.site_url, staging, images, &paths::image_cache(out))?;
    let compressed = compress::write_precompressed(staging, &paths::target_dir_for(out, "compressed"))?;
    println!("compressed {compressed} files");
    Ok(pages)
}

/// Refuses to replace what was not written by a build.
fn ensure_replaceable(out: &Path) -> Result<()> {
    ensure!(!out.is_file(), "expected a folder at {}, found a file", out.display());
    let is_empty = !out.exists() || fs::read_dir(out)?.next().is_none();
    ensure!(
        is_empty || is_site(out),
        "expected an empty folder or a built site at {}, found other files",
        out.display()
    );
    Ok(())
}

/// Replaces a folder by a new one. Keeps what no build has written there, such as `.git`, `CNAME`, and an edition in
/// `zh/`. On failure, keeps the old folder.
fn publish(staging: &Path, out: &Path) -> Result<()> {
    let old = sibling_dir(out, OLD);
    let cannot_write = || format!("cannot write {}", out.display());
    // The last build stopped between its two renames.
    if old.exists() && !out.exists() {
        fs::rename(&old, out).with_context(cannot_write)?;
    }
    // The last build stopped before it had kept everything.
    keep_unbuilt(&old, out)?;
    if out.exists() {
        fs::rename(out, &old).with_context(cannot_write)?;
    }
    if let Err(error) = fs::rename(staging, out) {
        if old.exists() {
            fs::rename(&old, out)?;
        }
        return Err(error).with_context(cannot_write);
    }
    keep_unbuilt(&old, out)
}

/// Moves what no build has written from an old folder, if there is one, into the new one. Then removes the old folder.
fn keep_unbuilt(old: &Path, new: &Path) -> Result<()> {
    if !old.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(old).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    for entry in entries.with_context(|| format!("cannot read {}", old.display()))? {
        let kept = new.join(entry.file_name());
        if !kept.exists() && !is_built(&entry.file_name().to_string_lossy()) {
            fs::rename(entry.path(), &kept).with_context(|| format!("cannot write {}", kept.display()))?;
        }
    }
    remove_folder(old)
}

/// Files of every site. A folder with all of them is one.
const SITE_FILES: [&str; 4] = [FACTS_JSON, FACTS_SCHEMA, "_headers", WORKER];

/// Whether a build has written a folder.
fn is_site(folder: &Path) -> bool {
    SITE_FILES.iter().all(|file| folder.join(file).is_file())
}

/// Folders of a site. Not every story has each.
const SITE_FOLDERS: [&str; 6] = ["e", "f", "og", "oembed", "plots", "s"];

/// Whether a leftover entry at the site's root was written by an earlier build. The old folder of an edition was not,
/// because it may hold what its next build keeps.
fn is_built(name: &str) -> bool {
    let file = name.trim_end_matches(".br").trim_end_matches(".gz");
    let is_staging = name.starts_with('.') && name.ends_with(&format!("-{STAGING}"));
    SITE_FOLDERS.contains(&name) || is_hashed(file) || is_staging
}

const STAGING: &str = "staging";
const OLD: &str = "old";

/// A hidden folder beside another.
fn sibling_dir(folder: &Path, kind: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}-{kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[&str], text: &str) {
        for file in files {
            generator::paths::write_file(&folder.join(file), text).expect("a file");
        }
    }

    /// A staging folder with a new site, and the paths of the site and of its old folder.
    fn folders(parent: &Path) -> [PathBuf; 3] {
        let folders = ["staging", "site", ".site-old"].map(|name| parent.join(name));
        write(&folders[0], &SITE_FILES, "new");
        folders
    }

    /// Checks that a folder has the new site and these files with the text `kept`.
    fn assert_kept(site_dir: &Path, kept: &[&str]) {
        let text = |file: &&str| fs::read_to_string(site_dir.join(file)).unwrap_or_default();
        assert_eq!(kept.iter().map(text).collect::<Vec<_>>(), vec!["kept"; kept.len()], "{kept:?}");
        assert_eq!(SITE_FILES.each_ref().map(text), SITE_FILES.map(|_| "new"));
    }

    #[test]
    fn what_no_build_has_written_outlives_the_next_build() {
        let parent = tempfile::tempdir().expect("a folder");
        let [staging, out, old] = folders(parent.path());
        write(&out, &SITE_FILES, "old");
        let kept = [".git/HEAD", "CNAME", "zh/facts.json", ".zh-old/CNAME", "l/de/facts.json"];
        write(&out, &kept, "kept");
        let gone =
            ["og/story.png", "boot-0123456789abcdef.js", "boot-0123456789abcdef.js.br", ".zh-staging/sw.js"];
        write(&out, &gone, "old");
        publish(&staging, &out).expect("a site");
        assert_kept(&out, &kept);
        assert_eq!(gone.map(|file| out.join(file).exists()), gone.map(|_| false));
        assert!(!old.exists());
    }

    #[test]
    fn a_build_that_stopped_between_its_renames_loses_nothing() {
        let parent = tempfile::tempdir().expect("a folder");
        let [staging, out, old] = folders(parent.path());
        write(&old, &SITE_FILES, "old");
        let kept = [".git/HEAD", "CNAME", "zh/facts.json"];
        write(&old, &kept, "kept");
        publish(&staging, &out).expect("a site");
        assert_kept(&out, &kept);
        assert!(!old.exists());
    }

    #[test]
    fn a_build_that_stopped_while_it_kept_files_loses_nothing() {
        let parent = tempfile::tempdir().expect("a folder");
        let [staging, out, old] = folders(parent.path());
        for folder in [&out, &old] {
            write(folder, &SITE_FILES, "old");
        }
        write(&out, &["CNAME"], "kept");
        write(&old, &[".git/HEAD", "zh/facts.json"], "kept");
        publish(&staging, &out).expect("a site");
        assert_kept(&out, &["CNAME", ".git/HEAD", "zh/facts.json"]);
        assert!(!old.exists());
    }

    #[test]
    fn a_folder_with_other_files_and_a_file_are_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let other = folder.path().join("other");
        write(&other, &["facts.json", "thesis.txt"], "mine");
        assert!(ensure_replaceable(&other).is_err());
        assert!(ensure_replaceable(&other.join("thesis.txt")).is_err());
        assert!(ensure_replaceable(&folder.path().join("missing")).is_ok());
    }
}
