//! Fetches files of the site.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::prelude::*;

use super::dom::{not_found_error, window};
use super::{BrowserResult, ListenOn, use_event};

/// Fetches a file as text.
pub async fn fetch_text(address: &str) -> BrowserResult<String> {
    let response = JsFuture::from(window()?.fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(not_found_error(address));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| not_found_error(address))
}

/// Fetches a JSON file and deserializes it.
#[cfg(target_arch = "wasm32")]
pub async fn fetch_json<T: serde::de::DeserializeOwned>(address: &str) -> BrowserResult<T> {
    let text = fetch_text(address).await?;
    super::json::parse(&text).map_err(|_| not_found_error(address))
}

/// Always fails: only the browser fetches.
#[cfg(not(target_arch = "wasm32"))]
pub async fn fetch_json<T: serde::de::DeserializeOwned>(address: &str) -> BrowserResult<T> {
    Err(not_found_error(address))
}

/// Fetches a file as text, and again when its address changes or the network is back. Empty while it loads; `None` if
/// it cannot be fetched.
#[hook]
pub fn use_fetched_text(address: String) -> Option<String> {
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
    use_effect_with((address, *retries), move |(address, _)| {
        let wanted = Rc::new(Cell::new(true));
        let (address, is_wanted) = (address.clone(), Rc::clone(&wanted));
        set.set(Some(String::new()));
        spawn_local(async move {
            let found = fetch_text(&address).await.ok();
            if is_wanted.get() {
                set.set(found);
            }
        });
        move || wanted.set(false)
    });
    (*text).clone()
}
