//! Copies styles and scripts to the build folder, and minifies them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{command, run};
use crate::paths::{self, copy_folder};

/// Copies styles, fonts and scripts into the build folder. Minifies them with esbuild, which also bundles `program.js`
/// with the glue: Trunk's minifier cannot parse that.
///
/// # Errors
///
/// If a file cannot be copied, or esbuild is missing or reports an error.
pub fn copy_and_minify_assets(folder: &Path, esbuild: &Path) -> Result<()> {
    copy_folder(&paths::project().join("src/js"), &folder.join("js"))?;
    copy_folder(&paths::project().join("style"), &folder.join("style"))?;
    bundle_program(folder, esbuild)?;
    for folder in [folder.join("js"), folder.join("style")] {
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "css" || extension == "js") {
                files.push(path);
            }
        }
        // Without a target, esbuild rewrites nothing for older browsers.
        let mut minify = command(esbuild, &["--minify", "--allow-overwrite", "--log-level=warning"]);
        minify.arg(format!("--outdir={}", folder.display())).args(&files);
        run(&mut minify).context("cannot minify; `cargo xtask build` brings esbuild")?;
    }
    Ok(())
}

/// Bundles `js/program.js` and wasm-bindgen's glue into `program.js`.
fn bundle_program(folder: &Path, esbuild: &Path) -> Result<()> {
    let [source, glue] = ["js/program.js", "chuhai.js"].map(|file| folder.join(file));
    let mut bundle = command(esbuild, &["--bundle", "--format=esm", "--minify", "--log-level=warning"]);
    bundle.arg(format!("--outfile={}", folder.join("program.js").display())).arg(&source);
    run(&mut bundle).context("cannot bundle; `cargo xtask build` brings esbuild")?;
    fs::remove_file(source)?;
    fs::remove_file(glue)?;
    Ok(())
}
