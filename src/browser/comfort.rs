//! What the reader has chosen for their comfort: marks it on `<html>`, where the style finds it, and keeps it for the next
//! visit; `start.js` marks it then, before WebAssembly could. Knows the dialog's fields, not what a choice looks like.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::dialog::Dialog;
use super::{document, events, storage, window};

/// What can be chosen, by the names of the fields.
const CHOICES: [&str; 4] = ["theme", "size", "motion", "keys"];

/// The dialog's class.
const COMFORT: &str = "comfort";

/// Listens to the control that opens the dialog and to the fields in it, and to other pages in which something is chosen.
pub fn follow() {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    events::listen(&document, "click", |event| {
        pressed(event);
    });
    events::listen(&document, "change", |event| {
        chosen(event);
    });
    // Another page has told of a choice, or this one was left for another and has been come back to.
    for kind in ["storage", "pageshow"] {
        events::listen(&window, kind, |_| {
            for name in CHOICES {
                mark(name, &storage::read(&key(name)).unwrap_or_default());
            }
        });
    }
}

/// Whether the page has the control that opens the dialog, which is asked so as to leave it in its template.
pub(super) fn is_offered() -> bool {
    document().is_some_and(|document| matches!(document.query_selector("[data-action=theme]"), Ok(Some(_))))
}

/// What is marked on the page; nothing if it is as it comes.
pub(super) fn choice(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&attribute(name))
}

fn pressed(event: &Event) -> Option<()> {
    events::target(event)?.closest("[data-action=theme]").ok()??;
    open()?.find(":checked")?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// Opens the dialog at the sheet of keys.
pub(super) fn open_keys() -> Option<()> {
    open()?.part::<HtmlElement>("keys")?.focus().ok()
}

/// Opens the dialog with what is marked on the page chosen in it.
fn open() -> Option<Dialog> {
    let dialog = Dialog::of(COMFORT)?;
    for name in CHOICES {
        let value = choice(name).unwrap_or_default();
        // A value that is none of the field's leaves the field as it comes.
        if let Some(field) = dialog.find(&["[name=", name, "][value='", &value, "']"].concat()) {
            let _ = Reflect::set(&field, &"checked".into(), &true.into());
        }
    }
    dialog.raise();
    Some(dialog)
}

fn chosen(event: &Event) -> Option<()> {
    let field: Element = events::target(event)?;
    field.closest("dialog.comfort").ok()??;
    let name = field.get_attribute("name")?;
    let value = field.get_attribute("value").unwrap_or_default();
    mark(&name, &value)?;
    if value.is_empty() {
        storage::forget(&key(&name));
    } else {
        // Where nothing is kept, the choice holds for this page.
        storage::write(&key(&name), &value);
    }
    Some(())
}

fn mark(name: &str, value: &str) -> Option<()> {
    let page = document()?.document_element()?;
    if value.is_empty() {
        page.remove_attribute(&attribute(name)).ok()
    } else {
        page.set_attribute(&attribute(name), value).ok()
    }
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

fn key(name: &str) -> String {
    ["chuhai-", name].concat()
}
