//! Runs a copy of the benchmark harness, which `xtask/bench/` adapts to our markup.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::results::RunResults;
use super::{NO_SCRIPT, OURS, PEERS, PLAIN};
use crate::tools::{self, Tools};
use generator::command::run;
use generator::paths::{copy_folder, project, remove_folder};

/// A slow phone on a slow connection.
const CONDITIONS: [&str; 4] = ["--cpu", "4", "--net", "slow4g"];

/// The harness, with its npm packages installed.
pub(super) struct Harness {
    folder: PathBuf,
    npm: PathBuf,
    products: PathBuf,
}

/// The results of the harness, and its own table of them.
pub(super) struct HarnessOutput {
    pub(super) results: RunResults,
    pub(super) table_markdown: String,
}

impl Harness {
    /// Copies the harness from a folder, adapts the copy and installs its packages.
    pub(super) fn prepare(from: &Path, into: &Path) -> Result<Self> {
        let Ok(package) = fs::read_to_string(from.join("package.json")) else {
            bail!(
                "the harness that brings the peers is missing in {}; name its folder with `--harness DIR` \
                 or in CHUHAI_BENCH",
                from.display()
            );
        };
        let npm = tools::npm_install(&package, None, "the benchmark's peers and its browser driver")?
            .join("node_modules");
        let folder = into.join("harness");
        remove_folder(&folder)?;
        copy_folder(from, &folder)?;
        let ours = project().join("xtask/bench");
        // A control in a popover has no box until the popover opens.
        run(Command::new("patch").args(["-p1", "-i"]).arg(ours.join("harness.patch")).current_dir(&folder))
            .context("the harness has changed: update xtask/bench/harness.patch")?;
        fs::copy(ours.join("select.js"), folder.join("same/select.js"))?;
        Ok(Self { folder, npm, products: into.join("products") })
    }

    /// Builds a site's article in every framework, and checks that the results are equal. Returns their folder.
    pub(super) fn build_peers(&self, tools: &Tools, site_dir: &Path) -> Result<PathBuf> {
        let peers = self.products.join("peers");
        remove_folder(&peers)?;
        run(self
            .script(tools, "build.mjs")
            .arg("--from")
            .arg(site_dir)
            .arg("--out")
            .arg(&peers)
            .stdout(Stdio::null()))?;
        run(self.script(tools, "same/check.mjs").arg(site_dir).arg(&peers))?;
        Ok(peers)
    }

    /// Measures the peers and a site in turns.
    pub(super) fn measure(
        &self,
        tools: &Tools,
        site_dir: &Path,
        peers: &Path,
        runs: usize,
    ) -> Result<HarnessOutput> {
        let [json, text] = ["json", "md"].map(|ending| self.products.join(format!("results.{ending}")));
        let mut measure = self.script(tools, "measure.mjs");
        measure.args(CONDITIONS).args(["--runs", &runs.to_string(), "--title", "the same article"]);
        measure.args(["--ratio", &format!("{PLAIN},react")]);
        for (name, folder) in
            PEERS.map(|peer| (peer, peers.join(peer))).into_iter().chain([(OURS, site_dir.to_owned())])
        {
            measure.arg("--site").arg(format!("{name}={}", folder.display()));
            measure.arg("--adapter").arg(format!("{name}={}", adapter(name)?));
        }
        measure.arg("--json").arg(&json).arg("--md").arg(&text);
        run(measure.stdout(Stdio::null()))?;
        Ok(HarnessOutput {
            results: RunResults::read(&fs::read_to_string(json)?)?,
            table_markdown: fs::read_to_string(text)?,
        })
    }

    fn script(&self, tools: &Tools, script: &str) -> Command {
        let mut command = tools.command("node", &[]);
        command.arg(self.folder.join(script)).env("BENCH_TMP", &self.products).env("BENCH_NPM", &self.npm);
        command
    }
}

/// The harness's selectors for a site.
fn adapter(site: &str) -> Result<serde_json::Value> {
    let adapters = fs::read_to_string(project().join("xtask/bench/adapters.json"))?;
    let adapters: serde_json::Value = serde_json::from_str(&adapters).context("in adapters.json")?;
    let kind = match site {
        PLAIN | NO_SCRIPT => "plain",
        OURS => "ours",
        _ => "peers",
    };
    Ok(adapters[kind].clone())
}
