//! Minifies styles and scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{command, run};

/// Minifies every style and script that Trunk has copied or built, in place, with esbuild: Trunk's own minifier cannot
/// parse today's glue.
///
/// # Errors
///
/// If esbuild is missing or finds a mistake.
pub(super) fn minify(folder: &Path) -> Result<()> {
    for folder in [folder.to_owned(), folder.join("js"), folder.join("style")] {
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "css" || extension == "js") {
                files.push(path);
            }
        }
        // No target: nothing is to be rewritten for older browsers.
        let mut esbuild = command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
        esbuild.arg(format!("--outdir={}", folder.display())).args(&files);
        run(&mut esbuild).context("cannot minify; `cargo xtask build` brings esbuild")?;
    }
    Ok(())
}
