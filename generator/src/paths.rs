//! The project's folders, and the site's URL.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use url::Url;
use walkdir::WalkDir;

use crate::prerender::assets::hash;

/// The project's folder: the nearest one with a `Trunk.toml` above the running package, else above the compiled one.
/// The compiled path alone could be in another clone, if `target` was copied.
pub fn project() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = |package: &Path| {
        package.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).map(Path::to_owned)
    };
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.as_deref().and_then(root).or_else(|| root(compiled)).unwrap_or_else(|| compiled.to_owned())
}

/// The default folder of the built site.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// The folder in `target/` for files about the site in `out`, by kind: `compressed`, `hosting`, `images`. Its name has
/// a hash of the path, because the folders of two sites may have one name. That of the default site has none.
pub fn target_dir_for(out: &Path, kind: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    if out != dist() {
        // Without a slash at the end.
        let path: PathBuf = out.components().collect();
        name.push(format!("-{}", hash(path.as_os_str().as_encoded_bytes())));
    }
    project().join("target").join(kind).join(name)
}

/// The cache of the images of the site in `out`. A build removes images that the site does not use.
pub fn image_cache(out: &Path) -> PathBuf {
    target_dir_for(out, "images")
}

/// The content folder that [`CONTENT_ENV`] names, or the project's own.
pub fn content() -> PathBuf {
    std::env::var_os(CONTENT_ENV).map_or_else(|| project().join("content"), PathBuf::from)
}

/// The content folder that `--content` names, or [`content`].
///
/// # Errors
///
/// If the folder does not exist.
pub fn resolve_content(named: Option<&Path>) -> Result<PathBuf> {
    let folder = std::path::absolute(named.map_or_else(content, Path::to_owned))?;
    ensure!(folder.is_dir(), "expected a content folder, found none at {}", folder.display());
    Ok(folder)
}

/// The output folder that `--out` names, or [`dist`].
///
/// # Errors
///
/// If the path, or a part of it, is a file.
pub fn resolve_out(named: Option<&Path>) -> Result<PathBuf> {
    let out = named.map(std::path::absolute).transpose()?.unwrap_or_else(dist);
    if let Some(found) = out.ancestors().find(|path| path.exists()) {
        ensure!(
            found.is_dir(),
            "expected a folder to write the site into, found a file at {}",
            found.display()
        );
    }
    Ok(out)
}

/// Copies a folder's contents into another, creating it if it is missing.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let copy = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&copy)
        } else {
            fs::copy(entry.path(), &copy).map(drop)
        }
        .with_context(|| format!("cannot write {}", copy.display()))?;
    }
    Ok(())
}

/// Writes a file, creating its folder if it is missing.
///
/// # Errors
///
/// If the file or its folder cannot be written.
pub fn write_file(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, bytes)).with_context(|| format!("cannot write {}", path.display()))
}

/// Removes a folder, if there is one.
///
/// # Errors
///
/// If it cannot be removed.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// The environment variable for the content folder, if `--content` is missing.
pub const CONTENT_ENV: &str = "CHUHAI_CONTENT";

/// The environment variable that makes the prerenderer write no pages, so that several sites share a Trunk build.
pub const SKIP_PAGES_ENV: &str = "CHUHAI_WITHOUT_PAGES";

/// The environment variable for the site's URL, if `--site-url` is missing.
pub const SITE_URL_ENV: &str = "CHUHAI_SITE_URL";

/// The URL of `cargo xtask serve`, and the default site URL.
pub const DEFAULT_SITE_URL: &str = "http://127.0.0.1:8080/";

/// The site's URL, with a trailing slash: `named`, or that in [`SITE_URL_ENV`], or [`DEFAULT_SITE_URL`].
///
/// # Errors
///
/// If the URL is invalid.
pub fn site_url(named: Option<&str>) -> Result<String> {
    match (named, std::env::var(SITE_URL_ENV)) {
        (Some(named), _) => parse_site_url(named),
        (None, Ok(named)) => parse_site_url(&named).with_context(|| format!("in {SITE_URL_ENV}")),
        (None, Err(_)) => Ok(DEFAULT_SITE_URL.to_owned()),
    }
}

/// Parses a site URL and adds a trailing slash.
///
/// # Errors
///
/// What is wrong with the URL, with an example of a valid one.
pub fn parse_site_url(text: &str) -> Result<String> {
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

/// The origin of a site's URL.
pub fn site_origin(site_url: &str) -> String {
    Url::parse(site_url).map(|url| url.origin().ascii_serialization()).unwrap_or_default()
}

/// The path of a site's URL: `/`, or a folder.
pub fn site_path(site_url: &str) -> String {
    Url::parse(site_url).map_or_else(|_| "/".to_owned(), |url| url.path().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_with_the_same_folder_name_share_no_files() {
        let hosting = |out: &str| target_dir_for(Path::new(out), "hosting");
        assert_eq!(target_dir_for(&dist(), "hosting"), project().join("target/hosting/dist"));
        assert_ne!(hosting("/one/zh"), hosting("/other/zh"));
        assert_ne!(hosting("/one/dist"), target_dir_for(&dist(), "hosting"));
        assert_eq!(hosting("/one/zh"), hosting("/one/zh/"));
        assert!(hosting("/one/zh").file_name().is_some_and(|name| name.to_string_lossy().starts_with("zh-")));
    }

    #[test]
    fn a_file_is_no_output_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("site");
        fs::write(&file, "").expect("a file");
        for out in [&file, &file.join("below")] {
            let error = resolve_out(Some(out)).expect_err("a file");
            let expected =
                format!("expected a folder to write the site into, found a file at {}", file.display());
            assert_eq!(error.to_string(), expected);
        }
        let new = folder.path().join("new/site");
        assert_eq!(resolve_out(Some(&new)).expect("a folder"), new);
    }
}
