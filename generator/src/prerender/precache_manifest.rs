//! Writes the service worker's precache manifest: each file's URL and SHA-256. Runs after all other files are written.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
pub use chuhai::routes::WORKER;
use chuhai::routes::{FACTS_CSV, FACTS_JSON, Listing, PREVIEWS};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::assets::{hash, is_hashed};
use crate::paths::write_file;

/// The SHA-256 of each file as base64, by URL below the site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrecacheManifest {
    /// Cached after the first use: the story, the table of facts, and the files that pages need.
    pub precache: BTreeMap<String, String>,
    /// All other pages. Cached with these on a fast connection that is not mobile, else when visited.
    pub pages: BTreeMap<String, String>,
    /// Cached when first fetched: images and data tables.
    pub runtime: BTreeMap<String, String>,
}

impl PrecacheManifest {
    /// Lists the files of a built site.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn read(site: &Path) -> Result<Self> {
        let mut list = Self::default();
        for entry in WalkDir::new(site) {
            let entry = entry?;
            let parts = entry.path().strip_prefix(site)?.iter().map(OsStr::to_string_lossy);
            let path = parts.collect::<Vec<_>>().join("/");
            if let Some((address, strategy)) = cache_entry(&path).filter(|_| entry.file_type().is_file()) {
                let list = match strategy {
                    Strategy::Precache => &mut list.precache,
                    Strategy::Page => &mut list.pages,
                    Strategy::Runtime => &mut list.runtime,
                };
                let hash = Sha256::digest(fs::read(entry.path())?);
                list.insert(address.to_owned(), BASE64_STANDARD.encode(hash));
            }
        }
        Ok(list)
    }

    /// The script with the manifest, which the worker imports.
    fn script(&self) -> String {
        let object = |files: &BTreeMap<String, String>| {
            let rows: Vec<_> = files.iter().map(|(address, hash)| format!("{address:?}:{hash:?}")).collect();
            format!("{{__proto__:null,{}}}", rows.join(","))
        };
        let lists = [("PRECACHE", &self.precache), ("PAGES", &self.pages), ("RUNTIME", &self.runtime)];
        lists.map(|(name, files)| format!("self.{name}={};\n", object(files))).concat()
    }

    /// All files, with their hashes.
    pub fn files(&self) -> impl Iterator<Item = (&String, &String)> {
        self.precache.iter().chain(&self.pages).chain(&self.runtime)
    }
}

/// When a file is cached.
enum Strategy {
    Precache,
    Page,
    Runtime,
}

/// A file's URL, and when it is cached. `None` for embeds, citations and machine-readable data.
fn cache_entry(path: &str) -> Option<(&str, Strategy)> {
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    let (name, ending) = path.rsplit_once('.')?;
    match (folder, ending) {
        ("e", _) => None,
        (_, "html") => {
            let is_listing = Listing::ALL.iter().any(|listing| listing.id() == folder);
            let strategy = if folder.is_empty() || is_listing { Strategy::Precache } else { Strategy::Page };
            Some((path.strip_suffix("index.html").unwrap_or(path), strategy))
        }
        // A file cannot contain its own hash.
        ("", "js") if name.starts_with(FILE_STEM) => None,
        // Few readers need it, because most systems have a font for these letters.
        ("", "woff2") if name.starts_with("devanagari-") => Some((path, Strategy::Runtime)),
        ("", "css" | "js" | "wasm" | "png" | "woff2") if is_hashed(path) => Some((path, Strategy::Precache)),
        _ if path == PREVIEWS => Some((path, Strategy::Precache)),
        ("og" | "plots", "png" | "svg") => Some((path, Strategy::Runtime)),
        _ if path == FACTS_CSV || path == FACTS_JSON => Some((path, Strategy::Runtime)),
        _ => None,
    }
}

/// The manifest's file name, up to the hash.
const FILE_STEM: &str = "offline-";

/// Writes the manifest, and its name into the service worker, so that the worker changes with every file. Returns the
/// file's name.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write(site: &Path) -> Result<String> {
    let script = PrecacheManifest::read(site)?.script();
    let list = format!("{FILE_STEM}{}.js", hash(script.as_bytes()));
    let worker = site.join(WORKER);
    let text = fs::read_to_string(&worker).with_context(|| format!("cannot read {}", worker.display()))?;
    let (before, rest) = text.split_once(FILE_STEM).context("the worker names no list")?;
    let (_, after) = rest.split_once(".js").context("the worker names no list")?;
    write_file(&worker, format!("{before}{list}{after}"))?;
    write_file(&site.join(&list), script)?;
    Ok(list)
}
