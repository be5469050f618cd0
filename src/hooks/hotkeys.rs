//! Handles hotkeys, which are single keys.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::events::{has_modifier, target_element};
use super::timers::now;
use super::{ElementExt, Event, ListenOn, dom, focus, use_event};

/// How long letters are ignored after a link to the search was followed, in milliseconds. They are meant for the page
/// that is loading.
const PAUSE: f64 = 3000.0;

thread_local! {
    /// When hotkeys were paused last.
    static PAUSED_AT: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Ignores hotkeys for a while, because the reader has followed a link to the search of another page.
pub fn pause_hotkeys() {
    PAUSED_AT.set(now());
}

/// Calls `handler` with each hotkey. If it returns true, prevents the key's default.
#[hook]
pub fn use_hotkeys(handler: impl Fn(&str) -> bool + 'static) {
    use_event(ListenOn::Document, "keydown", move |event| {
        if let Some(key) = hotkey(event)
            && handler(&key)
        {
            event.prevent_default();
        }
    });
}

/// The hotkey of an event. `None` in fields and dialogs, with modifiers, on repeat, while composing, or if hotkeys are
/// off (WCAG 2.1.4).
fn hotkey(event: &Event) -> Option<String> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    let has_modifier_or_repeat = has_modifier(event) || key.is_composing() || key.repeat();
    let is_typing = focus::is_field(&target_element(event)?);
    let is_dialog_open = dom::find("dialog:modal").is_ok();
    let is_paused = now() - PAUSED_AT.get() < PAUSE;
    let is_disabled = dom::html_element().is_ok_and(|root| root.attribute("data-keys") == "off");
    (!(has_modifier_or_repeat
        || is_typing
        || is_dialog_open
        || is_paused
        || is_disabled
        || event.default_prevented()))
    .then(|| latin_key(key))
}

/// The Latin letter of a key, also with Caps Lock and on other keyboard layouts; else the printed character.
fn latin_key(key: &KeyboardEvent) -> String {
    let printed = key.key();
    match key.code().strip_prefix("Key") {
        Some(letter) if !printed.is_ascii() => letter.to_ascii_lowercase(),
        _ => printed.to_ascii_lowercase(),
    }
}
