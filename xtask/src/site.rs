//! Builds and serves the site with Trunk. Knows nothing of what is in it.

use std::path::Path;
use std::process::Stdio;

use anyhow::Result;

use crate::root::{BARE, CONTENT};
use crate::run::{command, run};
use crate::tools::Tools;
use crate::{prerender, root};

/// Reads a content folder and reports every mistake in it.
///
/// # Errors
///
/// Every mistake.
pub fn check_content(content: &Path) -> Result<()> {
    let story = prerender::story(content)?;
    println!("{} facts, {} of them cards: no mistake", story.facts.len(), story.card_count());
    Ok(())
}

/// Writes the release site to `dist/`; a mistake leaves what is there alone.
///
/// # Errors
///
/// What is missing, or wrong in content or code.
pub fn build(content: &Path) -> Result<()> {
    check_content(content)?;
    let tools = Tools::ready()?;
    run(tools.command("trunk", &["build", "--release", "--quiet"]).env(CONTENT, content))?;
    println!("the site is in {}", root::dist().display());
    Ok(())
}

/// Writes what Trunk makes, without pages, to a folder of its own.
///
/// # Errors
///
/// What is wrong in code.
pub fn bare(tools: &Tools, folder: &Path) -> Result<()> {
    let mut trunk = tools.command("trunk", &["build", "--release", "--quiet", "--dist"]);
    run(trunk.arg(folder).env(BARE, "yes"))
}

/// Serves the story and reloads it when content, style or code changes.
///
/// # Errors
///
/// What is missing, or wrong in code; a mistake in the content is printed and waits to be mended.
pub fn serve(content: &Path) -> Result<()> {
    let tools = Tools::ready()?;
    run(tools.command("trunk", &["serve"]).env(CONTENT, content))
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
