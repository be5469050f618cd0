//! The sizes of the last release, in a file that is kept with the code. Knows nothing of how they are found.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::root;

/// Bytes by name.
#[derive(Default)]
pub(super) struct Sizes {
    /// What a connection carries.
    pub(super) files: BTreeMap<String, usize>,
    /// What is in the WebAssembly.
    pub(super) crates: BTreeMap<String, usize>,
}

impl Sizes {
    /// What the last release weighed; nothing before the first.
    pub(super) fn released() -> Result<Self> {
        let file = file();
        if !file.exists() {
            return Ok(Self::default());
        }
        let mut tables: BTreeMap<String, BTreeMap<String, usize>> =
            toml::from_str(&fs::read_to_string(&file)?).with_context(|| {
                format!("{} is not as `cargo xtask sizes --record` writes it", file.display())
            })?;
        let mut take = |name| tables.remove(name).unwrap_or_default();
        Ok(Self { files: take("files"), crates: take("crates") })
    }

    /// Keeps these as the last release's.
    pub(super) fn record(&self) -> Result<()> {
        let mut text = "# What the last release weighed, in bytes: its files by brotli 11, then its WebAssembly by crate \
                        before wasm-opt.\n# `cargo xtask sizes --record` writes this.\n"
            .to_owned();
        for (name, sizes) in [("files", &self.files), ("crates", &self.crates)] {
            write!(text, "\n[{name}]\n")?;
            for (name, size) in sizes {
                writeln!(text, "\"{name}\" = {size}")?;
            }
        }
        fs::write(file(), text)?;
        println!("recorded in {}", file().display());
        Ok(())
    }
}

fn file() -> PathBuf {
    root::project().join("xtask/released-sizes.toml")
}
