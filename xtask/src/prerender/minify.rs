//! Takes out of style and scripts what only their authors read. Knows nothing of what is in them.

use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{command, run};

/// Minifies every style and script at the top of the folder, in place, with esbuild: Trunk's own minifier cannot
/// parse today's glue.
///
/// # Errors
///
/// If esbuild is missing or finds a mistake.
pub(super) fn minify(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "css" || ending == "js") {
            files.push(path);
        }
    }
    // No target: nothing is to be rewritten for older browsers. No charset: style that stands in a page must be ASCII,
    // and so it writes by itself. No licence comments are moved, for there are none.
    let mut esbuild = command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", folder.display())).args(files);
    run(&mut esbuild).context("cannot minify; `cargo xtask build` brings esbuild")
}
