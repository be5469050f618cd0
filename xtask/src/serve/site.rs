//! Builds the site that is served, pages first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use generator::og_images;
use generator::paths::copy_folder;
use generator::prerender::{self, ContentError, minify::bring_styles_and_scripts, server_config};

use super::live::{Live, Site};
use crate::program::{self, Profile};
use crate::tools::{ESBUILD, Tools};

/// Builds the site of a content folder, as if it stood at an address.
pub(super) struct SiteBuilder {
    pub(super) content: PathBuf,
    pub(super) site: String,
    /// How its program is compiled.
    pub(super) profile: Profile,
    /// The folder of all that is served.
    pub(super) folder: PathBuf,
    pub(super) tools: Tools,
    pub(super) live: Live,
}

impl SiteBuilder {
    /// Builds the site and serves it, or tells why not. What is served then stays as it was. With `anew`, styles, scripts
    /// and program are brought anew.
    pub(super) fn build(&self, anew: bool) {
        let began = Instant::now();
        match self.try_build(anew) {
            Ok(()) => println!("built in {} ms", began.elapsed().as_millis()),
            Err(error) => {
                eprintln!("error: {error:#}");
                match error.downcast_ref::<ContentError>() {
                    Some(error) => self.live.mistakes(&error.mistakes.0),
                    None => self.live.fail(&format!("{error:#}")),
                }
            }
        }
    }

    fn try_build(&self, anew: bool) -> Result<()> {
        let story = prerender::story(&self.content)?;
        let base = self.folder.join("base");
        if anew || !base.exists() {
            recreate(&base)?;
            copy_folder(&program::ready(&self.tools, self.profile)?, &base)?;
            bring_styles_and_scripts(&base, &self.tools.npm(ESBUILD))?;
        }
        // The other of two folders: pages of the last site may still be asked for.
        let last = self.live.state().site.map(|site| site.folder);
        let folder =
            if last == Some(self.folder.join("0")) { self.folder.join("1") } else { self.folder.join("0") };
        recreate(&folder)?;
        copy_folder(&base, &folder)?;
        let written = prerender::pages(&story, &self.site, &folder, &chuhai::routes::Page::all(&story))?;
        let headers = server_config::page_headers(&written.assets, &written.styles, &self.site);
        self.live.publish(Site { folder: folder.clone(), headers, pictures: Vec::new() });
        prerender::beside_pages(&story, &self.site, &folder, &written)?;
        self.live.pictures(og_images::check(&story, &self.content)?);
        Ok(())
    }
}

fn recreate(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
