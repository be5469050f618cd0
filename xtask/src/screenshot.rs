//! Takes the README's screenshots of the built site.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Result, ensure};
use axum::Router;
use generator::command::{command, output, run};
use generator::paths;
use tower_http::services::ServeDir;

use crate::build::{self, BuildOptions};
use crate::local_server::LocalServer;

/// Takes screenshots of the top of the story with Chromium, light and dark, into `out` or `tests/screenshots/`. With
/// `content`, builds that story first. Serves the site, because scripts and fonts do not work from files.
///
/// # Errors
///
/// If there is no built site, or no Chromium.
pub fn screenshot(content: Option<&Path>, out: Option<&Path>) -> Result<()> {
    let dist = match content {
        None => paths::dist(),
        Some(content) => {
            let dist = paths::project().join("target/story");
            let options = BuildOptions::new(paths::resolve_content(Some(content))?, None)?;
            build::build(&BuildOptions { out: dist.clone(), ..options })?;
            dist
        }
    };
    let out = match out {
        Some(out) => std::path::absolute(out)?,
        None => paths::project().join("tests/screenshots"),
    };
    fs::create_dir_all(&out)?;
    ensure!(dist.join("index.html").exists(), "no site in {}; `cargo xtask build` makes one", dist.display());
    let server = LocalServer::start(Router::new().fallback_service(ServeDir::new(dist)))?;
    let browser = chromium();
    for (scheme, name) in [("1", "story.png"), ("0", "story-dark.png")] {
        let options = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            // Makes the headless shell render letters as Chromium does.
            "--font-render-hinting=none",
            "--virtual-time-budget=5000",
            "--window-size=1280,960",
            &format!("--blink-settings=preferredColorScheme={scheme}"),
            &format!("--screenshot={}", out.join(name).display()),
            &format!("http://{}/", server.address),
        ];
        run(command(&browser, &options).stderr(Stdio::null()))?;
    }
    Ok(())
}

/// The browser that `CHROMIUM` names, else the headless shell, else Chromium, as in the browser tests.
fn chromium() -> OsString {
    let shell = "chromium-headless-shell";
    std::env::var_os("CHROMIUM").unwrap_or_else(|| {
        let has_shell = output(&mut command(shell, &["--version"])).is_some();
        if has_shell { shell } else { "chromium" }.into()
    })
}
