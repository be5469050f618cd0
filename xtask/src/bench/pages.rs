//! Runs the benchmark's own scripts: the first use of a control, and the scores of each kind of page.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use axum::Router;
use chuhai::routes::{Embed, Listing, Page};
use tower_http::services::ServeDir;

use super::results::FirstUse;
use crate::local_server::LocalServer;
use crate::tools::{self, Tools};
use generator::{paths, prerender};

/// Measures the time until the first control responds: with the program compiled before, and with nothing fetched.
pub(super) fn first_use(tools: &Tools, site_dir: &Path, runs: usize) -> Result<FirstUse> {
    let printed = script(tools, "first-use.mjs", site_dir, &[runs.to_string()])?;
    serde_json::from_str(&printed).context("first-use.mjs printed no figures")
}

/// Scores each kind of page by Lighthouse and axe. Returns a Markdown table.
pub(super) fn scores(tools: &Tools, site_dir: &Path) -> Result<String> {
    let story = prerender::story(&paths::project().join("content"))?;
    let section = story.sections().next().context("a story has sections")?.0;
    let fact = story.facts_in_order().find(|fact| story.has_own_card(*fact)).context("a story has cards")?;
    let pages = [
        ("story", Page::Story),
        ("section", Page::Section(section)),
        ("fact", Page::Fact(fact)),
        ("all facts", Page::Listing(Listing::Facts)),
        ("embedded fact", Page::Embed(Embed::Fact(fact))),
        ("not found", Page::NotFound),
    ];
    script(tools, "scores.mjs", site_dir, &pages.map(|(kind, page)| format!("{kind}={}", page.file(&story))))
}

/// Runs a script with the URL of a site, which is served compressed. Returns its output.
fn script(tools: &Tools, name: &str, site_dir: &Path, arguments: &[String]) -> Result<String> {
    let folder = paths::project().join("xtask/bench");
    let package = fs::read_to_string(folder.join("package.json"))?;
    let npm = tools::npm_install(&package, None, "the benchmark's judges")?;
    let compressed = ServeDir::new(site_dir).precompressed_br();
    let server = LocalServer::start(Router::new().fallback_service(compressed))?;
    let mut command = tools.command("node", &[]);
    command.arg(folder.join(name)).arg(format!("http://{}/", server.address)).args(arguments);
    let ended = command.env("NPM", npm.join("node_modules/")).stderr(Stdio::inherit()).output()?;
    ensure!(ended.status.success(), "xtask/bench/{name} failed");
    Ok(String::from_utf8(ended.stdout)?)
}
