//! Serves the site with Trunk while it is edited.

use std::net::TcpListener;

use anyhow::{Result, anyhow};

use crate::build::BuildOptions;
use crate::embed_hosts::EmbedHosts;
use crate::tools::Tools;
use generator::command::run;
use generator::paths::{self, LOCAL_SITE};

/// Serves the story at a port and reloads it when content, style or code changes. A second server has host pages that embed it.
///
/// # Errors
///
/// If the port is busy, a tool is missing or the code does not build. A mistake in the content is printed and does not end the server.
pub fn serve(options: BuildOptions, port: u16) -> Result<()> {
    // Asked first: Trunk tells it only after it has built everything.
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        anyhow!("cannot serve at port {port}: {error}; `cargo xtask serve --port N` takes another port")
    })?;
    let address = format!("http://127.0.0.1:{port}/");
    let site = if options.site == LOCAL_SITE { address.clone() } else { options.site.clone() };
    let options = BuildOptions { site, ..options };
    let tools = Tools::ready()?;
    let hosts = EmbedHosts::start(&address, &tools.npm(""), false)?;
    println!("the story: {address}\nhost pages that embed it: {}/", hosts.address);
    let port = port.to_string();
    let mut trunk = options.trunk(&tools, &["serve", "--port", &port, "--dist"]);
    // Not `dist/`: what is served while one writes is no release.
    trunk.arg(paths::project().join("target/served"));
    for watched in ["src", "style", "index.html", "xtask/src"].map(|name| paths::project().join(name)) {
        trunk.arg("--watch").arg(watched);
    }
    run(trunk.arg("--watch").arg(&options.content))
}
