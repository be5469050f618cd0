//! Form fields.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::dom::missing;
use super::{Attempt, Element, Event};

/// The value of the field that an event happened to.
pub fn value(event: &Event) -> String {
    let value = event.target().and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Sets the value of a field.
pub fn set_value(field: &NodeRef, value: &str) -> Attempt {
    let field: JsValue = field.cast::<Element>().ok_or_else(|| missing("field"))?.into();
    Reflect::set(&field, &"value".into(), &value.into()).map(|_| ())
}
