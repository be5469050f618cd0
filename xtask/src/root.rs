//! Where things are in the project's folder. Knows nothing of what is done with them.

use std::path::{Path, PathBuf};

/// The project's folder.
pub fn project() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder that the built site is in.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// The content folder to build: `--content DIR`, or the project's own.
pub fn content() -> PathBuf {
    std::env::var_os(CONTENT).map_or_else(|| project().join("content"), PathBuf::from)
}

/// Hands `--content` on to the prerenderer, which Trunk starts.
pub const CONTENT: &str = "CHUHAI_CONTENT";

/// Asks the prerenderer to write no pages: what Trunk has made can then be printed from more than once.
pub const BARE: &str = "CHUHAI_BARE";
