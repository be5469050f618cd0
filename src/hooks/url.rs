//! The address bar.

use wasm_bindgen::JsValue;

use super::Attempt;
use super::dom::window;

/// The decoded fragment of the address, if there is one.
pub fn fragment() -> Option<String> {
    let hash = window().ok()?.location().hash().ok()?;
    let id = String::from(js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?);
    (!id.is_empty()).then_some(id)
}

/// The query of the address, with its question mark; empty if there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search()).unwrap_or_default()
}

/// The path of the address.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname()).unwrap_or_default()
}

/// Replaces the fragment, adding nothing to the history.
pub fn replace_fragment(id: Option<&str>) -> Attempt {
    if fragment().as_deref() == id {
        return Ok(());
    }
    replace(&query(), &id.map(|id| ["#", id].concat()).unwrap_or_default())
}

/// Goes to a fragment: a step in the history.
pub fn set_fragment(id: &str) -> Attempt {
    window()?.location().set_hash(id)
}

/// Replaces the query, adding nothing to the history.
pub fn replace_query(query: &str) -> Attempt {
    replace(query, &window()?.location().hash()?)
}

/// Frames without an origin refuse this.
fn replace(query: &str, hash: &str) -> Attempt {
    let address = [path().as_str(), query, hash].concat();
    window()?.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&address))
}
