//! Has the harness build the peers and measure sites. The harness is no part of the project and its folder is
//! only read; knows its command line, not what its figures mean.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::measured::{Conditions, Measured};
use super::{HOSTED, MADE_UP, PEERS, SAME, SMALLEST, STORY, folder};
use crate::made_up;
use crate::run::run;
use crate::tools::{self, Tools};

/// The harness, with its npm packages installed.
pub(super) struct Harness {
    folder: PathBuf,
    npm: PathBuf,
}

impl Harness {
    /// The harness in a folder.
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

    /// Builds every peer at every scale that is not built yet, or older than what builds it; tells the folder, in
    /// which each is at `SCALE/PEER`.
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

    /// Measures sites, in turns, in one run. A site that will not load has no figures, and says why.
    pub(super) fn measure(
        &self,
        tools: &Tools,
        sites: &[(&str, PathBuf)],
        scale: usize,
        conditions: Conditions,
        runs: usize,
    ) -> Result<Measured> {
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
        // It ends badly when one site of many would not load; the others' figures are as good as ever.
        match fs::read_to_string(&results) {
            Ok(json) => Ok(Measured { scale, ..Measured::read(&json)? }),
            Err(_) => bail!("the harness left no results: {:?}", ended.err()),
        }
    }

    /// What the peers are made with.
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

/// How the harness finds its way about a page. No theme is changed in any: nothing is promised of it.
fn adapter(site: &str) -> serde_json::Value {
    if site == SAME {
        return serde_json::json!({
            "card": "details[data-fact]", "counter": null, "expandAll": null, "filter": null, "theme": null,
        });
    }
    if site == HOSTED {
        return serde_json::json!({
            "counter": null, "expandAll": null, "filter": null, "hydratedMark": null, "theme": null,
        });
    }
    if ![MADE_UP, SMALLEST, STORY].contains(&site) {
        return serde_json::json!({ "theme": null });
    }
    serde_json::json!({
        "card": "details[data-fact]",
        "filter": "[data-action=search]",
        "filterText": made_up::RARE,
        // The story stays as it is while results are listed: what is found is what a result leads to.
        "isHidden": "!document.querySelector(`[data-search=list] a[href=\"#${el.dataset.fact}\"]`)",
        "theme": null,
    })
}

/// The version of a crate in a lock file.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    rest.split('"').next()
}
