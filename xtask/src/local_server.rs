//! A local server that stops when dropped, and responses with files.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::runtime::Runtime;

/// A server that stops when it is dropped.
#[derive(Debug)]
pub struct LocalServer {
    /// The address that it listens on.
    pub address: SocketAddr,
    runtime: Option<Runtime>,
}

impl LocalServer {
    /// Serves routes on a free port.
    ///
    /// # Errors
    ///
    /// If no port is free, or the system refuses a thread.
    pub fn start(routes: Router) -> Result<Self> {
        Self::listen(TcpListener::bind("127.0.0.1:0")?, routes)
    }

    /// Serves routes on its own threads.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread or the listener.
    pub fn listen(listener: TcpListener, routes: Router) -> Result<Self> {
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Runtime::new()?;
        runtime.spawn(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, routes).await
        });
        Ok(Self { address, runtime: Some(runtime) })
    }
}

impl Drop for LocalServer {
    fn drop(&mut self) {
        // Dropping a runtime waits for its tasks, which is forbidden within a task.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Responds with a file and its media type. A file that cannot be read becomes an error response, unless it is an error
/// page, which may be missing.
pub fn respond(status: StatusCode, file: &Path) -> Response {
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    match fs::read(file) {
        Ok(bytes) => (status, [(header::CONTENT_TYPE, kind.essence_str())], bytes).into_response(),
        Err(error) if status.is_success() => {
            eprintln!("error: cannot read {}: {error}", file.display());
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => status.into_response(),
    }
}

/// Joins a URL's path to a folder. `None` if the path leaves the folder.
pub fn safe_join(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path.trim_start_matches('/'));
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}
