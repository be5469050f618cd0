//! Compares the sizes of the built site with its budgets, in brotli bytes (level 11).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Each budget: its name, the prefixes and the suffix of the files it sums, and the limit in bytes.
const BUDGETS: [(&str, &[&str], &str, usize); 10] = [
    ("WebAssembly", &["chuhai_bg-"], ".wasm", 137_000),
    ("all scripts of a page", &["boot-", "chuhai-"], ".js", 9_000),
    ("all scripts of an embed", &["boot-", "chuhai-", "embed-frame-"], ".js", 10_000),
    ("that tells the height", &["embed-frame-"], ".js", 2_000),
    ("script of a host's page", &["embed."], ".js", 2_000),
    ("style for hosts that refuse it inline", &["style-"], ".css", 10_000),
    ("fonts of a page", &["text-", "label-"], ".woff2", 30_000),
    ("font of italics", &["italic-"], ".woff2", 11_000),
    ("that keeps the site, but its list", &["sw"], ".js", 2_000),
    ("HTML of the story, style and all", &["index"], ".html", 56_000),
];

/// The budget of [`story_style`], in bytes.
const STORY_STYLE: usize = 10_000;

/// Prints every size beside its budget.
///
/// # Errors
///
/// If a size is over its budget, or a file is missing.
pub(super) fn check(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    for (name, starts, end, most) in BUDGETS {
        let mut bytes = 0;
        for start in starts {
            bytes += total(dist, start, end)?;
        }
        sizes.push((name, bytes, most));
    }
    sizes.push(("style of the story", story_style(dist)?, STORY_STYLE));
    let mut over = Vec::new();
    for (name, bytes, most) in sizes {
        println!("{name:38} {bytes:6} of {most} bytes");
        if bytes > most {
            over.push(name);
        }
    }
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// The compressed size of the style that the story has inline, and of the sheets that it loads: print's and the
/// controls'.
fn story_style(dist: &Path) -> Result<usize> {
    let html = fs::read_to_string(dist.join("index.html"))?;
    let inline = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (inline, _) = inline.context("the story has no style")?;
    Ok(compressed(inline.as_bytes())? + total(dist, "print-", ".css")? + total(dist, "controls-", ".css")?)
}

/// The compressed size of the files in a folder with this prefix and suffix.
pub(crate) fn total(dist: &Path, start: &str, end: &str) -> Result<usize> {
    let mut bytes = 0;
    for entry in fs::read_dir(dist).with_context(|| format!("no site in {}", dist.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            let file = fs::read(entry.path())?;
            // Fonts are compressed already, and sent as they are.
            bytes += if end == ".woff2" { file.len() } else { compressed(&file)? };
        }
    }
    if bytes == 0 {
        bail!("no file {start}*{end} in {}", dist.display());
    }
    Ok(bytes)
}

/// The size of these bytes after brotli, level 11, with its largest window.
pub(crate) fn compressed(bytes: &[u8]) -> Result<usize> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out.len())
}
