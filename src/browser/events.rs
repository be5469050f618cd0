//! Listeners and timers that live as long as the page. Knows nothing of what they are for.

use std::cell::Cell;
use std::thread::LocalKey;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};

use super::perhaps::call;

/// Calls back on every such event that passes through the target, before anything below it hears of it.
pub(super) fn listen(target: &EventTarget, kind: &str, heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard).into_js_value();
    let _ = target.add_event_listener_with_callback_and_bool(kind, heard.unchecked_ref(), true);
}

/// What an event happened to.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Calls back once, after the present task.
pub(super) fn soon(then: impl FnOnce() + 'static) {
    later(0, then);
}

/// Calls back once, after so many milliseconds.
pub(super) fn later(after: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let then = once(Box::new(then));
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), after);
    }
}

/// Calls back once, before the next paint.
pub(super) fn next_frame(then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let then = once(Box::new(then));
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

/// Calls back once, after the next paint: what a reader has typed is seen before what it brings about is worked out.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    next_frame(|| soon(then));
}

/// Calls back once, when the browser has nothing better to do; soon, where it cannot tell when that is.
pub(super) fn at_rest(then: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let then = once(Box::new(then));
        if call(&window, "requestIdleCallback", &then).is_none() {
            call(&window, "setTimeout", &then);
        }
    }
}

/// One answer, at a time of the caller's choice, to however many events ask for it before it is given.
pub(super) fn one_answer(due: &'static LocalKey<Cell<bool>>, when: fn(Box<dyn FnOnce()>), answer: fn()) {
    if !due.replace(true) {
        when(Box::new(move || {
            due.set(false);
            answer();
        }));
    }
}

/// Boxed, so that the bundle holds what calls it once, and not once for each caller.
fn once(then: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(then)
}
