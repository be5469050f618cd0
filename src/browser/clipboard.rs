//! The ladder that a share goes down until the reader has it: the system's sheet where it was asked for, the clipboard,
//! the older copy command, and at last a selected field. Knows nothing of what is shared.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::perhaps::{call, navigator};
use super::{document, window};

/// Copies what a field holds; `false` leaves it selected for the reader to copy.
pub(super) async fn copy(field: &HtmlElement) -> bool {
    let text = Reflect::get(field, &"value".into()).unwrap_or_default();
    let written = navigator("clipboard").and_then(|clipboard| call(&clipboard, "writeText", &text));
    if let Some(written) = written
        && JsFuture::from(Promise::resolve(&written)).await.is_ok()
    {
        return true;
    }
    let _ = field.focus();
    call(field, "select", &JsValue::UNDEFINED);
    document()
        .and_then(|document| call(&document, "execCommand", &"copy".into()))
        .is_some_and(|copied| copied.is_truthy())
}

/// Whether the system has a sheet to share with.
pub(super) fn can_send() -> bool {
    navigator("share").is_some_and(|share| share.is_function())
}

/// Opens the system's sheet. What becomes of it there is between the reader and the system.
pub(super) fn send(title: &str, text: &str, link: &str) -> Option<()> {
    let shared = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", link)] {
        Reflect::set(&shared, &name.into(), &value.into()).ok()?;
    }
    let sent = call(window()?.navigator().as_ref(), "share", &shared)?;
    // A reader who changes their mind is no error; nobody waits for the answer.
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(Promise::resolve(&sent)).await;
    });
    Some(())
}
