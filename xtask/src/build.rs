//! Builds the release site with Trunk, and checks a content folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::tools;
use crate::tools::Tools;
use generator::command::run;
use generator::paths::{CONTENT, LOCAL_SITE, SITE, WITHOUT_PAGES};
use generator::{og_images, paths, prerender};

/// What to build, and for which URL.
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
        let named = std::env::var(SITE).ok();
        let site = match (site, named) {
            (Some(site), _) => paths::site_address(site)?,
            (None, Some(named)) => paths::site_address(&named).with_context(|| format!("in {SITE}"))?,
            (None, None) => LOCAL_SITE.to_owned(),
        };
        Ok(Self { content, site, smallest: false, out: paths::dist() })
    }

    /// Trunk, which passes these options on to the prerenderer.
    pub(crate) fn trunk(&self, tools: &Tools, words: &[&str]) -> Command {
        if self.site == LOCAL_SITE {
            println!(
                "previews, feed and sitemap say {LOCAL_SITE}; `--site-url URL` says where the site will be"
            );
        }
        let mut trunk = tools.command("trunk", words);
        trunk.env(CONTENT, &self.content).env(SITE, &self.site).env(WASM_FLAGS, remapped_paths());
        trunk
    }
}

/// Flags of the compiler for WebAssembly alone.
const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Keeps the builder's folders out of the WebAssembly, so that it is the same from any. Cargo parts flags at spaces: a
/// folder that has one in its name stays as it is.
fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let folders = [(home, "/cargo"), (Some(paths::project()), "/chuhai")];
    let folders = folders.into_iter().filter_map(|(folder, name)| Some((folder?.to_str()?.to_owned(), name)));
    let flags = folders.filter(|(folder, _)| !folder.contains(char::is_whitespace));
    flags.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}")).collect::<Vec<_>>().join(" ")
}

/// Loads a content folder and composes its images.
///
/// # Errors
///
/// Every mistake in either.
pub fn check_content(content: &Path) -> Result<()> {
    let story = prerender::story(content)?;
    og_images::check(&story, content)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    Ok(())
}

/// Builds the release site. On failure, its folder stays as it was.
///
/// # Errors
///
/// If a tool is missing, or content or code has a mistake.
pub fn build(options: &BuildOptions) -> Result<()> {
    check_content(&options.content)?;
    let tools = Tools::ready()?;
    let mut trunk = options.trunk(&tools, &["build", "--release", "--quiet", "--dist"]);
    trunk.arg(&options.out);
    if options.smallest {
        rebuild_std(&mut trunk)?;
    }
    run(&mut trunk)?;
    println!("the site is in {}", options.out.display());
    Ok(())
}

/// Makes Trunk rebuild the standard library for size, without panic messages. `build-std` and `panic=immediate-abort` are
/// unstable (rust-lang/wg-cargo-std-aware, rust#147286), hence `RUSTC_BOOTSTRAP`; a build without this option is stable.
fn rebuild_std(trunk: &mut Command) -> Result<()> {
    tools::install_std_source()?;
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "")
        .env(WASM_FLAGS, format!("{} -Zunstable-options -Cpanic=immediate-abort", remapped_paths()));
    Ok(())
}

/// Writes Trunk's output, without pages, into a folder.
///
/// # Errors
///
/// If the code does not build.
pub fn build_without_pages(tools: &Tools, folder: &Path, smallest: bool) -> Result<()> {
    let mut trunk = tools.command("trunk", &["build", "--release", "--quiet", "--dist"]);
    trunk.env(WASM_FLAGS, remapped_paths());
    if smallest {
        rebuild_std(&mut trunk)?;
    }
    run(trunk.arg(folder).env(WITHOUT_PAGES, "yes"))
}
