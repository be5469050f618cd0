//! Pages of other people: serves `tests/hosts/` from an origin of its own, with the host libraries from npm.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use tiny_http::{Request, Response, Server, StatusCode};

use crate::server::{header, respond};

/// A running server of host pages. A page with `?hidden` hides its embed until a test shows it.
pub struct Hosts {
    server: Arc<Server>,
    pub address: String,
}

impl Hosts {
    /// Serves pages that embed the site at this address. A strict one allows that site, and nothing inline.
    pub fn start(site: &str, strict: bool) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a port"));
        // By another name than the site's, so that the browser keeps the two apart as it does strangers.
        let address = server.server_addr().to_string().replace("127.0.0.1", "http://localhost");
        let (listener, site) = (Arc::clone(&server), site.to_owned());
        thread::spawn(move || {
            for request in listener.incoming_requests() {
                answer(request, &site, strict);
            }
        });
        Self { server, address }
    }
}

impl Drop for Hosts {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request, site: &str, strict: bool) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let (file, kind) = match path.strip_prefix("/npm/") {
        Some(file) => (PathBuf::from(npm()).join(file), "text/javascript"),
        None => (xtask::root::project().join("tests/hosts").join(&path[1..]), "text/html; charset=utf-8"),
    };
    let found = fs::read(file);
    let status = StatusCode(if found.is_ok() { 200 } else { 404 });
    let mut body = found.unwrap_or_default();
    if kind.starts_with("text/html") {
        let state = if query == "hidden" { "hidden" } else { "" };
        let page = String::from_utf8_lossy(&body).replace("{site}", &format!("{site}/"));
        body = page.replace("{state}", state).into_bytes();
    }
    let mut response = Response::from_data(body).with_status_code(status);
    response.add_header(header("Content-Type", kind));
    if strict {
        let policy = format!("default-src 'none'; script-src {site}; frame-src {site}");
        response.add_header(header("Content-Security-Policy", &policy));
    }
    respond(request, response);
}

fn npm() -> String {
    std::env::var("NPM").expect("NPM names the folder of the host libraries; run `cargo xtask test site`")
}
