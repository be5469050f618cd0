//! Measures the story, and made-up ones of its shape, beside the same article in other frameworks. A benchmark,
//! not a test: no time fails it. Knows what is compared, not how a browser is measured.

mod goals;
mod harness;
pub mod measured;
mod options;
mod sites;
pub mod table;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use self::harness::Harness;
use self::measured::Conditions;
use self::options::Options;
use crate::root;
use crate::tools::Tools;

/// Whom the story is measured against; the first is the article without a script.
pub const PEERS: [&str; 6] = [PLAIN, "react", "svelte", "preact", "leptos", "yew"];
/// The peer without a script: plain HTML.
pub const PLAIN: &str = "static";
/// What the made-up story, as long as the peers', is called in results.
pub const MADE_UP: &str = "chuhai";
/// The made-up story with the smallest WebAssembly.
pub const SMALLEST: &str = "smallest";
/// The made-up story's own page as plain HTML: every word and tag of it, no script, nothing skipped.
pub const SAME: &str = "same";
/// What the real story is called in results.
pub const STORY: &str = "story";
/// Somebody else's page with twenty embeds is called so.
pub const HOSTED: &str = "hosted";

/// A phone on a slow connection, and this machine as it is.
const CONDITIONS: [Conditions; 2] =
    [Conditions { cpu: 4, net: "slow4g" }, Conditions { cpu: 1, net: "none" }];

/// Builds everything, measures it, prints medians and ratios; a full run also writes the README's table.
///
/// # Errors
///
/// What is missing, or could not be built or measured.
pub fn bench(words: &[&str]) -> Result<()> {
    let options = Options::read(words)?;
    let harness = Harness::find(options.harness)?;
    let tools = Tools::ready()?;
    let peers = harness.build_peers(&tools, &options.scales)?;
    let made = sites::build(&tools, &options.scales)?;

    let mut measured = Vec::new();
    for &scale in &options.scales {
        for conditions in CONDITIONS {
            let mut sites: Vec<_> = PEERS.map(|peer| (peer, peers.join(scale.to_string()).join(peer))).into();
            sites.extend(
                made.iter().filter(|site| site.scale == scale).map(|site| (site.name, site.folder.clone())),
            );
            // A long page's figures vary less, and take as much longer. One load of a hundredfold page takes minutes:
            // its figures are an indication, not a median.
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
        let readme = root::project().join("README.md");
        let text = fs::read_to_string(&readme).context("cannot read README.md")?;
        fs::write(&readme, table::published(&text, &table)?)?;
        println!("the table is in {}", readme.display());
    }
    Ok(())
}

/// Where everything is that a benchmark builds and measures.
fn folder() -> PathBuf {
    root::project().join("target/bench")
}
