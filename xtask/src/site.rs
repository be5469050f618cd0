//! Builds and serves the site with Trunk. Knows nothing of what is in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::hosts::Hosts;
use crate::root::{BARE, CONTENT, LOCAL_SITE, SITE};
use crate::run::{command, run};
use crate::tools::Tools;
use crate::{pictures, prerender, root, tools};

/// What to build, and for which address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The content folder.
    pub content: PathBuf,
    /// The site's address.
    pub site: String,
    /// Whether the WebAssembly's standard library is built anew, to be the smallest there is.
    pub smallest: bool,
}

impl Options {
    /// Reads `--content DIR`, `--site-url URL` and `--smallest`; what is left out comes from the environment or is the
    /// usual.
    ///
    /// # Errors
    ///
    /// What is neither, or an address that no site can be at.
    pub fn read(words: &[&str]) -> Result<Self> {
        let named = std::env::var(SITE).ok();
        let site = named.map(|named| root::site_address(&named).with_context(|| format!("in {SITE}")));
        let site = site.transpose()?.unwrap_or_else(root::site);
        let mut options = Self { content: root::content(), site, smallest: false };
        let mut rest = words;
        loop {
            rest = match rest {
                [] => return Ok(options),
                ["--content", folder, rest @ ..] => {
                    options.content = std::path::absolute(folder)?;
                    rest
                }
                ["--site-url", address, rest @ ..] => {
                    options.site = root::site_address(address)?;
                    rest
                }
                ["--smallest", rest @ ..] => {
                    options.smallest = true;
                    rest
                }
                [word, ..] => {
                    bail!("expected `--content DIR`, `--site-url URL` or `--smallest`, found `{word}`")
                }
            };
        }
    }

    /// Trunk, which hands these on to the prerenderer.
    fn trunk(&self, tools: &Tools, words: &[&str]) -> Command {
        if self.site == LOCAL_SITE {
            println!(
                "previews, feed and sitemap say {LOCAL_SITE}; `--site-url URL` says where the site will be"
            );
        }
        let mut trunk = tools.command("trunk", words);
        trunk.env(CONTENT, &self.content).env(SITE, &self.site);
        trunk
    }
}

/// Reads a content folder and reports every mistake in it, then every one in its pictures.
///
/// # Errors
///
/// Every mistake.
pub fn check_content(content: &Path) -> Result<()> {
    let story = prerender::story(content)?;
    pictures::compose(&story)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    Ok(())
}

/// Writes the release site to `dist/`; a mistake leaves what is there alone.
///
/// # Errors
///
/// What is missing, or wrong in content or code.
pub fn build(options: &Options) -> Result<()> {
    check_content(&options.content)?;
    let tools = Tools::ready()?;
    let mut trunk = options.trunk(&tools, &["build", "--release", "--quiet"]);
    if options.smallest {
        smallest(&mut trunk)?;
    }
    run(&mut trunk)?;
    println!("the site is in {}", root::dist().display());
    Ok(())
}

/// Lets Trunk build the standard library too, for this size and without the words of panics: a fifth fewer bytes.
/// `build-std` and immediate abort are not stable yet (rust-lang/wg-cargo-std-aware, rust#147286), so the compiler must
/// be told to allow them, and the release that is published without this option stays on what is stable.
fn smallest(trunk: &mut Command) -> Result<()> {
    tools::ready_library()?;
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
    Ok(())
}

/// Writes what Trunk makes, without pages, to a folder of its own.
///
/// # Errors
///
/// What is wrong in code.
pub fn bare(tools: &Tools, folder: &Path, smallest_too: bool) -> Result<()> {
    let mut trunk = tools.command("trunk", &["build", "--release", "--quiet", "--dist"]);
    if smallest_too {
        smallest(&mut trunk)?;
    }
    run(trunk.arg(folder).env(BARE, "yes"))
}

/// Serves the story and reloads it when content, style or code changes; beside it, pages of others that embed it.
///
/// # Errors
///
/// What is missing, or wrong in code; a mistake in the content is printed and waits to be mended.
pub fn serve(options: &Options) -> Result<()> {
    let tools = Tools::ready()?;
    let hosts = Hosts::start(LOCAL_SITE, &tools.npm(""), false)?;
    println!("the story: {LOCAL_SITE}\npages of others that embed it: {}/", hosts.address);
    run(&mut options.trunk(&tools, &["serve"]))
}

/// Makes the README's picture anew from the built site, with Chromium.
///
/// # Errors
///
/// If there is no built site, or no Chromium.
pub fn picture() -> Result<()> {
    let page = root::dist().join("index.html");
    anyhow::ensure!(page.exists(), "no site in {}; `cargo xtask build` makes one", root::dist().display());
    let shot = format!("--screenshot={}", root::project().join("tests/pictures/story.png").display());
    let address = format!("file://{}", page.display());
    let options =
        ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,1000"];
    let mut chromium = command("chromium", &options);
    run(chromium.arg("--blink-settings=preferredColorScheme=1").arg(shot).arg(address).stderr(Stdio::null()))
}
