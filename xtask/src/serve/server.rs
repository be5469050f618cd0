//! The development server: the site as a host serves it, with a script that reloads the page.

use std::convert::Infallible;
use std::net::TcpListener;
use std::slice;

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use generator::{og_images, paths};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::live::{self, Live, Site};
use crate::local_server::{LocalServer, inside, respond};

/// Where the script that reloads the page is, and where it hears of changes.
const SCRIPT: &str = "/_live.js";
const CHANGES: &str = "/_live";

/// Serves what is live, until it is dropped.
///
/// # Errors
///
/// If the system refuses a thread or the listener.
pub(super) fn start(listener: TcpListener, live: Live) -> Result<LocalServer> {
    let routes = Router::new()
        .route(SCRIPT, get(([(header::CONTENT_TYPE, "text/javascript")], include_str!("live.js"))))
        .route(CHANGES, get(changes))
        .fallback(file)
        .with_state(live);
    LocalServer::listen(listener, routes)
}

/// The state now, and whenever it changes.
async fn changes(State(live): State<Live>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = WatchStream::new(live.subscribe())
        .map(|state| Ok(Event::default().json_data(&state).unwrap_or_default().retry(RETRY)));
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// How soon a page looks for a server that has gone, to start anew.
const RETRY: std::time::Duration = std::time::Duration::from_millis(300);

/// A file of the site that is live.
async fn file(State(live): State<Live>, uri: Uri) -> Response {
    let live::State { version, site, .. } = live.state();
    let Some(Site { folder, headers, pictures }) = site else {
        return page(BEING_BUILT, StatusCode::OK, version);
    };
    let path = uri.path().trim_start_matches('/');
    let Some(named) = inside(&folder, path) else { return StatusCode::NOT_FOUND.into_response() };
    if named.is_dir() && !path.is_empty() && !path.ends_with('/') {
        return Redirect::permanent(&format!("/{path}/")).into_response();
    }
    let named = if named.is_dir() { named.join("index.html") } else { named };
    if let Some(picture) = pictures.iter().find(|picture| picture.file == path).filter(|_| !named.is_file())
        && let Err(error) = og_images::write(slice::from_ref(picture), &folder, &paths::pictures())
    {
        eprintln!("error: {error:#}");
    }
    let (status, file) = match named.is_file() {
        true => (StatusCode::OK, named),
        false => (StatusCode::NOT_FOUND, folder.join("404.html")),
    };
    let is_page = file.extension().is_some_and(|ending| ending == "html");
    let mut response = match is_page {
        true => page(&std::fs::read_to_string(&file).unwrap_or_default(), status, version),
        false => respond(status, &file),
    };
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

const BEING_BUILT: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>Chuhai</title></head><body>The site is being built.</body></html>";

/// A page with the script that reloads it.
fn page(html: &str, status: StatusCode, version: u64) -> Response {
    let script = format!("<script defer src=\"{SCRIPT}\" data-version=\"{version}\"></script></head>");
    let html = html.replacen("</head>", &script, 1);
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, html).into_response()
}
