//! Frames: whether this page is in one, and messages from frames in this page.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::Event;
use super::dom::window;

/// Whether this page is in a frame.
pub fn is_framed() -> bool {
    window().is_ok_and(|window| !matches!(window.parent(), Ok(Some(parent)) if parent == window))
}

/// The height in an `embed-size` message from `frame`, in pixels. `None` for any other message.
pub fn requested_height(event: &Event, frame: &NodeRef) -> Option<u32> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let frame: JsValue = frame.cast::<Element>()?.into();
    let window = get(&frame, "contentWindow").filter(JsValue::is_truthy)?;
    if get(event, "source")? != window {
        return None;
    }
    let message = get(event, "data")?;
    if get(&message, "type")? != "embed-size" {
        return None;
    }
    let height = get(&message, "height")?.as_f64()?;
    (height > 0.0).then_some(height as u32)
}
