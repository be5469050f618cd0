//! Where things are in the project's folder. Knows nothing of what is done with them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use url::Url;

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

/// Hands `--site-url` on to the prerenderer; may also be set by hand.
pub const SITE: &str = "CHUHAI_SITE_URL";

/// Where `cargo xtask serve` puts the site: what absolute addresses begin with unless told otherwise.
pub const LOCAL_SITE: &str = "http://127.0.0.1:8080/";

/// The site's address, with a slash at its end: `--site-url URL`, the variable [`SITE`], or the local one.
pub fn site() -> String {
    let named = std::env::var(SITE).ok();
    named.and_then(|named| site_address(&named).ok()).unwrap_or_else(|| LOCAL_SITE.to_owned())
}

/// An address that a site can be at, with a slash at its end.
///
/// # Errors
///
/// What is wrong with it, and what a right one looks like.
pub fn site_address(text: &str) -> Result<String> {
    const EXAMPLE: &str = "expected the site's address, such as `https://example.org/chuhai/`";
    let mut url = Url::parse(text).with_context(|| format!("{EXAMPLE}, found `{text}`"))?;
    ensure!(matches!(url.scheme(), "http" | "https"), "{EXAMPLE}, found `{text}`: it must begin with http");
    if url.query().is_some() || url.fragment().is_some() {
        bail!("{EXAMPLE}, found `{text}`: it must have no `?` and no `#`");
    }
    ensure!(url.username().is_empty() && url.password().is_none(), "{EXAMPLE}, found one with a user's name");
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url.into())
}

/// The path of a site's address, from its host's root: `/`, or a folder.
pub fn site_path(site: &str) -> String {
    Url::parse(site).map_or_else(|_| "/".to_owned(), |url| url.path().to_owned())
}
