//! Files of the site.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::prelude::*;

use super::Attempt;
use super::dom::{missing, window};

/// The text of a file.
pub async fn text(address: &str) -> Attempt<String> {
    let response = JsFuture::from(window()?.fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(missing(address));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| missing(address))
}

/// The JSON of a file as a value.
#[cfg(target_arch = "wasm32")]
pub async fn json<T: serde::de::DeserializeOwned>(address: &str) -> Attempt<T> {
    let text = text(address).await?;
    super::json::parse(&text).map_err(|_| missing(address))
}

/// Only the browser fetches.
#[cfg(not(target_arch = "wasm32"))]
pub async fn json<T: serde::de::DeserializeOwned>(address: &str) -> Attempt<T> {
    Err(missing(address))
}

/// A file that is being fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFile {
    /// It is on its way.
    Loading,
    /// The text.
    Ready(String),
    /// It could not be fetched.
    Failed,
}

/// Fetches the text of a file, whenever its address changes.
#[hook]
pub fn use_text(address: String) -> TextFile {
    let file = use_state(|| TextFile::Loading);
    let set = file.setter();
    use_effect_with(address, move |address| {
        let wanted = Rc::new(Cell::new(true));
        let (address, is_wanted) = (address.clone(), Rc::clone(&wanted));
        set.set(TextFile::Loading);
        spawn_local(async move {
            let found = text(&address).await.map_or(TextFile::Failed, TextFile::Ready);
            if is_wanted.get() {
                set.set(found);
            }
        });
        move || wanted.set(false)
    });
    (*file).clone()
}
