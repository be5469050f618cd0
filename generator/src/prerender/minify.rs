//! Brings styles and scripts to the program, and minifies them with it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{command, run};
use crate::paths::{self, copy_folder};

/// Copies styles, fonts and scripts into the program's folder. Minifies them and the program's glue with esbuild: Trunk's
/// own minifier cannot parse today's glue.
///
/// # Errors
///
/// If a file cannot be copied, or if `esbuild` is no program or finds a mistake.
pub fn copy_and_minify_assets(folder: &Path, esbuild: &Path) -> Result<()> {
    copy_folder(&paths::project().join("src/js"), &folder.join("js"))?;
    copy_folder(&paths::project().join("style"), &folder.join("style"))?;
    for folder in [folder.to_owned(), folder.join("js"), folder.join("style")] {
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "css" || extension == "js") {
                files.push(path);
            }
        }
        // No target: nothing is to be rewritten for older browsers.
        let mut minify = command(esbuild, &["--minify", "--allow-overwrite", "--log-level=warning"]);
        minify.arg(format!("--outdir={}", folder.display())).args(&files);
        run(&mut minify).context("cannot minify; `cargo xtask build` brings esbuild")?;
    }
    Ok(())
}
