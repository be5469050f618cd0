//! Timers and animation frames; coalesced and debounced calls.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::dom::window;

/// Runs after `delay_ms` milliseconds.
pub fn set_timeout(delay_ms: i32, then: impl FnOnce() + 'static) {
    if let Ok(window) = window() {
        let then = once(Box::new(then));
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), delay_ms);
    }
}

/// Runs in a new task, after the current one.
pub fn queue_task(then: impl FnOnce() + 'static) {
    set_timeout(0, then);
}

/// Runs in the next animation frame, before the paint.
pub fn next_frame(then: impl FnOnce() + 'static) {
    if let Ok(window) = window() {
        let then = once(Box::new(then));
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

/// Runs after the next paint, so that slow consequences do not delay it.
fn after_paint(then: impl FnOnce() + 'static) {
    next_frame(|| queue_task(then));
}

/// The longest time slice, in milliseconds, so that events are handled within a frame.
const SLICE_MS: f64 = 6.0;

/// Processes items in time slices, each in its own task, then calls `done`.
pub fn run_in_slices<T: 'static>(
    mut items: impl Iterator<Item = T> + 'static,
    mut each: impl FnMut(T) + 'static,
    done: impl FnOnce() + 'static,
) {
    queue_task(move || {
        let end = now() + SLICE_MS;
        while now() < end {
            match items.next() {
                Some(item) => each(item),
                None => return done(),
            }
        }
        run_in_slices(items, each, done);
    });
}

/// The time since the page was opened, in milliseconds.
pub(super) fn now() -> f64 {
    window().ok().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Boxed, so that the bundle contains the code that calls it once.
fn once(then: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(then)
}

/// Coalesces calls: runs `then` once after the next paint.
#[hook]
pub fn use_after_paint(then: Callback<()>) -> Callback<()> {
    use_coalesced(after_paint, then)
}

/// Coalesces calls: runs `then` once before the next paint.
#[hook]
pub fn use_next_frame(then: Callback<()>) -> Callback<()> {
    use_coalesced(next_frame, then)
}

#[hook]
fn use_coalesced(when: fn(Box<dyn FnOnce()>), then: Callback<()>) -> Callback<()> {
    let is_scheduled = use_mut_ref(|| Rc::new(Cell::new(false)));
    let is_scheduled = Rc::clone(&is_scheduled.borrow());
    Callback::from(move |()| {
        if !is_scheduled.replace(true) {
            let (is_scheduled, then) = (Rc::clone(&is_scheduled), then.clone());
            when(Box::new(move || {
                is_scheduled.set(false);
                then.emit(());
            }));
        }
    })
}

/// Debounces calls: runs `then` with the value of the last call, once none has come for `delay_ms` milliseconds.
#[hook]
pub fn use_debounce<T: 'static>(delay_ms: i32, then: Callback<T>) -> Callback<T> {
    let generation = use_mut_ref(|| Rc::new(Cell::new(0_u32)));
    let generation = Rc::clone(&generation.borrow());
    Callback::from(move |value: T| {
        let mine = generation.get().wrapping_add(1);
        generation.set(mine);
        let (generation, then) = (Rc::clone(&generation), then.clone());
        set_timeout(delay_ms, move || {
            if generation.get() == mine {
                then.emit(value);
            }
        });
    })
}
