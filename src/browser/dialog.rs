//! What all dialogs of the page do alike: they open at a field, their fields are read and filled, and what a field
//! holds is copied. Knows nothing of what is in them.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlTemplateElement};

use super::{clipboard, document, events};

/// Listens, once for the whole page, to the controls that copy the field before them.
pub fn follow() {
    let Some(document) = document() else { return };
    events::listen(&document, "click", |event| {
        copy(event);
    });
}

fn copy(event: &Event) -> Option<()> {
    let control = events::target(event)?.closest("[data-copy]").ok()??;
    let field: HtmlElement = control.previous_element_sibling()?.dyn_into().ok()?;
    let outcome = control.closest("dialog").ok()??.query_selector("[role=status]").ok()??;
    // Emptied first, so that the same outcome twice is told twice.
    outcome.set_text_content(None);
    spawn_local(async move {
        let told = if clipboard::copy(&field).await { "data-copied" } else { "data-selected" };
        outcome.set_text_content(outcome.get_attribute(told).as_deref());
    });
    Some(())
}

/// A dialog, by its class, which is also what its parts are marked with.
#[derive(Clone)]
pub(super) struct Dialog {
    kind: &'static str,
    /// Itself.
    pub(super) element: HtmlDialogElement,
}

impl Dialog {
    /// The page's dialog of that class, taken out of its template if it is still in it.
    pub(super) fn of(kind: &'static str) -> Option<Self> {
        if let Some(template) = document()?.query_selector(&format!("[data-dialog={kind}]")).ok()? {
            let dialog = template.unchecked_ref::<HtmlTemplateElement>().content();
            let _ = template.replace_with_with_node_1(&dialog);
        }
        Self::used(kind)
    }

    /// The same, if it has been asked for before.
    pub(super) fn used(kind: &'static str) -> Option<Self> {
        let element = document()?.query_selector(&format!("dialog.{kind}")).ok()??.dyn_into().ok()?;
        Some(Self { kind, element })
    }

    /// The part of that name.
    pub(super) fn part<T: JsCast>(&self, name: &str) -> Option<T> {
        self.find(&format!("[data-{}={name}]", self.kind))?.dyn_into().ok()
    }

    /// What is first in it to suit a selector.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).ok()?
    }

    /// What a field holds.
    pub(super) fn value(&self, name: &str) -> String {
        let value = self.part::<Element>(name).and_then(|field| Reflect::get(&field, &"value".into()).ok());
        value.and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Writes into a field, or chooses in one.
    pub(super) fn fill(&self, name: &str, value: &str) {
        if let Some(field) = self.part::<Element>(name) {
            let _ = Reflect::set(&field, &"value".into(), &value.into());
        }
    }

    /// Shows a part of it, or hides it.
    pub(super) fn show(&self, selector: &str, shown: bool) {
        if let Some(part) = self.find(selector) {
            let _ = part.toggle_attribute_with_force("hidden", !shown);
        }
    }

    /// Opens it, nothing told yet, with the focus on a part.
    pub(super) fn open(&self, first: &str) -> Option<()> {
        self.find("[role=status]")?.set_text_content(None);
        self.raise();
        self.part::<HtmlElement>(first)?.focus().ok()
    }

    /// Opens it, with the focus where the browser puts it.
    pub(super) fn raise(&self) {
        // Refused where it is open already, and unknown to browsers of another age.
        if self.element.show_modal().is_err() {
            self.element.set_open(true);
        }
    }
}
