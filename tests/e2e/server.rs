//! Serves `dist/` or another folder as a static host does, with failures on request.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use tiny_http::{Header, Request, Response, Server, StatusCode};
use xtask::embed_hosts::EmbedHosts;
use xtask::http::{file_response, respond};

/// How a test's server behaves.
#[derive(Clone, Copy, Debug, Default)]
pub struct ServerOptions {
    /// Responds to WebAssembly requests with 404.
    pub no_wasm: bool,
    /// Holds WebAssembly responses back until [`TestServer::release`].
    pub hold_wasm: bool,
    /// Redirects a folder's address to the one without its slash, and answers there.
    pub strips_slash: bool,
    /// Sends a Content-Security-Policy with every response.
    pub policy: Option<Policy>,
}

/// A Content-Security-Policy.
#[derive(Clone, Copy, Debug)]
pub enum Policy {
    /// The policy that the project publishes.
    Ours,
    /// Without the hashes of the styles, so that inline style is refused.
    NothingInline,
    /// Ours, without permission for WebAssembly.
    NoWasm,
}

impl Policy {
    fn header(self) -> String {
        let ours = published();
        match self {
            Self::Ours => ours,
            Self::NothingInline => ours.replace(" 'sha256-", " 'sha256-not"),
            Self::NoWasm => ours.replace(" 'wasm-unsafe-eval'", ""),
        }
    }
}

/// The policy in the built site's `_headers`.
fn published() -> String {
    let headers = fs::read_to_string(generator::paths::dist().join("_headers")).expect("_headers");
    let (_, rest) = headers.split_once("Content-Security-Policy: ").expect("a policy");
    rest.lines().next().expect("its line").to_owned()
}

/// A running server, which stops when it is dropped.
pub struct TestServer {
    server: Arc<Server>,
    held: Arc<Mutex<Option<Vec<Request>>>>,
    folder: Arc<Mutex<Option<PathBuf>>>,
    pub address: String,
}

impl TestServer {
    pub fn start(options: ServerOptions) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a port"));
        let address = format!("http://{}", server.server_addr());
        let held = Arc::new(Mutex::new(options.hold_wasm.then(Vec::new)));
        let folder = Arc::new(Mutex::new(Some(generator::paths::dist())));
        let (listener, holding, serving) = (Arc::clone(&server), Arc::clone(&held), Arc::clone(&folder));
        thread::spawn(move || {
            for request in listener.incoming_requests() {
                let wasm = request.url().ends_with(".wasm");
                let mut held = holding.lock().expect("a lock");
                match held.as_mut() {
                    Some(held) if wasm => held.push(request),
                    _ => match serving.lock().expect("a lock").as_deref() {
                        Some(folder) => answer(request, options, folder),
                        // Every browser rejects two lengths. Closing without a response would need the connection,
                        // which the library does not hand out.
                        None => {
                            let nonsense = b"HTTP/1.1 200 \r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n";
                            let mut browser = request.into_writer();
                            let _ = browser.write_all(nonsense).and_then(|()| browser.flush());
                        }
                    },
                }
            }
        });
        Self { server, held, folder, address }
    }

    /// Sends the responses that were held back.
    pub fn release(&self) {
        for request in self.held.lock().expect("a lock").take().into_iter().flatten() {
            answer(request, ServerOptions::default(), &generator::paths::dist());
        }
    }

    /// Serves this folder from now on; `None` makes every request fail, as without a network.
    pub fn serve(&self, folder: Option<&Path>) {
        *self.folder.lock().expect("a lock") = folder.map(Path::to_owned);
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request, options: ServerOptions, folder: &Path) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
    if let Some(stripped) = path.strip_suffix('/').filter(|_| options.strips_slash) {
        let mut response = Response::from_data(Vec::new()).with_status_code(StatusCode(301));
        response.add_header(header("Location", &format!("/{stripped}")));
        return respond(request, response);
    }
    let is_folder = path.is_empty() || path.ends_with('/') || options.strips_slash && !path.contains('.');
    let file = folder.join(if is_folder { Path::new(&path).join("index.html") } else { path.clone().into() });
    let refused = options.no_wasm && path.ends_with(".wasm");
    let (status, file) =
        if refused || !file.is_file() { (404, folder.join("404.html")) } else { (200, file) };
    let mut response = file_response(&file, status);
    // A sandboxed frame has an opaque origin and could fetch nothing without.
    response.add_header(header("Access-Control-Allow-Origin", "*"));
    response.add_header(header("Cross-Origin-Resource-Policy", "cross-origin"));
    if let Some(policy) = options.policy {
        response.add_header(header("Content-Security-Policy", &policy.header()));
    }
    respond(request, response);
}

/// Starts the host pages that embed the site at this URL.
pub fn start_embed_hosts(site: &str, strict: bool) -> EmbedHosts {
    let npm = std::env::var_os("NPM")
        .expect("NPM names the folder of the host libraries; run `cargo xtask test e2e`");
    EmbedHosts::start(site, npm.as_ref(), strict).expect("a port")
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header")
}
