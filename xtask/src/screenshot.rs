//! Takes the README's pictures of the built site.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, ensure};
use generator::command::{command, run};
use generator::paths;
use tiny_http::{Request, Server};

use crate::http::{file_response, respond};

/// Takes the head of the story with Chromium, in light and in dark, into `tests/pictures/`. The site is served, since
/// scripts and fonts do not work from files.
///
/// # Errors
///
/// If there is no built site, or no Chromium.
pub fn screenshot() -> Result<()> {
    let dist = paths::dist();
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
            &format!("--screenshot={}", paths::project().join("tests/pictures").join(name).display()),
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
