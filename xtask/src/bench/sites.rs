//! Builds the story and the made-up ones, each into a folder of its own; the site in `dist/` stays as it is.
//! Knows nothing of measuring.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chuhai::routes::Page;

use super::{HOSTED, MADE_UP, SAME, SMALLEST, STORY, folder};
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
    site::bare(tools, &bare, false)?;
    let smallest = folder().join("smallest");
    site::bare(tools, &smallest, true)?;
    let mut sites = Vec::new();
    for &scale in scales {
        let content = folder().join(format!("content/{scale}"));
        anew(&content)?;
        made_up::write(&content, scale)?;
        let made_up = print(MADE_UP, scale, &content, &bare)?;
        sites.push(without_scripts(&made_up)?);
        sites.push(made_up);
        sites.push(print(SMALLEST, scale, &content, &smallest)?);
        if scale == 1 {
            sites.push(print(STORY, scale, &root::project().join("content"), &bare)?);
            sites.push(hosted(&bare)?);
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

/// A site's page as a team without a framework would publish it: its style and markup alone, all of it rendered.
fn without_scripts(site: &Site) -> Result<Site> {
    let folder = folder().join(format!("sites/{}/{SAME}", site.scale));
    anew(&folder)?;
    copy(&site.folder, &folder)?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page)?;
    let mut parts = html.split("<script");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.filter_map(|part| part.split_once("</script>")).map(|(_, after)| after));
    fs::write(&page, plain.replace("content-visibility:auto", ""))?;
    Ok(Site { name: SAME, scale: site.scale, folder })
}

/// Somebody else's page with twenty facts embedded, on the site's own origin: host and embeds then share one thread,
/// which is worse than any host on another site can fare.
fn hosted(bare: &Path) -> Result<Site> {
    let folder = folder().join(format!("sites/1/{HOSTED}"));
    anew(&folder)?;
    copy(bare, &folder)?;
    let story = prerender::story(&root::project().join("content"))?;
    let facts: Vec<_> = story.facts_in_order().filter(|fact| story.is_card(*fact)).take(20).collect();
    let pages: Vec<_> = facts.iter().map(|fact| Page::EmbedFact(*fact)).collect();
    prerender::pages(&story, root::LOCAL_SITE, &folder, &pages)?;
    let embeds =
        facts.iter().map(|fact| format!("<chuhai-embed fact=\"{}\"></chuhai-embed>\n", story[*fact].id));
    // The harness opens a card: here one of the host's own.
    let host = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Twenty embeds</title>\n\
         <script async src=\"embed.js\"></script>\n<h1>Twenty embeds</h1>\n\
         <details data-card><summary>The host's own</summary>UiText of the host.</details>\n{}</html>\n",
        embeds.collect::<String>()
    );
    fs::write(folder.join("index.html"), host)?;
    Ok(Site { name: HOSTED, scale: 1, folder })
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
