//! Builds the sites to measure, each into a folder of its own. Leaves `dist/` alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chuhai::routes::Page;

use super::{EMBED_HOST, OWN_STATIC, SMALLEST, STORY, SYNTHETIC, folder};
use crate::program::{self, Profile};
use crate::tools::Tools;
use generator::paths::{copy_folder, remove_folder};
use generator::{paths, prerender, synthetic_content};

/// A built site to measure.
pub(super) struct Fixture {
    pub(super) name: &'static str,
    /// The scale of the peers that it is measured with.
    pub(super) scale: usize,
    pub(super) folder: PathBuf,
}

/// Builds the WebAssembly once, then the story's page for each content. No other page is measured.
pub(super) fn build(tools: &Tools, scales: &[usize]) -> Result<Vec<Fixture>> {
    let program = folder().join("program");
    program::write(tools, Profile::Release, &program)?;
    let smallest = folder().join("smallest");
    program::write(tools, Profile::Smallest, &smallest)?;
    let mut sites = Vec::new();
    for &scale in scales {
        let content = folder().join(format!("content/{scale}"));
        remove_folder(&content)?;
        fs::create_dir_all(&content)?;
        synthetic_content::generate(&content, scale)?;
        let synthetic = prerender_page(SYNTHETIC, scale, &content, &program)?;
        sites.push(strip_scripts(&synthetic)?);
        sites.push(synthetic);
        sites.push(prerender_page(SMALLEST, scale, &content, &smallest)?);
        if scale == 1 {
            sites.push(prerender_page(STORY, scale, &paths::project().join("content"), &program)?);
            sites.push(embed_host(&program)?);
        }
    }
    Ok(sites)
}

fn prerender_page(name: &'static str, scale: usize, content: &Path, program: &Path) -> Result<Fixture> {
    let folder = folder().join(format!("sites/{scale}/{name}"));
    remove_folder(&folder)?;
    copy_folder(program, &folder)?;
    prerender::pages(&prerender::story(content)?, paths::LOCAL_SITE, &folder, &[Page::Story])?;
    Ok(Fixture { name, scale, folder })
}

/// Copies a site without scripts and without `content-visibility`.
fn strip_scripts(site: &Fixture) -> Result<Fixture> {
    let folder = folder().join(format!("sites/{}/{OWN_STATIC}", site.scale));
    remove_folder(&folder)?;
    copy_folder(&site.folder, &folder)?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page)?;
    let mut parts = html.split("<script");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.filter_map(|part| part.split_once("</script>")).map(|(_, after)| after));
    fs::write(&page, plain.replace("content-visibility:auto", ""))?;
    Ok(Fixture { name: OWN_STATIC, scale: site.scale, folder })
}

/// Builds a host page that embeds twenty facts from its own origin. Host and embeds share one thread: the worst case.
fn embed_host(program: &Path) -> Result<Fixture> {
    let folder = folder().join(format!("sites/1/{EMBED_HOST}"));
    remove_folder(&folder)?;
    copy_folder(program, &folder)?;
    let story = prerender::story(&paths::project().join("content"))?;
    let facts: Vec<_> = story.facts_in_order().filter(|fact| story.is_card(*fact)).take(20).collect();
    let pages: Vec<_> = facts.iter().map(|fact| Page::EmbedFact(*fact)).collect();
    prerender::pages(&story, paths::LOCAL_SITE, &folder, &pages)?;
    let embeds =
        facts.iter().map(|fact| format!("<chuhai-embed fact=\"{}\"></chuhai-embed>\n", story[*fact].id));
    // The harness toggles a card; this one is the host's own.
    let host = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Twenty embeds</title>\n\
         <script async src=\"embed.js\"></script>\n<h1>Twenty embeds</h1>\n\
         <details data-card><summary>The host's own</summary>Text of the host.</details>\n{}</html>\n",
        embeds.collect::<String>()
    );
    fs::write(folder.join("index.html"), host)?;
    Ok(Fixture { name: EMBED_HOST, scale: 1, folder })
}
