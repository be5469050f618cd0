//! Reads and writes `localStorage`. If it is denied, full or missing, nothing is stored or found.

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

fn storage() -> BrowserResult<Storage> {
    window()?.local_storage()?.ok_or_else(|| not_found_error("localStorage"))
}
