//! Minifies styles and scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{command, run};

/// Minifies every style and script at the top of the folder, in place, with esbuild: Trunk's own minifier cannot
/// parse today's glue.
///
/// # Errors
///
/// If esbuild is missing or finds a mistake, or a style cannot be read or written.
pub(super) fn minify(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "css" || ending == "js") {
            files.push(path);
        }
    }
    // No target: nothing is to be rewritten for older browsers. No charset: style that stands in a page must be ASCII,
    // and so it writes by itself. No licence comments are moved, for there are none.
    let mut esbuild = command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", folder.display())).args(&files);
    run(&mut esbuild).context("cannot minify; `cargo xtask build` brings esbuild")?;
    for style in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "css")) {
        fs::write(style, close_up(&fs::read_to_string(style)?))?;
    }
    Ok(())
}

/// Takes the space before each custom property's value, which esbuild leaves as it is written and browsers leave out
/// (CSS Custom Properties Level 1, section 2).
pub fn close_up(style: &str) -> String {
    let closed_up = |part: &str| {
        let end = part.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        rest.strip_prefix(": ").map_or_else(|| part.to_owned(), |value| format!("{name}:{value}"))
    };
    // What stands before the first `--` is the name of no property.
    let (before, rest) = style.split_at(style.find("--").unwrap_or(style.len()));
    before.to_owned() + &rest.split("--").map(closed_up).collect::<Vec<_>>().join("--")
}
