//! Sums the size of each direct dependency with the crates that only it needs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use generator::command::{command, output};

const TREE: [&str; 9] = [
    "tree",
    "--target",
    "wasm32-unknown-unknown",
    "--features",
    "csr",
    "--edges",
    "normal,no-proc-macro",
    "--prefix",
    "depth",
];

/// Bytes by direct dependency, including the crates that only it needs. Crates of several dependencies and code outside
/// Cargo's tree are separate entries.
pub(super) fn retained_size_by_dependency(
    crates: &BTreeMap<String, usize>,
) -> Result<BTreeMap<String, usize>> {
    let tree = output(&mut command("cargo", &TREE)).context("`cargo tree` failed")?;
    let (top, dependencies_of) = parse_tree(&tree);
    let direct = dependencies_of.get(&top).cloned().unwrap_or_default();
    let mut brought_by: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for dependency in &direct {
        let mut waiting = vec![dependency.as_str()];
        while let Some(name) = waiting.pop() {
            let passes = name == dependency || !direct.contains(name);
            if passes && brought_by.entry(name).or_default().insert(dependency) {
                waiting.extend(dependencies_of.get(name).into_iter().flatten().map(String::as_str));
            }
        }
    }
    let mut sums = BTreeMap::new();
    for (name, size) in crates {
        let by = brought_by.get(name.as_str());
        let whose = match by.map(|by| by.iter().copied().collect::<Vec<_>>()).as_deref() {
            Some([one]) => (*one).to_owned(),
            Some(_) => "(brought by several)".to_owned(),
            None if *name == top => top.clone(),
            None => "(Rust's own, data, and the rest)".to_owned(),
        };
        *sums.entry(whose).or_default() += size;
    }
    Ok(sums)
}

/// Parses `cargo tree`: the name of the package, and each crate's dependencies, as named in code.
fn parse_tree(tree: &str) -> (String, BTreeMap<String, BTreeSet<String>>) {
    let mut dependencies_of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut path: Vec<String> = Vec::new();
    for line in tree.lines() {
        let name = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let Ok(depth) = line[..line.len() - name.len()].parse::<usize>() else { continue };
        let name = name.split(' ').next().unwrap_or_default().replace('-', "_");
        path.truncate(depth);
        if let Some(parent) = path.last() {
            dependencies_of.entry(parent.clone()).or_default().insert(name.clone());
        }
        path.push(name);
    }
    (path.into_iter().next().unwrap_or_default(), dependencies_of)
}
