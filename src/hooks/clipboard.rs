//! Clipboard and Web Share. Copying falls back to `execCommand`, then to a selected field.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::document;
use super::reflect::{call, navigator};
use super::{BrowserResult, attempt, dom, focus};

/// Copies the text of a field. If that fails, selects the text and returns `false`.
pub async fn copy(field: &NodeRef) -> bool {
    let Some(field) = field.cast::<HtmlElement>() else { return false };
    let text = Reflect::get(&field, &"value".into()).unwrap_or_default();
    if write_text(&text).await.is_ok() {
        return true;
    }
    let focused = dom::active_element();
    let _ = field.focus();
    let _ = call(&field, "select", &JsValue::UNDEFINED);
    let copied = document().and_then(|document| call(&document, "execCommand", &"copy".into()));
    let is_copied = copied.is_ok_and(|copied| copied.is_truthy());
    if let Some(focused) = focused.filter(|_| is_copied) {
        attempt(|| focus::focus(&focused));
    }
    is_copied
}

async fn write_text(text: &JsValue) -> BrowserResult {
    let clipboard = Reflect::get(&navigator()?, &"clipboard".into())?;
    let written = call(&clipboard, "writeText", text)?;
    JsFuture::from(Promise::resolve(&written)).await.map(|_| ())
}

/// Whether the Web Share API is available.
pub fn can_share() -> bool {
    let share = navigator().and_then(|navigator| Reflect::get(&navigator, &"share".into()));
    share.is_ok_and(|share| share.is_function())
}

/// Opens the system's share sheet.
pub fn share(title: &str, text: &str, url: &str) {
    attempt(|| {
        let data = Object::new();
        for (name, value) in [("title", title), ("text", text), ("url", url)] {
            Reflect::set(&data, &name.into(), &value.into())?;
        }
        let shared = call(&navigator()?, "share", &data)?;
        wasm_bindgen_futures::spawn_local(async move {
            // A cancelled share is not an error.
            let _ = JsFuture::from(Promise::resolve(&shared)).await;
        });
        Ok(())
    });
}
