//! `cargo xtask bundle-report`: the contents of the WebAssembly, and changes since the baseline.

pub mod attribution;
pub mod baseline;
mod dependencies;
pub mod wasm;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use self::baseline::Sizes;
use self::wasm::WasmContents;
use crate::build::{self, BuildOptions};
use crate::checks::budgets::total_compressed_size;
use crate::tools::Tools;
use crate::wasm_build::Profile;
use generator::command::run;
use generator::paths;

/// The number of functions in the report.
const LISTED_FUNCTIONS: usize = 30;

/// The files to measure: label, prefix and suffix of the file's name.
const FILES: [(&str, &str, &str); 5] = [
    ("WebAssembly", "chuhai_bg-", ".wasm"),
    ("program script", "program-", ".js"),
    ("boot script", "boot-", ".js"),
    ("style", "style-", ".css"),
    ("HTML of the story", "index", ".html"),
];

/// Builds the site and prints the report.
///
/// # Errors
///
/// If the site cannot be built or read.
pub fn print() -> Result<()> {
    let (sizes, contents) = measure()?;
    let before = Sizes::baseline()?;
    if before == Sizes::default() {
        println!("there is no baseline; `cargo xtask bundle-report --record` writes one");
    }
    let dependencies = dependencies::retained_size_by_dependency(&sizes.crates)?;
    println!("\nfiles, brotli 11\n{}", table(&sizes.files, &before.files));
    println!("WebAssembly by crate, before wasm-opt\n{}", table(&sizes.crates, &before.crates));
    println!(
        "the same by direct dependency, with what it alone brings\n{}",
        table(&dependencies, &BTreeMap::new())
    );
    println!("the {LISTED_FUNCTIONS} largest functions");
    for function in contents.functions.iter().take(LISTED_FUNCTIONS) {
        println!("{:8}  {}", function.size, function.name);
    }
    Ok(())
}

/// Builds the site and writes its sizes as the baseline.
///
/// # Errors
///
/// If the site cannot be built or read, or the sizes cannot be written.
pub fn record() -> Result<()> {
    measure()?.0.record()
}

fn measure() -> Result<(Sizes, WasmContents)> {
    build::build(&BuildOptions::new(paths::content(), None)?)?;
    let contents = wasm::contents(&build_with_names()?)?;
    let files = FILES.into_iter().map(|(name, prefix, suffix)| {
        Ok((name.to_owned(), total_compressed_size(&paths::dist(), prefix, suffix)?))
    });
    Ok((Sizes { files: files.collect::<Result<_>>()?, crates: contents.by_crate() }, contents))
}

/// The WebAssembly after wasm-bindgen and before wasm-opt, with its name section.
fn build_with_names() -> Result<Vec<u8>> {
    let folder = paths::project().join("target/bundle-report");
    let arguments =
        ["--target", "web", "--no-typescript", "--no-demangle", "--out-name", "chuhai", "--out-dir"];
    let mut bindgen = Tools::install()?.command("wasm-bindgen", &arguments);
    run(bindgen.arg(&folder).arg(Profile::Release.compiled_wasm()))?;
    fs::read(folder.join("chuhai_bg.wasm")).context("wasm-bindgen left no WebAssembly")
}

/// Formats a line for each name, the largest first: bytes, share, change since the baseline, name.
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
