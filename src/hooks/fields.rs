//! What a reader has done in an island before it is mounted: text, choices, focus, open popovers. Elements are matched
//! by their place, since the mounted island has the same elements in the same order.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventInit, HtmlElement};

use super::{Attempt, Element, ElementExt, Event, attempt, dom, focus};

const FIELDS: &str = "input, select, textarea";
const FOCUSABLE: &str = "a, button, input, select, textarea, summary, [tabindex]";
/// The properties that hold what was typed or chosen, and the selection.
const KEPT: [&str; 4] = ["value", "checked", "selectionStart", "selectionEnd"];

/// The state of an island's fields.
pub(crate) struct Fields {
    values: Vec<[JsValue; 4]>,
    focused: Option<usize>,
    popovers: Vec<usize>,
}

impl Fields {
    /// Reads the state.
    pub(crate) fn of(root: &Element) -> Self {
        let values = root.find_all(FIELDS).iter().map(|field| KEPT.map(|name| get(field, name))).collect();
        let active = dom::active_element().filter(|active| root.contains(Some(active)));
        let focused =
            active.and_then(|active| root.find_all(FOCUSABLE).iter().position(|own| *own == active));
        let is_open = |(at, popover): (usize, &Element)| popover.matches(":popover-open").ok()?.then_some(at);
        let popovers = root.find_all("[popover]").iter().enumerate().filter_map(is_open).collect();
        Self { values, focused, popovers }
    }

    /// Writes the state into the mounted island, and tells it of every field that differs.
    pub(crate) fn restore(&self, root: &Element) {
        let popovers = root.find_all("[popover]");
        for popover in self.popovers.iter().filter_map(|at| popovers.get(*at)) {
            let _ = popover.unchecked_ref::<HtmlElement>().show_popover();
        }
        if let Some(element) = self.focused.and_then(|at| root.find_all(FOCUSABLE).into_iter().nth(at)) {
            attempt(|| focus::focus(&element));
        }
        for (field, kept) in root.find_all(FIELDS).iter().zip(&self.values) {
            attempt(|| restore_field(field, kept));
        }
    }
}

fn restore_field(field: &Element, [value, checked, start, end]: &[JsValue; 4]) -> Attempt {
    let changed = get(field, "value") != *value || get(field, "checked") != *checked;
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
    // A radio button that lost its choice is told of by the one that got it.
    if changed && *checked != JsValue::FALSE {
        let init = EventInit::new();
        init.set_bubbles(true);
        for kind in ["input", "change"] {
            field.dispatch_event(&Event::new_with_event_init_dict(kind, &init)?)?;
        }
    }
    Ok(())
}

fn get(field: &Element, name: &str) -> JsValue {
    Reflect::get(field, &name.into()).unwrap_or_default()
}
