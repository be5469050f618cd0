//! Pictures that were drawn before, so that what has not changed is not drawn again. Knows nothing of pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::fonts;

/// All that decides what becomes of an SVG, besides the SVG and the fonts: the code that draws, and the versions of
/// what it draws with.
const RENDERER: [&str; 2] = [include_str!("draw.rs"), include_str!("../../../Cargo.lock")];

/// A folder of pictures, each named by what it was drawn from.
pub(super) struct Cache {
    folder: PathBuf,
    ground: Sha256,
}

impl Cache {
    /// Opens the folder; makes it if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut ground = Sha256::new();
        RENDERER.iter().for_each(|text| ground.update(text));
        fonts::bytes().for_each(|font| ground.update(font));
        Ok(Self { folder: folder.to_owned(), ground })
    }

    /// Where the picture of this SVG is, once it is drawn.
    pub(super) fn place(&self, svg: &str) -> PathBuf {
        let name = self.ground.clone().chain_update(svg).finalize();
        let name: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name + ".png")
    }
}

/// Keeps a picture. It is whole as soon as it is there, even if two builds draw it at once.
///
/// # Errors
///
/// If it cannot be written.
pub(super) fn keep(place: &Path, png: &[u8]) -> Result<()> {
    let started = place.with_extension(format!("{}.part", std::process::id()));
    fs::write(&started, png).with_context(|| format!("cannot write {}", started.display()))?;
    fs::rename(&started, place).with_context(|| format!("cannot write {}", place.display()))
}
