//! Serves the host pages of `tests/embed-hosts/` from an origin of their own, with the host libraries from npm.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use generator::paths;
use tiny_http::{Header, Request, Response, Server, StatusCode};

use crate::http::respond;

/// A server of host pages, which stops when it is dropped. A page with `?hidden` hides its embed until a script shows
/// it; one with `?isolated` lets in only what asks for it (COEP). The server's root lists all pages.
pub struct EmbedHosts {
    server: Arc<Server>,
    /// Its URL, without a trailing slash.
    pub address: String,
}

impl EmbedHosts {
    /// Serves pages that embed the site at this URL, with host libraries from this folder of npm packages. A strict host
    /// sends a policy that allows that site and nothing inline.
    ///
    /// # Errors
    ///
    /// If no port is free.
    pub fn start(site: &str, npm: &Path, strict: bool) -> Result<Self> {
        let server =
            Server::http("127.0.0.1:0").map_err(|error| anyhow!("cannot serve host pages: {error}"))?;
        let server = Arc::new(server);
        // Another host name than the site's, so that the browser treats the two as cross-site.
        let address = server.server_addr().to_string().replace("127.0.0.1", "http://localhost");
        let (listener, site, npm) =
            (Arc::clone(&server), site.trim_end_matches('/').to_owned(), npm.to_owned());
        thread::spawn(move || {
            for request in listener.incoming_requests() {
                answer(request, &site, &npm, strict);
            }
        });
        Ok(Self { server, address })
    }
}

impl Drop for EmbedHosts {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request, site: &str, npm: &Path, strict: bool) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let library = path.strip_prefix("/npm/").map(|file| (npm, file));
    let kind = if library.is_some() { "text/javascript" } else { "text/html; charset=utf-8" };
    let pages = pages();
    let (folder, file) = library.unwrap_or((&pages, path.trim_start_matches('/')));
    let found = if path == "/" { Some(list().into_bytes()) } else { read(folder, file) };
    let status = StatusCode(if found.is_some() { 200 } else { 404 });
    let mut body = found.unwrap_or_default();
    if library.is_none() {
        let state = if query == "hidden" { "hidden" } else { "" };
        let page = String::from_utf8_lossy(&body).replace("{site}", &format!("{site}/"));
        body = page.replace("{state}", state).into_bytes();
    }
    let mut response = Response::from_data(body).with_status_code(status);
    let policy = format!("default-src 'none'; script-src {site}; frame-src {site}");
    let mut headers = vec![("Content-Type", kind)];
    if strict {
        headers.push(("Content-Security-Policy", &policy));
    }
    if query == "isolated" {
        headers.push(("Cross-Origin-Embedder-Policy", "require-corp"));
        headers.push(("Cross-Origin-Opener-Policy", "same-origin"));
    }
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    respond(request, response);
}

/// Reads a file of a folder, never one outside it.
fn read(folder: &Path, file: &str) -> Option<Vec<u8>> {
    let inside = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| fs::read(folder.join(file)).ok())?
}

fn pages() -> PathBuf {
    paths::project().join("tests/embed-hosts")
}

/// A link to every host page.
fn list() -> String {
    let files = fs::read_dir(pages()).into_iter().flatten().flatten();
    let mut files: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    let links: String =
        files.iter().map(|file| format!("<li><a href=\"{file}\">{file}</a></li>\n")).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Hosts</title>\n<ul>\n{links}</ul>\n"
    )
}
