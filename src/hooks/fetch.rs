//! Files of the site.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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
    Ok(serde_wasm_bindgen::from_value(js_sys::JSON::parse(&text)?)?)
}

/// Only the browser fetches.
#[cfg(not(target_arch = "wasm32"))]
pub async fn json<T: serde::de::DeserializeOwned>(address: &str) -> Attempt<T> {
    Err(missing(address))
}
