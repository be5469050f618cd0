//! Serves the host pages of `tests/embed-hosts/` from a separate origin, with the host libraries from npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, Uri, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Response};
use axum::routing::get;
use chuhai::content::Story;
use generator::paths;
use tower_http::services::ServeDir;

use crate::local_server::{LocalServer, safe_join};

/// Serves host pages until dropped. `?hidden` hides the embed, `?isolated` sets COEP, `?sandboxed` removes the origin.
/// The root lists all pages.
#[derive(Debug)]
pub struct EmbedHosts {
    _server: LocalServer,
    /// The URL, without a trailing slash.
    pub address: String,
}

/// The fact that the host pages embed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbeddedFact {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
}

impl EmbeddedFact {
    /// The first card of a story.
    #[must_use]
    pub fn first(story: &Story) -> Option<Self> {
        let card = story.sections.iter().find_map(|section| section.cards.first())?;
        let fact = &story[*card];
        Some(Self { id: fact.id.clone(), title: fact.title.clone() })
    }
}

#[derive(Debug)]
struct Host {
    /// The embedded site's URL, without a trailing slash.
    site_url: String,
    embedded: EmbeddedFact,
    sends_csp: bool,
}

impl EmbedHosts {
    /// Serves pages that embed a fact of the site at this URL, with host libraries from this npm folder. `sends_csp`
    /// sets a policy that allows only that site, and nothing inline.
    ///
    /// # Errors
    ///
    /// If no port is free.
    pub fn start(site_url: &str, embedded: EmbeddedFact, npm: &Path, sends_csp: bool) -> Result<Self> {
        let host = Host { site_url: site_url.trim_end_matches('/').to_owned(), embedded, sends_csp };
        let routes = Router::new()
            .route("/", get(async || Html(index_page())))
            .nest_service("/npm", ServeDir::new(npm))
            .fallback(page)
            .with_state(Arc::new(host));
        let server = LocalServer::start(routes)?;
        // On another host name than the site, so that the browser treats the two as cross-site.
        Ok(Self { address: format!("http://localhost:{}", server.address.port()), _server: server })
    }
}

async fn page(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    let Some(page) = safe_join(&pages(), uri.path()).and_then(|file| fs::read_to_string(file).ok()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let query = uri.query().unwrap_or_default();
    let state = if query == "hidden" { "hidden" } else { "" };
    let EmbeddedFact { id, title } = &host.embedded;
    let page = page.replace("{site}", &format!("{}/", host.site_url)).replace("{state}", state);
    let page = page.replace("{fact}", id).replace("{title}", title);
    let mut headers: Vec<(HeaderName, String)> = Vec::new();
    if host.sends_csp {
        let policy = format!("default-src 'none'; script-src {0}; frame-src {0}", host.site_url);
        headers.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    if query == "sandboxed" {
        headers.push((header::CONTENT_SECURITY_POLICY, "sandbox allow-scripts".to_owned()));
    }
    if query == "isolated" {
        let named = HeaderName::from_static;
        headers.push((named("cross-origin-embedder-policy"), "require-corp".to_owned()));
        headers.push((named("cross-origin-opener-policy"), "same-origin".to_owned()));
    }
    (AppendHeaders(headers), Html(page)).into_response()
}

fn pages() -> PathBuf {
    paths::project().join("tests/embed-hosts")
}

/// A page with a link to every host page.
fn index_page() -> String {
    let files = fs::read_dir(pages()).into_iter().flatten().flatten();
    let mut files: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    let links: String =
        files.iter().map(|file| format!("<li><a href=\"{file}\">{file}</a></li>\n")).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Hosts</title>\n<ul>\n{links}</ul>\n"
    )
}
