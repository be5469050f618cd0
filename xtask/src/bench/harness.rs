//! Runs the benchmark harness: builds the peers and measures sites. Only reads the harness's folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::results::{Conditions, RunResults};
use super::{EMBED_HOST, OWN_STATIC, PEERS, SMALLEST, STORY, SYNTHETIC, folder};
use crate::tools::{self, Tools};
use generator::command::run;
use generator::synthetic_content;

/// The harness, with its npm packages installed.
pub(super) struct Harness {
    folder: PathBuf,
    npm: PathBuf,
}

impl Harness {
    /// Finds the harness in a folder and installs its packages.
    pub(super) fn find(folder: PathBuf) -> Result<Self> {
        let Ok(package) = fs::read_to_string(folder.join("package.json")) else {
            bail!(
                "the harness that brings the peers is missing in {}; name its folder with `--harness DIR` \
                 or in CHUHAI_BENCH",
                folder.display()
            );
        };
        let npm = tools::npm(&package, "the benchmark's peers and its browser driver")?.join("node_modules");
        Ok(Self { folder: folder.canonicalize()?, npm })
    }

    /// Builds every peer whose build is missing or outdated. Returns the folder that has each at `SCALE/PEER`.
    pub(super) fn build_peers(&self, tools: &Tools, scales: &[usize]) -> Result<PathBuf> {
        let peers = folder().join("peers");
        let scales: Vec<_> =
            scales.iter().filter(|scale| !self.are_built(&peers, **scale)).map(ToString::to_string).collect();
        if !scales.is_empty() {
            println!("building the peers (about five minutes on two cores)");
            let mut build = self.script(tools, "build.mjs")?;
            build.args(["--scale", &scales.join(","), "--stacks", &PEERS.join(","), "--out"]).arg(&peers);
            run(build.stdout(Stdio::null()))?;
        }
        Ok(peers)
    }

    fn are_built(&self, peers: &Path, scale: usize) -> bool {
        let modified = |file: PathBuf| fs::metadata(file).and_then(|file| file.modified());
        let newest = ["build.mjs", "gen.mjs", "package.json", "stacks", "shared"]
            .iter()
            .filter_map(|part| modified(self.folder.join(part)).ok())
            .max();
        PEERS.iter().all(|peer| {
            modified(peers.join(scale.to_string()).join(peer).join("index.html"))
                .is_ok_and(|built| newest.is_none_or(|newest| built > newest))
        })
    }

    /// Measures the sites in turns, in one run. A site that fails to load has errors instead of figures.
    pub(super) fn measure(
        &self,
        tools: &Tools,
        sites: &[(&str, PathBuf)],
        scale: usize,
        conditions: Conditions,
        runs: usize,
    ) -> Result<RunResults> {
        let Conditions { cpu, net } = conditions;
        let results = folder().join(format!("results/{scale}-{cpu}-{net}.json"));
        if results.exists() {
            fs::remove_file(&results)?;
        }
        fs::create_dir_all(folder().join("results"))?;
        let mut measure = self.script(tools, "measure.mjs")?;
        measure.args([
            "--cpu",
            &cpu.to_string(),
            "--net",
            net,
            "--runs",
            &runs.to_string(),
            "--timeout",
            "300",
        ]);
        if runs == 1 {
            measure.args(["--warmup", "0"]);
        }
        for (name, folder) in sites {
            measure.arg("--site").arg(format!("{name}={}", folder.display()));
            measure.arg("--adapter").arg(format!("{name}={}", adapter(name)));
        }
        let ended = run(measure.arg("--json").arg(&results).stdout(Stdio::null()));
        // The harness fails when one site fails to load; the figures of the others are valid.
        match fs::read_to_string(&results) {
            Ok(json) => Ok(RunResults { scale, ..RunResults::read(&json)? }),
            Err(_) => bail!("the harness left no results: {:?}", ended.err()),
        }
    }

    /// The versions of the peers' frameworks.
    pub(super) fn versions(&self) -> Result<String> {
        let npm = fs::read_to_string(self.folder.join("package.json"))?;
        let npm: serde_json::Value = serde_json::from_str(&npm).context("package.json of the harness")?;
        let lock = fs::read_to_string(self.folder.join("stacks/rust/Cargo.lock"))?;
        let versions = PEERS.iter().filter_map(|peer| {
            let version = npm["dependencies"][peer].as_str().or_else(|| locked(&lock, peer))?;
            Some(format!("{peer} {version}"))
        });
        Ok(versions.collect::<Vec<_>>().join(", "))
    }

    fn script(&self, tools: &Tools, script: &str) -> Result<std::process::Command> {
        let products = folder().join("harness");
        fs::create_dir_all(&products)?;
        let mut command = tools.command("node", &[]);
        command.arg(self.folder.join(script)).env("BENCH_TMP", products).env("BENCH_NPM", &self.npm);
        Ok(command)
    }
}

/// The selectors that the harness uses in a site. It never changes the theme, because no target covers that.
fn adapter(site: &str) -> serde_json::Value {
    if site == OWN_STATIC {
        return serde_json::json!({
            "card": "details[data-fact]", "counter": null, "expandAll": null, "filter": null, "theme": null,
        });
    }
    if site == EMBED_HOST {
        return serde_json::json!({
            "counter": null, "expandAll": null, "filter": null, "hydratedMark": null, "theme": null,
        });
    }
    if ![SYNTHETIC, SMALLEST, STORY].contains(&site) {
        return serde_json::json!({ "theme": null });
    }
    serde_json::json!({
        "card": "details[data-fact]",
        "filter": "[data-action=search]",
        "filterText": synthetic_content::RARE_WORD,
        // The search lists results and hides no card: a card counts as found if a result links to it.
        "isHidden": "!document.querySelector(`[data-search=list] a[href=\"#${el.dataset.fact}\"]`)",
        "theme": null,
    })
}

/// The version of a crate in a `Cargo.lock`.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    rest.split('"').next()
}
