//! Says what is in the WebAssembly, whom it is for, and how it has changed since the last release. Knows no budget.

mod dependencies;
pub mod owner;
mod released;
pub mod wasm;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use self::released::Sizes;
use self::wasm::Contents;
use crate::checks::budgets::total;
use crate::{root, site};

/// How many functions are told of.
const LARGEST: usize = 30;

/// What a reader's connection carries: name, and how the file's name begins and ends.
const FILES: [(&str, &str, &str); 5] = [
    ("WebAssembly", "chuhai_bg-", ".wasm"),
    ("glue", "chuhai-", ".js"),
    ("start script", "start-", ".js"),
    ("style", "style-", ".css"),
    ("HTML of the story", "index", ".html"),
];

/// Builds the site and prints what is in it.
///
/// # Errors
///
/// If the site cannot be built or read.
pub fn print() -> Result<()> {
    let (sizes, contents) = weigh()?;
    let before = Sizes::released()?;
    table("files, brotli 11", &sizes.files, &before.files);
    table("WebAssembly by crate, before wasm-opt", &sizes.crates, &before.crates);
    let dependencies = dependencies::with_what_only_they_bring(&sizes.crates)?;
    table("the same by direct dependency, with what it alone brings", &dependencies, &BTreeMap::new());
    println!("\nthe {LARGEST} largest functions");
    for function in contents.functions.iter().take(LARGEST) {
        println!("{:8}  {}", function.size, function.name);
    }
    Ok(())
}

/// Builds the site and keeps its sizes as those of the release.
///
/// # Errors
///
/// If the site cannot be built or read, or the sizes not written.
pub fn record() -> Result<()> {
    weigh()?.0.record()
}

fn weigh() -> Result<(Sizes, Contents)> {
    site::build(&root::project().join("content"))?;
    // What Trunk hands to wasm-bindgen: it still has the names.
    let raw = root::project().join("target/wasm32-unknown-unknown/release/chuhai.wasm");
    let raw = fs::read(&raw).with_context(|| format!("cannot read {}", raw.display()))?;
    let contents = wasm::contents(&raw)?;
    let files =
        FILES.into_iter().map(|(name, start, end)| Ok((name.to_owned(), total(&root::dist(), start, end)?)));
    Ok((Sizes { files: files.collect::<Result<_>>()?, crates: contents.by_crate() }, contents))
}

/// Largest first, each with its share and its change.
fn table(what: &str, sizes: &BTreeMap<String, usize>, before: &BTreeMap<String, usize>) {
    let sum: usize = sizes.values().sum();
    println!("\n{what}");
    let mut names: Vec<_> =
        sizes.keys().chain(before.keys().filter(|name| !sizes.contains_key(*name))).collect();
    names.sort_by_key(|name| std::cmp::Reverse(sizes.get(*name)));
    for name in names {
        let size = sizes.get(name).copied().unwrap_or_default();
        let share = 100.0 * size as f64 / sum as f64;
        println!("{size:8}  {share:5.1} %  {:>9}  {name}", change(size, before, name));
    }
    println!("{sum:8}  100.0 %  {:>9}  in all", "");
}

fn change(size: usize, before: &BTreeMap<String, usize>, name: &str) -> String {
    match before.get(name) {
        None if before.is_empty() => String::new(),
        None => "new".to_owned(),
        Some(before) if *before == size => "=".to_owned(),
        Some(before) => format!("{:+}", size as i64 - *before as i64),
    }
}
