//! What the browser keeps for a reader between two visits. Knows nothing of what is kept. Where storage is denied, full
//! or missing, nothing is kept and nothing is found.

use web_sys::Storage;

use super::window;

/// What is kept under a key, if anything is.
pub(super) fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value under a key; says whether that was possible.
pub(super) fn write(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Keeps nothing more under a key.
pub(super) fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
