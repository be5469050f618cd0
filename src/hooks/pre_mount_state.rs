//! Saves and restores what a reader has done in an island before it is mounted.
//!
//! That is text, choices, focus, open details, popovers and dialogs, and how far these are scrolled. Elements are
//! matched by index, because the mounted island has the same elements in the same order.

use std::cell::{Cell, RefCell};

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventInit, HtmlDialogElement, HtmlElement};

use super::{BrowserResult, Element, ElementExt, Event, attempt, dialog, dom, focus};

const FIELDS: &str = "input, select, textarea";
const SCROLLABLE: &str = "dialog, [popover]";
const FOCUSABLE: &str = "a, button, input, select, textarea, summary, [tabindex]";
/// Properties for the value and selection of a field.
const FIELD_PROPERTIES: [&str; 4] = ["value", "checked", "selectionStart", "selectionEnd"];

/// A field's state before the island is mounted.
struct FieldState {
    /// Whether the reader has changed it.
    is_changed: bool,
    /// Values of [`FIELD_PROPERTIES`].
    properties: [JsValue; 4],
}

/// What a reader has done in an island.
pub(crate) struct PreMountState {
    fields: Vec<FieldState>,
    focused: Option<usize>,
    details: Vec<usize>,
    popovers: Vec<usize>,
    dialogs: Vec<usize>,
    /// How far each of [`SCROLLABLE`] is scrolled, in pixels.
    scroll_tops: Vec<i32>,
    /// The value of the focused text field just before the component's effects. Includes letters typed while the island
    /// was rendered.
    typed: RefCell<Option<JsValue>>,
    /// Whether [`Self::refocus`] has run.
    is_refocused: Cell<bool>,
}

impl PreMountState {
    /// Reads the state of the prerendered markup.
    pub(crate) fn of(root: &Element) -> Self {
        let state = |field: &Element| FieldState {
            is_changed: is_changed(field),
            properties: FIELD_PROPERTIES.map(|name| get(field, name)),
        };
        let fields = root.find_all(FIELDS).iter().map(state).collect();
        let active = dom::active_element().filter(|active| root.contains(Some(active)));
        let focused =
            active.and_then(|active| root.find_all(FOCUSABLE).iter().position(|own| *own == active));
        let details = indices_in_state(root, "details", "[open]");
        let popovers = indices_in_state(root, "[popover]", ":popover-open");
        let dialogs = indices_in_state(root, "dialog", ":modal");
        let scroll_tops = root.find_all(SCROLLABLE).iter().map(|element| element.scroll_top()).collect();
        Self {
            fields,
            focused,
            details,
            popovers,
            dialogs,
            scroll_tops,
            typed: RefCell::default(),
            is_refocused: Cell::default(),
        }
    }

    /// Focuses the focused element again, and fills it if it is a text field, once. Sends no events, because the
    /// component may not handle them yet.
    pub(crate) fn refocus(&self, root: &Element) {
        if self.is_refocused.replace(true) {
            return;
        }
        let Some(element) = self.focused_in(root) else { return };
        attempt(|| focus::focus(&element));
        for (field, state) in root.find_all(FIELDS).iter().zip(&self.fields) {
            if *field == element && is_text(field) {
                attempt(|| set(field, &state.properties));
            }
        }
    }

    /// Keeps what is in the focused text field, before the component's effects.
    pub(crate) fn keep_typed(&self, root: &Element) {
        self.refocus(root);
        let field = self.focused_in(root).filter(is_text);
        self.typed.replace(field.map(|field| get(&field, "value")));
    }

    fn focused_in(&self, root: &Element) -> Option<Element> {
        root.find_all(FOCUSABLE).into_iter().nth(self.focused?)
    }

    /// Restores the state in the mounted island. Dispatches events for changed fields.
    pub(crate) fn restore(&self, root: &Element) {
        let details = root.find_all("details");
        for details in self.details.iter().filter_map(|at| details.get(*at)) {
            let _ = details.set_attribute("open", "");
        }
        let popovers = root.find_all("[popover]");
        for popover in self.popovers.iter().filter_map(|at| popovers.get(*at)) {
            let _ = popover.unchecked_ref::<HtmlElement>().show_popover();
        }
        let dialogs = root.find_all("dialog");
        for dialog in self.dialogs.iter().filter_map(|at| dialogs.get(*at)) {
            restore_dialog(root, dialog);
        }
        let focused = self.focused_in(root);
        if let Some(element) = &focused {
            attempt(|| focus::focus(element));
        }
        for (element, top) in root.find_all(SCROLLABLE).iter().zip(&self.scroll_tops) {
            element.set_scroll_top(*top);
        }
        for (field, state) in root.find_all(FIELDS).iter().zip(&self.fields) {
            let typed = self.typed.borrow_mut().take_if(|_| focused.as_ref() == Some(field));
            attempt(|| restore_field(field, state, typed));
        }
    }
}

/// The indices of the elements that match `state`, among those that match `selector`.
fn indices_in_state(root: &Element, selector: &str, state: &str) -> Vec<usize> {
    let is_so = |(at, element): (usize, &Element)| element.matches(state).ok()?.then_some(at);
    root.find_all(selector).iter().enumerate().filter_map(is_so).collect()
}

/// Opens a dialog again. Closing it returns the focus to the button that opened it.
fn restore_dialog(root: &Element, dialog: &Element) {
    let invoker = ["[commandfor='", &dialog.id(), "']"].concat();
    if let Ok(invoker) = root.find(&invoker) {
        attempt(|| focus::focus(&invoker));
    }
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog::show_modal(dialog);
    }
}

/// Restores a field and dispatches events for a change. `typed` is the value of the focused text field.
fn restore_field(field: &Element, state: &FieldState, typed: Option<JsValue>) -> BrowserResult {
    let FieldState { is_changed, properties } = state;
    let [value, checked, ..] = properties;
    // A field that already has this value needs no event. A chosen radio button does: first-paint.js only applies the
    // choice, and the component stores it.
    let is_filled = get(field, "value") == *value && get(field, "checked") == *checked;
    let changed = match &typed {
        Some(typed) => *is_changed || typed != value,
        None => *is_changed && (!is_filled || *checked == JsValue::TRUE),
    };
    // A radio button that becomes unchecked sends no event. The checked one does.
    let became_unchecked = *checked == JsValue::FALSE && get(field, "checked") != *checked;
    match &typed {
        Some(typed) if typed != value => drop(Reflect::set(field, &"value".into(), typed)?),
        _ if changed => set(field, properties)?,
        _ => {}
    }
    if changed && !became_unchecked {
        let init = EventInit::new();
        init.set_bubbles(true);
        for kind in ["input", "change"] {
            field.dispatch_event(&Event::new_with_event_init_dict(kind, &init)?)?;
        }
    }
    Ok(())
}

/// Sets the properties that a field has.
fn set(field: &Element, properties: &[JsValue; 4]) -> BrowserResult {
    for (name, value) in FIELD_PROPERTIES.into_iter().zip(properties) {
        if !value.is_null() && !value.is_undefined() {
            Reflect::set(field, &name.into(), value)?;
        }
    }
    Ok(())
}

/// Whether an element is a text field, which has a selection.
fn is_text(field: &Element) -> bool {
    get(field, "selectionStart").as_f64().is_some()
}

/// Whether the reader has changed a field, so that it differs from its HTML. boot.js sets `aria-busy` on a radio button
/// that the reader chose. Without that, the browser has restored the choice on Back.
fn is_changed(field: &Element) -> bool {
    match field.find("option[selected]").or_else(|_| field.find("option")) {
        Ok(option) => get(field, "value") != get(&option, "value"),
        Err(_) => {
            get(field, "value") != get(field, "defaultValue")
                || field.has_attribute("aria-busy") && get(field, "checked") != get(field, "defaultChecked")
        }
    }
}

fn get(field: &Element, name: &str) -> JsValue {
    Reflect::get(field, &name.into()).unwrap_or_default()
}
