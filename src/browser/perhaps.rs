//! What a browser may lack or refuse: in a frame, on a plain `http` page, in a browser of another age, where storage is
//! denied. Every answer is an option. Knows nothing of what it is asked for.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// What an object holds under a name, unless that is nothing.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(JsValue::is_truthy)
}

/// What the browser's `navigator` holds under a name.
pub(super) fn navigator(name: &str) -> Option<JsValue> {
    get(window()?.navigator().as_ref(), name)
}

/// Calls a method that may not be there, with one argument.
pub(super) fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()
}
