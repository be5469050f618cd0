//! Serves the site as a static host does, with a script that reloads pages.

use std::convert::Infallible;
use std::net::TcpListener;

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chuhai::routes::Page;
use generator::og_images;
use generator::ssr::SsrRenderer;
use tokio::task::spawn_blocking;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::state::{ServeSnapshot, ServeState, ServedSite};
use crate::local_server::{LocalServer, respond, safe_join};

/// The path of the script that reloads the page.
const SCRIPT: &str = "/_live.js";
/// The path of the event stream of changes.
const CHANGES: &str = "/_live";

/// Serves the live site until the server is dropped.
///
/// # Errors
///
/// If the system refuses a thread or the listener.
pub(super) fn start(listener: TcpListener, state: ServeState) -> Result<LocalServer> {
    let routes = Router::new()
        .route(SCRIPT, get(([(header::CONTENT_TYPE, "text/javascript")], include_str!("live.js"))))
        .route(CHANGES, get(changes))
        .fallback(serve_path)
        .with_state(state);
    LocalServer::listen(listener, routes)
}

/// Sends the current state, then every change.
async fn changes(State(state): State<ServeState>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = WatchStream::new(state.subscribe()).map(|snapshot| {
        let event = Event::default().json_data(&snapshot).unwrap_or_else(|error| {
            eprintln!("error: cannot send the state to open pages: {error}");
            Event::default()
        });
        Ok(event.retry(RETRY))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// The delay until a page reconnects to a restarted server.
const RETRY: std::time::Duration = std::time::Duration::from_millis(300);

/// Responds with a page or a file of the live site.
async fn serve_path(State(state): State<ServeState>, uri: Uri) -> Response {
    let ServeSnapshot { version, site, .. } = state.snapshot();
    let Some(site) = site else { return html_response(BEING_BUILT, StatusCode::OK, version) };
    let headers = site.headers.clone();
    let answered = spawn_blocking(move || respond_to(&site, &uri, version)).await;
    let mut response = answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Responds to a URI, as a static host does.
fn respond_to(
    ServedSite { folder, image_cache, pages, images, .. }: &ServedSite,
    uri: &Uri,
    version: u64,
) -> Response {
    let path = path_below_root(uri);
    let render = |asked: Page, status: StatusCode| match SsrRenderer::new() {
        Ok(renderer) => html_response(&pages.html(asked, &renderer), status, version),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    if let Some(asked) = pages.page_at(path) {
        return render(asked, StatusCode::OK);
    }
    if pages.page_at(&format!("{path}/")).is_some() {
        return Redirect::temporary(&folder_address(uri)).into_response();
    }
    let Some(named) = safe_join(folder, path) else { return StatusCode::NOT_FOUND.into_response() };
    if let Some(image) = images.iter().find(|image| image.file == path).filter(|_| !named.is_file())
        && let Err(error) = og_images::write_one(image, folder, image_cache)
    {
        eprintln!("error: {error:#}");
    }
    if named.is_file() {
        respond(StatusCode::OK, &named)
    } else {
        render(Page::NotFound, StatusCode::NOT_FOUND)
    }
}

fn path_below_root(uri: &Uri) -> &str {
    uri.path().trim_start_matches('/')
}

/// The address of a folder, with its trailing slash and the same query.
fn folder_address(uri: &Uri) -> String {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("/{}/{query}", path_below_root(uri))
}

const BEING_BUILT: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>Chuhai</title></head><body>The site is being built.</body></html>";

/// Responds with HTML that includes the reloading script.
fn html_response(html: &str, status: StatusCode, version: u64) -> Response {
    let script = format!("<script defer src=\"{SCRIPT}\" data-version=\"{version}\"></script></head>");
    let html = html.replacen("</head>", &script, 1);
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, html).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_folder_keeps_the_query_and_the_host() {
        for (asked, expected) in [
            ("/s/harbour?theme=dark", "/s/harbour/?theme=dark"),
            ("/facts", "/facts/"),
            // Two slashes would begin a host's name.
            ("//facts", "/facts/"),
        ] {
            assert_eq!(folder_address(&Uri::from_static(asked)), expected);
        }
    }
}
