//! Builds the site that is served, pages first.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use chuhai::content::Story;
use chuhai::routes::Page;
use generator::og_images;
use generator::paths::{copy_folder, remove_folder};
use generator::prerender::{self, ContentError, Written, server_config};

use super::live::{Live, Site};
use crate::program::{self, Profile};
use crate::tools::Tools;

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

/// Pages that are served, without what belongs beside them.
pub(super) struct Pages {
    story: Arc<Story>,
    folder: PathBuf,
    written: Written,
}

impl SiteBuilder {
    /// Writes the pages and serves them, or tells why not. What is served then stays as it was. With `anew`, styles,
    /// scripts and program are brought anew.
    pub(super) fn build(&self, anew: bool) -> Option<Pages> {
        let began = Instant::now();
        let pages = self.told(self.pages(anew));
        if pages.is_some() {
            println!("built in {} ms", began.elapsed().as_millis());
        }
        pages
    }

    /// Writes what is beside the pages, and checks the pictures.
    pub(super) fn finish(&self, Pages { story, folder, written }: &Pages) {
        let beside = prerender::beside_pages(story, &self.site, folder, written);
        let pictures = beside.and_then(|()| og_images::check(story, &self.content));
        if let Some(pictures) = self.told(pictures) {
            self.live.pictures(pictures);
        }
    }

    /// Tells an error here and in the open pages.
    fn told<T>(&self, result: Result<T>) -> Option<T> {
        let error = match result {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        eprintln!("error: {error:#}");
        match error.downcast_ref::<ContentError>() {
            Some(error) => self.live.mistakes(&error.mistakes.0),
            None => self.live.fail(&format!("{error:#}")),
        }
        None
    }

    fn pages(&self, anew: bool) -> Result<Pages> {
        let story = prerender::story(&self.content)?;
        let base = self.folder.join("base");
        if anew || !base.exists() {
            program::write(&self.tools, self.profile, &base)?;
        }
        // The other of two folders: pages of the last site may still be asked for.
        let last = self.live.state().site.map(|site| site.folder);
        let folder =
            if last == Some(self.folder.join("0")) { self.folder.join("1") } else { self.folder.join("0") };
        remove_folder(&folder)?;
        copy_folder(&base, &folder)?;
        let written = prerender::pages(&story, &self.site, &folder, &Page::all(&story))?;
        let headers = server_config::page_headers(&written.assets, &written.styles, &self.site);
        self.live.publish(Site { folder: folder.clone(), headers, pictures: Vec::new() });
        Ok(Pages { story, folder, written })
    }
}
