//! Renders and writes the pages of a story.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};
use chuhai::content::Story;
use chuhai::routes::Page;
use rayon::prelude::*;

use super::assets::Assets;
use super::{document, former_addresses, manifest, oembed, precache_manifest, server_config};
use crate::data;
use crate::paths::write_file;
use crate::ssr::SsrRenderer;

/// The pages of a story, for one site.
#[derive(Debug)]
pub struct Pages {
    story: Arc<Story>,
    site: String,
    assets: Assets,
}

impl Pages {
    /// Prepares the pages of the site at this URL. Fingerprints the program, styles and scripts in the folder.
    ///
    /// # Errors
    ///
    /// If one of those cannot be read or written.
    pub fn new(story: &Arc<Story>, site: &str, folder: &Path) -> Result<Self> {
        Ok(Self {
            story: Arc::clone(story),
            site: site.to_owned(),
            assets: Assets::fingerprint(folder, story)?,
        })
    }

    /// The page at a path below the site's root, without a leading slash.
    pub fn page_at(&self, path: &str) -> Option<Page> {
        let is_folder = path.is_empty() || path.ends_with('/');
        let file = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        Page::all(&self.story).into_iter().find(|page| page.file(&self.story) == file)
    }

    /// Renders a page.
    pub fn html(&self, page: Page, renderer: &SsrRenderer) -> String {
        let Self { story, site, assets } = self;
        let json_ld = data::structured(page, story, site).as_ref().map(data::block);
        let context = document::DocumentContext { story, site, assets };
        let content = page.document(story, &document::base(page, site));
        let document = context.html(page, content, &self.style(page), json_ld.as_deref());
        ["<!DOCTYPE html>\n", &renderer.render(document), "\n"].concat()
    }

    fn style(&self, page: Page) -> String {
        self.assets.style.inline_for(page, &document::base(page, &self.site))
    }

    /// Every inline style.
    fn styles(&self) -> BTreeSet<String> {
        Page::all(&self.story).into_iter().map(|page| self.style(page)).collect()
    }

    /// The headers of every page: names and values.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        server_config::page_headers(&self.assets, &self.styles(), &self.site)
    }

    /// Writes every page, on all cores. Returns their number.
    ///
    /// # Errors
    ///
    /// What could not be written.
    pub(super) fn write(&self, folder: &Path) -> Result<usize> {
        let write = |renderer: &mut Result<SsrRenderer>, page: &Page| -> Result<()> {
            let renderer = renderer.as_ref().map_err(|error| anyhow!("{error:#}"))?;
            write_file(&folder.join(page.file(&self.story)), self.html(*page, renderer))
        };
        let all = Page::all(&self.story);
        all.par_iter().map_init(SsrRenderer::new, write).collect::<Result<()>>()?;
        Ok(all.len())
    }

    /// Writes data, oEmbed and the web app manifest.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn write_data(&self, folder: &Path) -> Result<()> {
        let Self { story, site, assets } = self;
        data::write(story, site, folder)?;
        oembed::write(story, site, folder)?;
        manifest::write(story, assets, folder)
    }

    /// Writes what is made of all other files: those of former addresses, the precache manifest, headers for hosts.
    ///
    /// # Errors
    ///
    /// What could not be read or written.
    pub(super) fn write_derived_files(&self, folder: &Path) -> Result<()> {
        let Self { story, site, assets } = self;
        former_addresses::write(story, folder)?;
        let list = precache_manifest::write(folder)?;
        server_config::write(assets, &self.styles(), &list, site, folder)
    }

    /// Writes configuration for Caddy and nginx, which read none from the site in `out`. Returns its folder.
    ///
    /// # Errors
    ///
    /// What could not be written.
    pub fn write_for_servers(&self, out: &Path) -> Result<PathBuf> {
        server_config::write_for_servers(&self.assets, &self.styles(), &self.site, out)
    }
}
