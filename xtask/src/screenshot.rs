//! Takes the README's pictures of the built site.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, ensure};
use generator::command::{command, run};
use generator::paths;
use tiny_http::{Request, Server};

use crate::build::{self, BuildOptions};
use crate::http::{file_response, respond};

/// Takes the head of the story with Chromium, in light and in dark, into a folder, or else `tests/pictures/`: of the built
/// site, or of another content folder's, which is built first. The site is served, since scripts and fonts do not work
/// from files.
///
/// # Errors
///
/// If there is no built site, or no Chromium.
pub fn screenshot(content: Option<&Path>, out: Option<&Path>) -> Result<()> {
    let dist = match content {
        None => paths::dist(),
        Some(content) => {
            let dist = paths::project().join("target/story");
            let options = BuildOptions::new(paths::chosen_content(Some(content))?, None)?;
            build::build(&BuildOptions { out: dist.clone(), ..options })?;
            dist
        }
    };
    let out = match out {
        Some(out) => std::path::absolute(out)?,
        None => paths::project().join("tests/pictures"),
    };
    fs::create_dir_all(&out)?;
    ensure!(dist.join("index.html").exists(), "no site in {}; `cargo xtask build` makes one", dist.display());
    let server =
        Arc::new(Server::http("127.0.0.1:0").map_err(|error| anyhow!("cannot serve the site: {error}"))?);
    let requests = Arc::clone(&server);
    thread::spawn(move || requests.incoming_requests().for_each(|request| answer(request, &dist)));
    for (scheme, name) in [("1", "story.png"), ("0", "story-dark.png")] {
        let options = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--virtual-time-budget=5000",
            "--window-size=1280,960",
            &format!("--blink-settings=preferredColorScheme={scheme}"),
            &format!("--screenshot={}", out.join(name).display()),
            &format!("http://{}/", server.server_addr()),
        ];
        run(command("chromium", &options).stderr(Stdio::null()))?;
    }
    server.unblock();
    Ok(())
}

fn answer(request: Request, folder: &Path) {
    let file = match request.url().trim_start_matches('/') {
        "" => "index.html",
        file => file,
    };
    let file = folder.join(file);
    let response = file_response(&file, if file.is_file() { 200 } else { 404 });
    respond(request, response);
}
