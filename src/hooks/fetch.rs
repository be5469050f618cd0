//! Fetches files of the site.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::prelude::*;

use super::dom::{not_found_error, window};
use super::{BrowserResult, ListenOn, json, use_event};

/// Fetches a file as text.
pub async fn fetch_text(url: &str) -> BrowserResult<String> {
    let response = JsFuture::from(window()?.fetch_with_str(url)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(not_found_error(url));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| not_found_error(url))
}

/// Fetches a JSON file and deserializes it.
pub async fn fetch_json<T: serde::de::DeserializeOwned>(url: &str) -> BrowserResult<T> {
    let text = fetch_text(url).await?;
    json::parse(&text).map_err(|_| not_found_error(url))
}

/// Fetches a file as text, and again when its URL changes or the network is back. Empty while it loads; `None` if
/// it cannot be fetched.
#[hook]
pub fn use_fetched_text(url: String) -> Option<String> {
    let text = use_state(|| Some(String::new()));
    let set = text.setter();
    // Counts the times that the network came back after a failure.
    let retries = use_state(|| 0);
    {
        let (retries, has_failed) = (retries.clone(), text.is_none());
        use_event(ListenOn::Window, "online", move |_| {
            if has_failed {
                retries.set(*retries + 1);
            }
        });
    }
    use_effect_with((url, *retries), move |(url, _)| {
        let wanted = Rc::new(Cell::new(true));
        let (url, is_wanted) = (url.clone(), Rc::clone(&wanted));
        set.set(Some(String::new()));
        spawn_local(async move {
            let found = fetch_text(&url).await.ok();
            if is_wanted.get() {
                set.set(found);
            }
        });
        move || wanted.set(false)
    });
    (*text).clone()
}
