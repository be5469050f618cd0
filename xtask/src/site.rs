//! Builds and serves the site with Trunk. Knows nothing of what is in it.

use std::path::Path;

use anyhow::Result;

use crate::root::CONTENT;
use crate::run::run;
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

/// Serves the story and reloads it when content, style or code changes.
///
/// # Errors
///
/// What is missing, or wrong in code; a mistake in the content is printed and waits to be mended.
pub fn serve(content: &Path) -> Result<()> {
    let tools = Tools::ready()?;
    run(tools.command("trunk", &["serve"]).env(CONTENT, content))
}
