//! Accesses JavaScript values without types in `web_sys`, or that browsers may lack.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::BrowserResult;
use super::dom::{not_found_error, window};

/// `window.navigator`, untyped.
pub(super) fn navigator() -> BrowserResult<JsValue> {
    Ok(window()?.navigator().into())
}

/// Calls a method with one argument. Fails if the method is missing.
pub(super) fn call(object: &JsValue, method: &str, argument: &JsValue) -> BrowserResult<JsValue> {
    let found: Function =
        Reflect::get(object, &method.into())?.dyn_into().map_err(|_| not_found_error(method))?;
    found.call1(object, argument)
}
