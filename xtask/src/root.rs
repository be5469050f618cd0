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

/// The site's address, with a slash at its end: what absolute addresses begin with.
pub fn site() -> String {
    let named = std::env::var(SITE).unwrap_or_else(|_| LOCAL_SITE.to_owned());
    if named.ends_with('/') { named } else { named + "/" }
}

/// Names the site's address to the prerenderer.
pub const SITE: &str = "CHUHAI_SITE_URL";

/// Where `cargo xtask serve` puts the site.
pub const LOCAL_SITE: &str = "http://127.0.0.1:8080/";

/// Hands `--content` on to the prerenderer, which Trunk starts.
pub const CONTENT: &str = "CHUHAI_CONTENT";
