//! What the browser keeps for a reader between two visits. Where storage is denied, full or missing, nothing is kept
//! and nothing is found.

use web_sys::Storage;

use super::dom::window;

/// The value under a key.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value under a key, if that is possible.
pub fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Removes a key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

fn storage() -> Option<Storage> {
    window().ok()?.local_storage().ok()?
}
