//! The sizes of the last release, in a file that is kept with the code. Knows nothing of how they are found.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::root;

/// Bytes by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// What a connection carries.
    pub files: BTreeMap<String, usize>,
    /// What is in the WebAssembly.
    pub crates: BTreeMap<String, usize>,
}

impl Sizes {
    /// What the last release weighed; nothing before the first.
    pub(super) fn released() -> Result<Self> {
        let file = file();
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&file)?;
        Self::read(&text)
            .with_context(|| format!("{} is not as `cargo xtask sizes --record` writes it", file.display()))
    }

    /// Keeps these as the last release's.
    pub(super) fn record(&self) -> Result<()> {
        fs::write(file(), self.written())?;
        println!("recorded in {}", file().display());
        Ok(())
    }

    /// Reads what `written` makes.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn read(text: &str) -> Result<Self> {
        let mut tables: BTreeMap<String, BTreeMap<String, usize>> = toml::from_str(text)?;
        let mut take = |name| tables.remove(name).unwrap_or_default();
        Ok(Self { files: take("files"), crates: take("crates") })
    }

    /// The file's text.
    pub fn written(&self) -> String {
        let mut text =
            "# What the last release weighed, in bytes: its files by brotli 11, then its WebAssembly by \
                        crate before wasm-opt.\n# `cargo xtask sizes --record` writes this.\n"
                .to_owned();
        for (name, sizes) in [("files", &self.files), ("crates", &self.crates)] {
            text += &format!("\n[{name}]\n");
            text.extend(sizes.iter().map(|(name, size)| format!("\"{name}\" = {size}\n")));
        }
        text
    }
}

fn file() -> PathBuf {
    root::project().join("xtask/released-sizes.toml")
}
