//! Reads and writes the baseline: the sizes of the last release.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use generator::paths;

/// Sizes in bytes, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Files, compressed.
    pub files: BTreeMap<String, usize>,
    /// Crates in the WebAssembly.
    pub crates: BTreeMap<String, usize>,
}

impl Sizes {
    /// Reads the baseline; empty if there is none yet.
    pub(super) fn baseline() -> Result<Self> {
        let file = file();
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&file)?;
        Self::read(&text).with_context(|| {
            format!("{} is not as `cargo xtask bundle-report --record` writes it", file.display())
        })
    }

    /// Writes these sizes as the baseline.
    pub(super) fn record(&self) -> Result<()> {
        fs::write(file(), self.to_toml())?;
        println!("recorded in {}", file().display());
        Ok(())
    }

    /// Parses the output of `to_toml`.
    ///
    /// # Errors
    ///
    /// If the text is anything else.
    pub fn read(text: &str) -> Result<Self> {
        let mut tables: BTreeMap<String, BTreeMap<String, usize>> = toml::from_str(text)?;
        let mut take = |name| tables.remove(name).unwrap_or_default();
        Ok(Self { files: take("files"), crates: take("crates") })
    }

    /// The baseline file's text.
    pub fn to_toml(&self) -> String {
        let mut text =
            "# The sizes of the last release in bytes: its files by brotli 11, then its WebAssembly by \
                        crate before wasm-opt.\n# `cargo xtask bundle-report --record` writes this.\n"
                .to_owned();
        for (name, sizes) in [("files", &self.files), ("crates", &self.crates)] {
            text += &format!("\n[{name}]\n");
            text.extend(sizes.iter().map(|(name, size)| format!("\"{name}\" = {size}\n")));
        }
        text
    }
}

fn file() -> PathBuf {
    paths::project().join("xtask/size-baseline.toml")
}
