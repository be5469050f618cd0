//! Builds the story and the made-up ones, each into a folder of its own; the site in `dist/` stays as it is.
//! Knows nothing of measuring.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chuhai::pages::Page;

use super::{MADE_UP, STORY, folder};
use crate::tools::Tools;
use crate::{made_up, prerender, root, site};

/// A built site of ours.
pub(super) struct Site {
    pub(super) name: &'static str,
    /// The length of the peers' article that it is measured beside.
    pub(super) scale: usize,
    pub(super) folder: PathBuf,
}

/// Builds the WebAssembly once and the story's page for each content; no other page is measured.
pub(super) fn build(tools: &Tools, scales: &[usize]) -> Result<Vec<Site>> {
    let bare = folder().join("trunk");
    site::bare(tools, &bare)?;
    let mut sites = Vec::new();
    for &scale in scales {
        let content = folder().join(format!("content/{scale}"));
        anew(&content)?;
        made_up::write(&content, scale)?;
        sites.push(print(MADE_UP, scale, &content, &bare)?);
        if scale == 1 {
            sites.push(print(STORY, scale, &root::project().join("content"), &bare)?);
        }
    }
    Ok(sites)
}

fn print(name: &'static str, scale: usize, content: &Path, bare: &Path) -> Result<Site> {
    let folder = folder().join(format!("sites/{scale}/{name}"));
    anew(&folder)?;
    copy(bare, &folder)?;
    prerender::pages(&prerender::story(content)?, root::LOCAL_SITE, &folder, &[Page::Story])?;
    Ok(Site { name, scale, folder })
}

/// An empty folder.
fn anew(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
