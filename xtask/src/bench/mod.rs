//! Measures the story and synthetic ones beside the same article in other frameworks. No result fails it.

mod fixtures;
mod harness;
mod options;
pub mod results;
pub mod table;
mod targets;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use self::harness::Harness;
use self::options::BenchOptions;
use self::results::Conditions;
use crate::tools::Tools;
use generator::paths;

/// The frameworks to compare with; the first is plain HTML.
pub const PEERS: [&str; 6] = [PLAIN, "react", "svelte", "preact", "leptos", "yew"];
/// The peer without a script: plain HTML.
pub const PLAIN: &str = "static";
/// The name of the synthetic story in results; it is as long as the peers' article.
pub const SYNTHETIC: &str = "chuhai";
/// The synthetic story with the smallest WebAssembly.
pub const SMALLEST: &str = "smallest";
/// The synthetic story's page without scripts and without `content-visibility`.
pub const OWN_STATIC: &str = "same";
/// The name of the real story in results.
pub const STORY: &str = "story";
/// A host page with twenty embeds.
pub const EMBED_HOST: &str = "hosted";

/// A slow phone on a slow connection, and this machine without throttling.
const CONDITIONS: [Conditions; 2] =
    [Conditions { cpu: 4, net: "slow4g" }, Conditions { cpu: 1, net: "none" }];

/// Builds and measures everything, and prints medians and ratios. A full run also updates the table of `src/decisions`.
///
/// # Errors
///
/// If something is missing, or cannot be built or measured.
pub fn bench(words: &[&str]) -> Result<()> {
    let options = BenchOptions::parse(words)?;
    let harness = Harness::find(options.harness)?;
    let tools = Tools::ready()?;
    let peers = harness.build_peers(&tools, &options.scales)?;
    let made = fixtures::build(&tools, &options.scales)?;

    let mut measured = Vec::new();
    for &scale in &options.scales {
        for conditions in CONDITIONS {
            let mut sites: Vec<_> = PEERS.map(|peer| (peer, peers.join(scale.to_string()).join(peer))).into();
            sites.extend(
                made.iter().filter(|site| site.scale == scale).map(|site| (site.name, site.folder.clone())),
            );
            // Longer pages vary less and take longer. One load at 100× takes minutes, so it is measured once.
            let runs = match scale {
                1 => options.runs,
                2..100 => options.runs.div_ceil(2),
                _ => 1,
            };
            println!("\nmeasuring {scale}×, {conditions}, {runs} runs of {} sites", sites.len());
            let run = harness.measure(&tools, &sites, scale, conditions, runs)?;
            println!("\n{}", table::medians(&run));
            measured.push(run);
        }
    }

    let table = table::targets(&measured, &harness.versions()?);
    println!("\n{table}");
    if options.publishes {
        let readme = paths::project().join("src/decisions/loading-figures.md");
        let text = fs::read_to_string(&readme).context("cannot read loading-figures.md")?;
        fs::write(&readme, table::published(&text, &table)?)?;
        println!("the table is in {}", readme.display());
    }
    Ok(())
}

/// The folder of the benchmark's builds and results.
fn folder() -> PathBuf {
    paths::project().join("target/bench")
}
