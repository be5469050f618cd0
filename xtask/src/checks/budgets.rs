//! Compares the sizes of the built site with budgets, in brotli bytes (level 11).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use generator::prerender::compress::brotli;

/// The budgets: a name, the prefixes and the suffix of the files to sum, and the limit in bytes.
const BUDGETS: [(&str, &[&str], &str, usize); 11] = [
    ("WebAssembly", &["chuhai_bg-"], ".wasm", 131_000),
    ("boot script", &["boot-"], ".js", 1_700),
    ("all scripts of a page", &["boot-", "program-"], ".js", 9_000),
    ("all scripts of an embed", &["boot-", "program-", "embed-frame-"], ".js", 10_000),
    ("script that sends the height", &["embed-frame-"], ".js", 2_000),
    ("script of a host's page", &["embed."], ".js", 2_000),
    ("style for hosts that refuse it inline", &["style-"], ".css", 10_000),
    ("fonts of a page", &["text-", "label-"], ".woff2", 30_000),
    ("font of italics", &["italic-"], ".woff2", 11_000),
    ("service worker", &["sw"], ".js", 2_000),
    ("HTML of the story, style and all", &["index"], ".html", 56_000),
];

/// The budget of [`story_style`], in bytes.
const MAX_STORY_STYLE: usize = 10_000;

/// Prints every size beside its budget.
///
/// # Errors
///
/// If a size is over its budget, or a file is missing.
pub(super) fn check(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    for (name, prefixes, suffix, max) in BUDGETS {
        let mut bytes = 0;
        for prefix in prefixes {
            bytes += total_compressed_size(dist, prefix, suffix)?;
        }
        sizes.push((name, bytes, max));
    }
    sizes.push(("style of the story", story_style(dist)?, MAX_STORY_STYLE));
    let mut over_budget = Vec::new();
    for (name, bytes, max) in sizes {
        println!("{name:38} {bytes:6} of {max} bytes");
        if bytes > max {
            over_budget.push(name);
        }
    }
    if !over_budget.is_empty() {
        bail!("over budget: {}", over_budget.join(", "));
    }
    Ok(())
}

/// The compressed size of the story's inline style and of its stylesheets: print and deferred.
fn story_style(dist: &Path) -> Result<usize> {
    let html = fs::read_to_string(dist.join("index.html"))?;
    let inline = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (inline, _) = inline.context("the story has no style")?;
    let sheets =
        total_compressed_size(dist, "print-", ".css")? + total_compressed_size(dist, "deferred-", ".css")?;
    Ok(brotli(inline.as_bytes())?.len() + sheets)
}

/// The compressed size of the files in a folder with this prefix and suffix.
pub(crate) fn total_compressed_size(dist: &Path, prefix: &str, suffix: &str) -> Result<usize> {
    let mut bytes = 0;
    for entry in fs::read_dir(dist).with_context(|| format!("no site in {}", dist.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) && name.ends_with(suffix) {
            let file = fs::read(entry.path())?;
            // Fonts are compressed already, so hosts send them as they are.
            bytes += if suffix == ".woff2" { file.len() } else { brotli(&file)?.len() };
        }
    }
    if bytes == 0 {
        bail!("no file {prefix}*{suffix} in {}", dist.display());
    }
    Ok(bytes)
}
