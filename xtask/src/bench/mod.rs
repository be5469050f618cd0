//! Compares the story with the same article in other frameworks, and writes `xtask/bench/RESULTS.md`. Never fails
//! because of a result.

pub mod goals;
mod harness;
mod pages;
pub mod results;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use self::harness::Harness;
use crate::build::{self, BuildOptions};
use crate::tools::Tools;
use generator::paths;

/// The sites to compare with: plain HTML, our page without scripts, and three frameworks.
pub const PEERS: [&str; 5] = [PLAIN, NO_SCRIPT, "preact", "svelte", "react"];
/// Plain HTML, with the same words, tags and style.
pub const PLAIN: &str = "static";
/// Our page without scripts.
pub const NO_SCRIPT: &str = "ours-noscript";
/// Our page.
pub const OURS: &str = "ours";

/// Builds the site and its peers, measures them in turns, and writes the results.
///
/// # Errors
///
/// If something is missing, or cannot be built or measured.
pub fn bench(harness: &Path, runs: usize) -> Result<()> {
    let tools = Tools::install()?;
    let harness = Harness::prepare(&std::path::absolute(harness)?, &folder())?;
    let site_dir = folder().join("site");
    let options = BuildOptions::new(paths::project().join("content"), None)?;
    build::build(&BuildOptions { out: site_dir.clone(), ..options })?;

    println!("building the same article in each framework, and comparing words, tags and style");
    let peers = harness.build_peers(&tools, &site_dir)?;
    println!("measuring {} sites, {runs} loads of each: some {} min", PEERS.len() + 1, runs * 2 + 2);
    let output = harness.measure(&tools, &site_dir, &peers, runs)?;
    println!("measuring the first use of a control");
    let first_use = pages::first_use(&tools, &site_dir, runs)?;
    println!("scoring each kind of page");
    let scores = pages::scores(&tools, &site_dir)?;

    let results = paths::project().join("xtask/bench/RESULTS.md");
    fs::write(&results, text(&output, &first_use, &scores))?;
    println!("the results are in {}", results.display());
    Ok(())
}

fn text(output: &harness::HarnessOutput, first_use: &results::FirstUse, scores: &str) -> String {
    format!(
        "# Results of the benchmark\n\n\
         `cargo xtask bench` writes this page. Each peer renders this very article, with the same words, tags and \
         style; the harness compares them first. Peers hydrate their cards and controls; they lack share, cite and \
         embed, guesses, dialogs and the service worker. The page's own script lets the browser lay out only what is \
         near; the peers' pages have none.\n\n\
         ## Goals\n\n{}\n\
         ## First use\n\n{first_use}\n\
         ## Kinds of pages\n\n{scores}\n\
         ## All figures\n\n{}",
        goals::table(&output.results, first_use),
        output.table_markdown.replace("### ", ""),
    )
}

/// The folder for the benchmark's builds.
fn folder() -> PathBuf {
    paths::project().join("target/bench")
}
