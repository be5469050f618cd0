//! Says what is in the WebAssembly, whom it is for, and how it has changed since the last release. Knows no
//! budget.

mod dependencies;
pub mod owner;
pub mod released;
pub mod wasm;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use self::released::Sizes;
use self::wasm::Contents;
use crate::checks::budgets::total;
use crate::run::run;
use crate::tools::Tools;
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
    if before == Sizes::default() {
        println!("no release is recorded; `cargo xtask sizes --record` does so");
    }
    let dependencies = dependencies::with_what_only_they_bring(&sizes.crates)?;
    println!("\nfiles, brotli 11\n{}", table(&sizes.files, &before.files));
    println!("WebAssembly by crate, before wasm-opt\n{}", table(&sizes.crates, &before.crates));
    println!(
        "the same by direct dependency, with what it alone brings\n{}",
        table(&dependencies, &BTreeMap::new())
    );
    println!("the {LARGEST} largest functions");
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
    site::build(&site::Options::read(&[])?)?;
    let contents = wasm::contents(&named()?)?;
    let files =
        FILES.into_iter().map(|(name, start, end)| Ok((name.to_owned(), total(&root::dist(), start, end)?)));
    Ok((Sizes { files: files.collect::<Result<_>>()?, crates: contents.by_crate() }, contents))
}

/// The WebAssembly as wasm-bindgen leaves it, with the names that a release goes without.
fn named() -> Result<Vec<u8>> {
    let target = root::project().join("target");
    let folder = target.join("sizes");
    let words = ["--target", "web", "--no-typescript", "--no-demangle", "--out-name", "chuhai", "--out-dir"];
    let mut bindgen = Tools::ready()?.command("wasm-bindgen", &words);
    run(bindgen.arg(&folder).arg(target.join("wasm32-unknown-unknown/release/chuhai.wasm")))?;
    fs::read(folder.join("chuhai_bg.wasm")).context("wasm-bindgen left no WebAssembly")
}

/// A line for each, the largest first: its bytes, its share of all, its change since the release, its name.
pub fn table(sizes: &BTreeMap<String, usize>, before: &BTreeMap<String, usize>) -> String {
    let sum: usize = sizes.values().sum();
    let gone = before.keys().filter(|name| !sizes.contains_key(*name));
    let mut names: Vec<_> = sizes.keys().chain(gone).collect();
    names.sort_by_key(|name| Reverse(sizes.get(*name)));
    let lines = names.into_iter().map(|name| {
        let size = sizes.get(name).copied().unwrap_or_default();
        let share = 100.0 * size as f64 / sum as f64;
        format!("{size:8}  {share:5.1} %  {:>8}  {name}\n", change(size, before, name))
    });
    let all = format!("{sum:8}  100.0 %  {:>8}  in all\n", sum_change(sum, before));
    lines.chain([all]).collect()
}

fn sum_change(sum: usize, before: &BTreeMap<String, usize>) -> String {
    let all = BTreeMap::from([("all".to_owned(), before.values().sum())]);
    if before.is_empty() { String::new() } else { change(sum, &all, "all") }
}

fn change(size: usize, before: &BTreeMap<String, usize>, name: &str) -> String {
    match before.get(name) {
        None if before.is_empty() => String::new(),
        None => "new".to_owned(),
        Some(before) if *before == size => "=".to_owned(),
        Some(before) => format!("{:+}", size as i64 - *before as i64),
    }
}
