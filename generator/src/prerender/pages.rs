//! Renders and writes the pages of a story.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use chuhai::content::{Edition, Story};
use chuhai::routes::Page;
use rayon::prelude::*;

use super::assets::Assets;
use super::{csp, document, former_addresses, oembed, precache_manifest, web_app_manifest};
use crate::data;
use crate::paths::{self, write_file};
use crate::ssr::SsrRenderer;

/// The pages of a story, prepared for one site.
#[derive(Debug)]
pub struct Pages {
    pub(super) story: Arc<Story>,
    pub(super) site_url: String,
    pub(super) assets: Assets,
    /// The Content-Security-Policy of every page.
    pub(super) policy: String,
}

impl Pages {
    /// Prepares the pages for the site's URL. Fingerprints program, styles and scripts in the folder.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written.
    pub fn new(story: &Arc<Story>, site_url: &str, folder: &Path) -> Result<Self> {
        let assets = Assets::fingerprint(folder, story)?;
        let style = |page| assets.style.inline_for(page, &document::root(page, story, site_url));
        // The page for unknown addresses of an edition in a folder of the site names that folder.
        let editions = story.editions.iter().filter_map(Edition::subfolder);
        let not_found = editions.map(|folder| {
            assets.style.inline_for(Page::NotFound, &[&*paths::site_path(site_url), folder].concat())
        });
        let styles = Page::all(story).into_iter().map(style).chain(not_found).collect();
        let policy = csp::policy(&paths::site_origin(site_url), &assets.first_paint, &styles);
        Ok(Self { story: Arc::clone(story), site_url: site_url.to_owned(), assets, policy })
    }

    /// The page at a path below the site's root, without a leading slash.
    pub fn page_at(&self, path: &str) -> Option<Page> {
        let is_folder = path.is_empty() || path.ends_with('/');
        let file = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        Page::all(&self.story).into_iter().find(|page| page.file(&self.story) == file)
    }

    /// Renders a page.
    pub fn html(&self, page: Page, renderer: &SsrRenderer) -> String {
        ["<!DOCTYPE html>\n", &renderer.render(self.document(page)), "\n"].concat()
    }

    /// Writes all pages, on all cores. Returns their number.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
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
        let Self { story, site_url, assets, .. } = self;
        data::write(story, site_url, folder)?;
        oembed::write(story, site_url, folder)?;
        web_app_manifest::write(story, assets, folder)
    }

    /// Writes files that depend on all others: those of former addresses, the precache manifest, headers for hosts.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written.
    pub(super) fn write_derived_files(&self, folder: &Path) -> Result<()> {
        former_addresses::write(&self.story, folder)?;
        precache_manifest::write(folder)?;
        self.write_headers(folder)
    }
}
