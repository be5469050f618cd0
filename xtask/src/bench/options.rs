//! Reads the options of `cargo xtask bench`. Knows nothing of what they set in motion.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::root;

/// What to measure, how often, and with which harness.
pub(super) struct Options {
    pub(super) harness: PathBuf,
    pub(super) runs: usize,
    /// How many times the real story's length.
    pub(super) scales: Vec<usize>,
    /// Whether the README shows the result: not of a quick look, nor without the lengths that have targets.
    pub(super) publishes: bool,
}

impl Options {
    pub(super) fn read(words: &[&str]) -> Result<Self> {
        let named = std::env::var_os("CHUHAI_BENCH").map(PathBuf::from);
        let harness = named.unwrap_or_else(|| root::project().join("../shared/bench"));
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
