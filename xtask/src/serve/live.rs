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
pub(super) struct Live(Arc<watch::Sender<State>>);

/// What is served.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct State {
    /// Changes with every site and every start of the server.
    pub(super) version: u64,
    /// The mistakes of the current content.
    pub(super) mistakes: Vec<Diagnostic>,
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
    pub(super) pictures: Vec<OgImage>,
}

impl Live {
    pub(super) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(State::default())))
    }

    /// Serves a new site.
    pub(super) fn publish(&self, site: ServedSite) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(now.as_millis()).unwrap_or_default();
        self.0.send_replace(State { version, site: Some(site), ..State::default() });
    }

    /// Adds the pictures of the site.
    pub(super) fn set_pictures(&self, pictures: Vec<OgImage>) {
        self.0.send_if_modified(|state| {
            if let Some(site) = &mut state.site {
                site.pictures = pictures;
            }
            false
        });
    }

    /// Reports the mistakes of the content.
    pub(super) fn set_mistakes(&self, mistakes: &[Diagnostic]) {
        self.0.send_modify(|state| {
            state.mistakes = mistakes.to_vec();
            state.failure = None;
        });
    }

    /// Reports another error.
    pub(super) fn set_failure(&self, failure: &str) {
        self.0.send_modify(|state| state.failure = Some(failure.to_owned()));
    }

    pub(super) fn state(&self) -> State {
        self.0.borrow().clone()
    }

    pub(super) fn subscribe(&self) -> watch::Receiver<State> {
        self.0.subscribe()
    }
}
