//! The state for open pages: the served site, and the errors in the current content.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chuhai::content::load::Diagnostic;
use generator::og_images::OgImage;
use generator::prerender::Pages;
use serde::Serialize;
use tokio::sync::watch;

/// The shared state. The builder changes it; the server sends it.
#[derive(Clone, Debug)]
pub(super) struct ServeState(Arc<watch::Sender<ServeSnapshot>>);

/// What is served.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct ServeSnapshot {
    /// Changes with every site and every start of the server.
    pub(super) version: u64,
    /// The mistakes of the current content.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Another error.
    pub(super) failure: Option<String>,
    /// The last site without mistakes.
    #[serde(skip)]
    pub(super) site: Option<ServedSite>,
}

/// A site, ready to serve.
#[derive(Clone, Debug)]
pub(super) struct ServedSite {
    /// The folder with its files, except pages.
    pub(super) folder: PathBuf,
    /// The cache of its images.
    pub(super) image_cache: PathBuf,
    /// The headers of its pages.
    pub(super) headers: Vec<(&'static str, String)>,
    /// The pages, rendered on request.
    pub(super) pages: Arc<Pages>,
    /// The images, rendered on request.
    pub(super) images: Vec<OgImage>,
}

impl ServeState {
    pub(super) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(ServeSnapshot::default())))
    }

    /// Serves a new site.
    pub(super) fn publish(&self, site: ServedSite) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(now.as_millis()).unwrap_or_default();
        self.0.send_replace(ServeSnapshot { version, site: Some(site), ..ServeSnapshot::default() });
    }

    /// Adds the images of the site.
    pub(super) fn set_images(&self, images: Vec<OgImage>) {
        self.0.send_if_modified(|snapshot| {
            if let Some(site) = &mut snapshot.site {
                site.images = images;
            }
            false
        });
    }

    /// Reports the mistakes of the content.
    pub(super) fn set_diagnostics(&self, diagnostics: &[Diagnostic]) {
        self.0.send_modify(|snapshot| {
            snapshot.diagnostics = diagnostics.to_vec();
            snapshot.failure = None;
        });
    }

    /// Reports another error.
    pub(super) fn set_failure(&self, failure: &str) {
        self.0.send_modify(|snapshot| snapshot.failure = Some(failure.to_owned()));
    }

    pub(super) fn snapshot(&self) -> ServeSnapshot {
        self.0.borrow().clone()
    }

    pub(super) fn subscribe(&self) -> watch::Receiver<ServeSnapshot> {
        self.0.subscribe()
    }
}
