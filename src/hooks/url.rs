//! Reads and changes the page's URL.

use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use super::BrowserResult;
use super::dom::{document, not_found_error, window};

/// The decoded fragment, if there is one.
pub fn fragment() -> Option<String> {
    let hash = window().ok()?.location().hash().ok()?;
    let id = String::from(js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?);
    (!id.is_empty()).then_some(id)
}

/// The query, with its question mark; empty if there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search()).unwrap_or_default()
}

/// A query parameter. Keeps invalid percent signs; `None` if the value is not valid text.
pub fn parameter(name: &str) -> Option<String> {
    let parameters = UrlSearchParams::new_with_str(&query()).ok()?;
    parameters.get(name).filter(|value| value.chars().all(|letter| letter != char::REPLACEMENT_CHARACTER))
}

/// Replaces the query by these parameters. Adds no history entry.
pub fn replace_parameters(parameters: &[(&str, String)]) -> BrowserResult {
    let query = UrlSearchParams::new()?;
    for (name, value) in parameters {
        query.append(name, value);
    }
    let query = String::from(query.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    replace_query(&[mark, &query].concat())
}

/// The path.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname()).unwrap_or_default()
}

/// The absolute URL of a relative link, without its fragment.
pub fn absolute(link: &str) -> BrowserResult<String> {
    let base = document()?.base_uri()?.ok_or_else(|| not_found_error("baseURI"))?;
    let url = Url::new_with_base(link, &base)?;
    url.set_hash("");
    Ok(url.href())
}

/// Percent-encodes a part of a URL.
pub fn encode(part: &str) -> String {
    js_sys::encode_uri_component(part).into()
}

/// Replaces the fragment. Adds no history entry.
pub fn replace_fragment(id: Option<&str>) -> BrowserResult {
    if fragment().as_deref() == id {
        return Ok(());
    }
    replace(&query(), &id.map(|id| ["#", id].concat()).unwrap_or_default())
}

/// Sets the fragment. Adds a history entry.
pub fn set_fragment(id: &str) -> BrowserResult {
    window()?.location().set_hash(id)
}

/// Replaces the query. Adds no history entry.
fn replace_query(query: &str) -> BrowserResult {
    replace(query, &window()?.location().hash()?)
}

/// Fails in frames without an origin.
fn replace(query: &str, hash: &str) -> BrowserResult {
    let url = [path().as_str(), query, hash].concat();
    window()?.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&url))
}
