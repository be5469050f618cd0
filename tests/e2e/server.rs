//! Serves the built site of a story as a static host does, with failures on request.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use tokio::sync::watch;
use xtask::embed_hosts::EmbedHosts;
use xtask::local_server::{LocalServer, respond};

use crate::fleet;

/// The site that a test server starts with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TestSite {
    /// The fixture's site.
    #[default]
    Fleet,
    /// The real story's site, in `dist/`.
    RealStory,
}

impl TestSite {
    fn folder(self) -> PathBuf {
        match self {
            Self::Fleet => fleet::site_dir().to_owned(),
            Self::RealStory => generator::paths::dist(),
        }
    }
}

/// The options of a test server.
#[derive(Clone, Copy, Debug, Default)]
pub struct ServerOptions {
    pub site: TestSite,
    /// Responds to WebAssembly requests with 404.
    pub no_wasm: bool,
    /// Delays WebAssembly responses until [`TestServer::release_wasm`].
    pub delay_wasm: bool,
    /// Redirects a folder's URL to the one without its trailing slash, and serves the folder there.
    pub strips_trailing_slash: bool,
    /// Redirects a page's file to its URL without `.html`, and serves the file there. Redirects a folder to its URL with a
    /// slash.
    pub strips_html: bool,
    /// Sends a Content-Security-Policy with every response.
    pub policy: Option<Policy>,
}

/// A Content-Security-Policy.
#[derive(Clone, Copy, Debug)]
pub enum Policy {
    /// The policy that the project publishes.
    Published,
    /// Without the hashes of styles, so that inline styles are refused.
    NothingInline,
    /// The published policy, without permission for WebAssembly.
    NoWasm,
}

impl Policy {
    fn header(self, site: &Path) -> String {
        let ours = published(site);
        match self {
            Self::Published => ours,
            Self::NothingInline => ours.replace(" 'sha256-", " 'sha256-not"),
            Self::NoWasm => ours.replace(" 'wasm-unsafe-eval'", ""),
        }
    }
}

/// The policy in a built site's `_headers`.
fn published(site: &Path) -> String {
    let headers = fs::read_to_string(site.join("_headers")).expect("_headers");
    let (_, rest) = headers.split_once("Content-Security-Policy: ").expect("a policy");
    rest.lines().next().expect("its line").to_owned()
}

/// A running server, which stops when it is dropped.
pub struct TestServer {
    state: Arc<ServerState>,
    _server: LocalServer,
    pub address: String,
}

struct ServerState {
    options: ServerOptions,
    folder: Mutex<Option<PathBuf>>,
    is_wasm_held: watch::Sender<bool>,
}

impl TestServer {
    pub fn start(options: ServerOptions) -> Self {
        let folder = Mutex::new(Some(options.site.folder()));
        let state =
            Arc::new(ServerState { options, folder, is_wasm_held: watch::Sender::new(options.delay_wasm) });
        let routes = Router::new().fallback(answer).with_state(Arc::clone(&state));
        let server = LocalServer::start(routes).expect("a port");
        Self { state, address: format!("http://{}", server.address), _server: server }
    }

    /// Sends the delayed responses.
    pub fn release_wasm(&self) {
        self.state.is_wasm_held.send_replace(false);
    }

    /// Serves this folder from now on; `None` makes every request fail, as without a network.
    pub fn serve(&self, folder: Option<&Path>) {
        *self.state.folder.lock().expect("a lock") = folder.map(Path::to_owned);
    }
}

async fn answer(State(state): State<Arc<ServerState>>, uri: Uri) -> Response {
    let ServerState { options, folder, is_wasm_held } = &*state;
    let path = uri.path().trim_start_matches('/');
    if path.ends_with(".wasm") {
        is_wasm_held
            .subscribe()
            .wait_for(|is_held| !is_held)
            .await
            .expect("its sender, which is the state's");
    }
    let Some(folder) = folder.lock().expect("a lock").clone() else {
        // The server closes the connection without a response. Unlike a panic, this prints nothing.
        panic::resume_unwind(Box::new("no network"));
    };
    if let Some(stripped) = path.strip_suffix('/').filter(|_| options.strips_trailing_slash) {
        return Redirect::permanent(&format!("/{stripped}")).into_response();
    }
    if let Some(stripped) = path.strip_suffix(".html").filter(|_| options.strips_html) {
        return Redirect::permanent(&format!("/{}", stripped.trim_end_matches("index"))).into_response();
    }
    if options.strips_html && !path.is_empty() && !path.ends_with('/') && folder.join(path).is_dir() {
        return Redirect::permanent(&format!("/{path}/")).into_response();
    }
    let is_folder =
        path.is_empty() || path.ends_with('/') || options.strips_trailing_slash && !path.contains('.');
    let without_html = folder.join(format!("{path}.html"));
    let file = match is_folder {
        true => folder.join(path).join("index.html"),
        false if options.strips_html && without_html.is_file() => without_html,
        false => folder.join(path),
    };
    let refused = options.no_wasm && path.ends_with(".wasm");
    let mut response = match !refused && file.is_file() {
        true => respond(StatusCode::OK, &file),
        false => respond(StatusCode::NOT_FOUND, &folder.join("404.html")),
    };
    let headers = response.headers_mut();
    // Without this header a sandboxed frame, whose origin is opaque, cannot fetch.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    if let Some(policy) = options.policy {
        let policy = HeaderValue::try_from(policy.header(&folder)).expect("a header");
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Starts the host pages that embed a fact of the fixture at this URL.
pub fn start_embed_hosts(site: &str, strict: bool) -> EmbedHosts {
    let npm = std::env::var_os("NPM")
        .expect("NPM names the folder of the host libraries; run `cargo xtask test e2e`");
    EmbedHosts::start(site, fleet::embedded(), npm.as_ref(), strict).expect("a port")
}
