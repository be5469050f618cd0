//! Downloads files that are made in the browser.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::dom::{document, not_found_error};
use super::{BrowserResult, timers};

/// The delay until the object URL is revoked, in milliseconds. The browser needs it until the file is saved.
const REVOKE_DELAY: i32 = 60_000;

/// Downloads a text as a file.
pub fn save_as_file(name: &str, text: &str) -> BrowserResult {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_attribute("download", name)?;
    link.click();
    timers::set_timeout(REVOKE_DELAY, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Filters a list in JSON text to the items with these ids, in the order of the ids.
pub fn pick_json(text: &str, list: &str, ids: &[String]) -> BrowserResult<String> {
    let whole = JSON::parse(text)?;
    let items: Array = Reflect::get(&whole, &list.into())?.dyn_into()?;
    let picked = Array::new();
    for id in ids {
        let has_id =
            |item: &JsValue| Reflect::get(item, &"id".into()).is_ok_and(|found| found == id.as_str());
        picked.push(&items.iter().find(has_id).ok_or_else(|| not_found_error(id))?);
    }
    Reflect::set(&whole, &list.into(), &picked)?;
    let text = JSON::stringify_with_replacer_and_space(&whole, &JsValue::NULL, &2.into())?;
    Ok(String::from(text) + "\n")
}
