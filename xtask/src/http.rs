//! What the local servers share: files as responses, and how a response is sent.

use std::fs;
use std::io::{self, Cursor, Read as _, Write as _};
use std::path::Path;

use tiny_http::{Header, Request, Response, StatusCode};

/// A file with this status and its media type; empty if it cannot be read.
pub fn file_response(file: &Path, status: u16) -> Response<Cursor<Vec<u8>>> {
    let mut response =
        Response::from_data(fs::read(file).unwrap_or_default()).with_status_code(StatusCode(status));
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    if let Ok(header) = Header::from_bytes("Content-Type", kind.essence_str()) {
        response.add_header(header);
    }
    response
}

/// Responds with `Connection: close`: kept-alive connections can leave a new one waiting for a thread.
pub fn respond(request: Request, response: Response<Cursor<Vec<u8>>>) {
    let mut head = format!("HTTP/1.1 {} \r\nConnection: close\r\n", response.status_code().0);
    head += &format!("Content-Length: {}\r\n", response.data_length().unwrap_or_default());
    for Header { field, value } in response.headers() {
        head += &format!("{field}: {value}\r\n");
    }
    let mut browser = request.into_writer();
    // The browser may have gone.
    let _ = io::copy(&mut (head + "\r\n").as_bytes().chain(response.into_reader()), &mut browser);
    let _ = browser.flush();
}
