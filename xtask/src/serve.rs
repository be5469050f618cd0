//! Serves the site with Trunk while it is edited.

use anyhow::Result;

use crate::build::BuildOptions;
use crate::embed_hosts::EmbedHosts;
use crate::tools::Tools;
use generator::command::run;
use generator::paths::LOCAL_SITE;

/// Serves the story and reloads it when content, style or code changes. A second server has host pages that embed it.
///
/// # Errors
///
/// If a tool is missing or the code does not build. A mistake in the content is printed and does not end the server.
pub fn serve(options: &BuildOptions) -> Result<()> {
    let tools = Tools::ready()?;
    let hosts = EmbedHosts::start(LOCAL_SITE, &tools.npm(""), false)?;
    println!("the story: {LOCAL_SITE}\nhost pages that embed it: {}/", hosts.address);
    run(&mut options.trunk(&tools, &["serve"]))
}
