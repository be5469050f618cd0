//! Caches rendered images by their input.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::fonts;

/// Inputs besides the SVG and fonts: the rasterizer's source and the dependencies' versions.
const RENDERER: [&str; 2] = [include_str!("rasterize.rs"), include_str!("../../../Cargo.lock")];

/// A folder of images, each named by the hash of its input.
pub(super) struct Cache {
    folder: PathBuf,
    base_hash: Sha256,
}

impl Cache {
    /// Opens the folder, creating it if it is missing.
    ///
    /// # Errors
    ///
    /// If the folder cannot be created.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut base_hash = Sha256::new();
        RENDERER.iter().for_each(|text| base_hash.update(text));
        fonts::bytes().for_each(|font| base_hash.update(font));
        Ok(Self { folder: folder.to_owned(), base_hash })
    }

    /// The path of this SVG's image, whether rendered yet or not.
    pub(super) fn path_for(&self, svg: &str) -> PathBuf {
        let name = self.base_hash.clone().chain_update(svg).finalize();
        let name: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name + ".png")
    }
}

/// Writes an image atomically: the file is complete as soon as it exists, even with two builds at once.
///
/// # Errors
///
/// If the file cannot be written.
pub(super) fn store(path: &Path, png: &[u8]) -> Result<()> {
    let started = path.with_extension(format!("{}.part", std::process::id()));
    fs::write(&started, png).with_context(|| format!("cannot write {}", started.display()))?;
    fs::rename(&started, path).with_context(|| format!("cannot write {}", path.display()))
}
