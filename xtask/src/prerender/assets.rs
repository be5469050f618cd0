//! Gives the files that a page needs names that change with what is in them, so that they can be cached for ever.
//! Knows nothing of pages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::pictures;

/// The style, and names of files below the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// All style. It stands in every page: a file of its own would put off the first paint by a whole round trip
    /// (measured at slow 4G: 1540 ms instead of 790).
    pub style: String,
    /// The same as a file, for hosts whose policy refuses what stands in the page.
    pub style_file: String,
    /// Tells a host how high a page in its frame is.
    pub frame: String,
    /// Starts the WebAssembly.
    pub start: String,
    /// What wasm-bindgen writes between the browser and the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The icon.
    pub icon: String,
}

/// The style files in the order of the cascade; `index.html` lists them for Trunk to bring.
const STYLE: [&str; 14] = [
    "tokens.css",
    "base.css",
    "story.css",
    "map.css",
    "fact.css",
    "dialog.css",
    "share.css",
    "embed-dialog.css",
    "search.css",
    "notes.css",
    "plot.css",
    "way.css",
    "embed.css",
    "print.css",
];

impl Assets {
    /// Renames what Trunk wrote into the folder.
    ///
    /// # Errors
    ///
    /// If a file is missing or cannot be renamed.
    pub fn name(folder: &Path) -> Result<Self> {
        let mut style = String::new();
        for file in STYLE {
            let path = folder.join(file);
            style.push_str(
                &fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?,
            );
            fs::remove_file(&path)?;
        }
        fs::write(folder.join("style.css"), &style)?;
        let icon = folder.join("icon.svg");
        let svg = fs::read_to_string(&icon).with_context(|| format!("cannot read {}", icon.display()))?;
        fs::write(folder.join("icon.png"), pictures::icon(&svg)?)?;
        fs::remove_file(&icon)?;
        Ok(Self {
            style,
            style_file: rename(folder, "style", "css")?,
            frame: rename(folder, "frame", "js")?,
            start: rename(folder, "start", "js")?,
            glue: rename(folder, "chuhai", "js")?,
            wasm: rename(folder, "chuhai_bg", "wasm")?,
            icon: rename(folder, "icon", "png")?,
        })
    }
}

fn rename(folder: &Path, stem: &str, ending: &str) -> Result<String> {
    let from = folder.join(format!("{stem}.{ending}"));
    let bytes = fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
    let name = format!("{stem}-{}.{ending}", hash(&bytes));
    fs::rename(&from, folder.join(&name))?;
    Ok(name)
}

/// A name for these bytes: the first 64 bits of their SHA-256, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
