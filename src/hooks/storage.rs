//! Reads and writes `localStorage`, and flags in `sessionStorage`. If it is denied, full or missing, nothing is stored
//! or found.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::Storage;

use super::BrowserResult;
use super::dom::{not_found_error, window};

/// The value under a key.
pub fn read(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok()?
}

/// Stores a value. Returns whether that succeeded.
pub fn write(key: &str, value: &str) -> bool {
    storage().is_ok_and(|storage| storage.set_item(key, value).is_ok())
}

/// Removes a key. Returns whether that succeeded.
pub fn remove(key: &str) -> bool {
    storage().is_ok_and(|storage| storage.remove_item(key).is_ok())
}

/// Sets a flag until the tab is closed.
pub fn set_session_flag(key: &str) {
    let _ = session_storage().and_then(|storage| storage.set_item(key, ""));
}

/// Whether a flag is set in this tab.
pub fn has_session_flag(key: &str) -> bool {
    session_storage().and_then(|storage| storage.get_item(key)).is_ok_and(|value| value.is_some())
}

fn session_storage() -> BrowserResult<Storage> {
    // By name, because a typed getter adds JavaScript to every page.
    Ok(Reflect::get(window()?.as_ref(), &"sessionStorage".into())?.unchecked_into())
}

fn storage() -> BrowserResult<Storage> {
    window()?.local_storage()?.ok_or_else(|| not_found_error("localStorage"))
}
