//! Prepares the site to serve. Pages are rendered on request.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use chuhai::content::Story;
use generator::og_images;
use generator::paths::{copy_folder, image_cache, remove_folder};
use generator::prerender::{self, ContentError, Pages};

use super::state::{ServeState, ServedSite};
use crate::tools::Tools;
use crate::wasm_build::{self, Profile};

/// Builds the site of a content folder.
pub(super) struct SiteBuilder {
    pub(super) content: PathBuf,
    pub(super) site_url: String,
    /// The profile of its program.
    pub(super) profile: Profile,
    /// The folder for the served files.
    pub(super) folder: PathBuf,
    pub(super) tools: Tools,
    pub(super) state: ServeState,
}

impl SiteBuilder {
    /// Publishes the current content, or reports its errors. Leaves out images, and files that only hosts need.
    /// `rebuild_assets` also rebuilds program, styles and scripts.
    pub(super) fn build(&self, rebuild_assets: bool) -> Option<Arc<Story>> {
        let began = Instant::now();
        let served = self.report(self.prepare(rebuild_assets));
        if served.is_some() {
            println!("served after {} ms", began.elapsed().as_millis());
        }
        served
    }

    /// Checks and serves the images of the served story.
    pub(super) fn add_images(&self, story: &Story) {
        if let Some(images) = self.report(og_images::compose(story, &self.content)) {
            self.state.set_images(images);
        }
    }

    /// Reports an error in the terminal and in open pages.
    fn report<T>(&self, result: Result<T>) -> Option<T> {
        let error = match result {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        eprintln!("error: {error:#}");
        match error.downcast_ref::<ContentError>() {
            Some(error) => self.state.set_diagnostics(&error.diagnostics.0),
            None => self.state.set_failure(&format!("{error:#}")),
        }
        None
    }

    fn prepare(&self, rebuild_assets: bool) -> Result<Arc<Story>> {
        let story = prerender::story(&self.content)?;
        let base = self.folder.join("base");
        if rebuild_assets || !base.exists() {
            wasm_build::write(&self.tools, self.profile, &base)?;
        }
        // In another folder than the last site, whose files may still be requested.
        let last = self.state.snapshot().site.map(|site| site.folder);
        let folder =
            if last == Some(self.folder.join("0")) { self.folder.join("1") } else { self.folder.join("0") };
        remove_folder(&folder)?;
        copy_folder(&base, &folder)?;
        let pages = Arc::new(Pages::new(&story, &self.site_url, &folder)?);
        // Before open pages reload, because their program fetches data.
        pages.write_data(&folder)?;
        let site = ServedSite {
            folder,
            image_cache: image_cache(&self.folder),
            headers: pages.headers(),
            pages,
            images: Vec::new(),
        };
        self.state.publish(site);
        Ok(story)
    }
}
