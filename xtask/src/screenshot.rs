//! Takes the README's screenshot of the built site.

use std::process::Stdio;

use anyhow::{Result, ensure};

use crate::command::{command, run};
use crate::paths;

/// Takes the screenshot with Chromium and writes it to `tests/pictures/story.png`.
///
/// # Errors
///
/// If there is no built site, or no Chromium.
pub fn screenshot() -> Result<()> {
    let page = paths::dist().join("index.html");
    ensure!(page.exists(), "no site in {}; `cargo xtask build` makes one", paths::dist().display());
    let shot = format!("--screenshot={}", paths::project().join("tests/pictures/story.png").display());
    let address = format!("file://{}", page.display());
    let options =
        ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,1000"];
    let mut chromium = command("chromium", &options);
    run(chromium.arg("--blink-settings=preferredColorScheme=1").arg(shot).arg(address).stderr(Stdio::null()))
}
