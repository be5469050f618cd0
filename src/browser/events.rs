//! Listeners and timers that live as long as the page. Knows nothing of what they are for.

use std::cell::{Cell, RefCell};
use std::thread::LocalKey;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};

use super::perhaps::call;

/// Who listens to one kind of event at one target.
struct Listeners {
    target: EventTarget,
    kind: &'static str,
    heard: Vec<&'static dyn Fn(&Event)>,
}

thread_local! {
    static LISTENERS: RefCell<Vec<Listeners>> = const { RefCell::new(Vec::new()) };
}

/// Calls back on every such event that passes through the target, before anything below it hears of it; of several that
/// listen alike, in the order in which they began.
///
/// The browser knows one listener for all of them: each of its own would enter the WebAssembly anew (in a trace at 4×
/// throttle all that hear of a click took 3.8 ms so, and 4.7 before).
pub(super) fn listen(target: &EventTarget, kind: &'static str, heard: impl Fn(&Event) + 'static) {
    begin(target, kind, Box::leak(Box::new(heard)));
}

fn begin(target: &EventTarget, kind: &'static str, heard: &'static dyn Fn(&Event)) {
    let first = LISTENERS.with_borrow_mut(|all| {
        if let Some(same) = all.iter_mut().find(|one| one.kind == kind && one.target == *target) {
            same.heard.push(heard);
            return None;
        }
        all.push(Listeners { target: target.clone(), kind, heard: vec![heard] });
        Some(all.len() - 1)
    });
    if let Some(at) = first {
        let tell = Closure::<dyn Fn(Event)>::new(move |event| tell(at, &event)).into_js_value();
        let _ = target.add_event_listener_with_callback_and_bool(kind, tell.unchecked_ref(), true);
    }
}

/// Whoever is told may begin to listen to something else.
fn tell(at: usize, event: &Event) {
    let heard = LISTENERS.with_borrow(|all| all.get(at).map(|one| one.heard.clone()).unwrap_or_default());
    heard.iter().for_each(|heard| heard(event));
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
