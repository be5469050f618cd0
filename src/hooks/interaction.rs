//! Saves and restores what a reader has done in an island before it is mounted: text, choices, focus, open details,
//! popovers and dialogs, and how far these are scrolled. Matches elements by index, because the mounted island has the
//! same elements in the same order.

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
pub(crate) struct Interaction {
    fields: Vec<FieldState>,
    focused: Option<usize>,
    details: Vec<usize>,
    popovers: Vec<usize>,
    dialogs: Vec<usize>,
    /// How far each of [`SCROLLABLE`] is scrolled, in pixels.
    scroll_tops: Vec<i32>,
}

impl Interaction {
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
        Self { fields, focused, details, popovers, dialogs, scroll_tops }
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
        if let Some(element) = self.focused.and_then(|at| root.find_all(FOCUSABLE).into_iter().nth(at)) {
            attempt(|| focus::focus(&element));
        }
        for (element, top) in root.find_all(SCROLLABLE).iter().zip(&self.scroll_tops) {
            element.set_scroll_top(*top);
        }
        for (field, state) in root.find_all(FIELDS).iter().zip(&self.fields) {
            attempt(|| restore_field(field, state));
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

fn restore_field(field: &Element, FieldState { is_changed, properties }: &FieldState) -> BrowserResult {
    let [value, checked, start, end] = properties;
    // Skips unchanged fields, because the component fills them.
    let changed = *is_changed && (get(field, "value") != *value || get(field, "checked") != *checked);
    // A radio button that becomes unchecked sends no event. The checked one does.
    let became_unchecked = *checked == JsValue::FALSE && get(field, "checked") != *checked;
    if changed {
        Reflect::set(field, &"value".into(), value)?;
        if checked.as_bool().is_some() {
            Reflect::set(field, &"checked".into(), checked)?;
        }
    }
    if !start.is_null() && !start.is_undefined() {
        // Fields without a selection throw.
        let _ = Reflect::set(field, &"selectionStart".into(), start);
        let _ = Reflect::set(field, &"selectionEnd".into(), end);
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

/// Whether a field differs from its HTML.
fn is_changed(field: &Element) -> bool {
    match field.find("option[selected]").or_else(|_| field.find("option")) {
        Ok(option) => get(field, "value") != get(&option, "value"),
        Err(_) => {
            get(field, "value") != get(field, "defaultValue")
                || get(field, "checked") != get(field, "defaultChecked")
        }
    }
}

fn get(field: &Element, name: &str) -> JsValue {
    Reflect::get(field, &name.into()).unwrap_or_default()
}
