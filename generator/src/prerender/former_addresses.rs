//! Keeps the addresses of former ids: embed, image, data, citations and oEmbed are copies of their successors' files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chuhai::content::Story;
use chuhai::routes::Page;

use super::oembed;

/// Copies the files of each redirect's successor. Its page is rendered separately and links to the successor.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(super) fn write(story: &Story, folder: &Path) -> Result<()> {
    for redirect in story.redirects() {
        let former = Page::Redirect(redirect);
        let successor = former.successor(story);
        let [former_path, successor_path] =
            [former, successor].map(|page| page.path(story).trim_end_matches('/').to_owned());
        let embed = successor.embed().map(|embed| embed.file(story));
        for file in [embed, successor.image(story), oembed::file(successor, story)].into_iter().flatten() {
            copy(&folder.join(&file), &folder.join(file.replace(&successor_path, &former_path)))?;
        }
        for entry in fs::read_dir(folder.join(&successor_path))? {
            let file = entry?;
            if file.file_name() != "index.html" {
                copy(&file.path(), &folder.join(&former_path).join(file.file_name()))?;
            }
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
