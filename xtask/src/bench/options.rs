//! Parses the options of `cargo xtask bench`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use generator::paths;

/// The options of a benchmark.
pub(super) struct BenchOptions {
    pub(super) harness: PathBuf,
    pub(super) runs: usize,
    /// The lengths, in times the real story's.
    pub(super) scales: Vec<usize>,
    /// Whether to update the table of `src/decisions`: not after a quick run, nor without the scales that have targets.
    pub(super) publishes: bool,
}

impl BenchOptions {
    pub(super) fn parse(words: &[&str]) -> Result<Self> {
        let named = std::env::var_os("CHUHAI_BENCH").map(PathBuf::from);
        let harness = named.unwrap_or_else(|| paths::project().join("../shared/bench"));
        let quick = words.contains(&"--quick");
        let (runs, scales) = if quick { (2, vec![1, 10]) } else { (5, vec![1, 10, 100]) };
        let mut options = Self { harness, runs, scales, publishes: false };
        let mut words = words.iter().filter(|word| **word != "--quick");
        while let Some(name) = words.next() {
            let value = words.next().with_context(|| format!("`{name}` is an option without its value"))?;
            match *name {
                "--harness" => options.harness = std::path::absolute(value)?,
                "--runs" => options.runs = count(value)?,
                "--scale" => options.scales = value.split(',').map(count).collect::<Result<_>>()?,
                _ => bail!("bench takes --quick, --harness DIR, --runs N and --scale 1,10,100, not `{name}`"),
            }
        }
        options.publishes = !quick && [1, 10].iter().all(|scale| options.scales.contains(scale));
        Ok(options)
    }
}

fn count(word: &str) -> Result<usize> {
    match word.parse() {
        Ok(0) | Err(_) => bail!("expected a number from 1, found `{word}`"),
        Ok(count) => Ok(count),
    }
}
