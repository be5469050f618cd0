//! The contents as a dialog, for screens on which they do not stand beside the text: filled with a copy of them when it
//! opens, so that they stand in the page once. Knows the page's HTML.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};

use super::dialog::Dialog;
use super::{address, document, events, window};

/// The dialog's class, and the contents that it copies.
const WAY: &str = "way";
const CONTENTS: &str = ".beside";

/// Listens, once for the whole page, to the control and to the dialog.
pub fn follow() {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    events::listen(&document, "click", |event| {
        pressed(event);
    });
    // A step back or forward leads to another place in the page: nothing is left to choose.
    events::listen(&window, "hashchange", |_| {
        if let Some(dialog) = Dialog::used(WAY) {
            dialog.element.close();
        }
    });
}

fn pressed(event: &Event) -> Option<()> {
    let pressed = events::target(event)?;
    if pressed.closest("[data-action=contents]").ok()?.is_some() {
        return open();
    }
    let dialog: HtmlDialogElement = pressed.closest("dialog.way").ok()??.dyn_into().ok()?;
    // All of it that can be seen is its form: what is pressed outside is the ground behind it.
    if pressed == **dialog {
        dialog.close();
        return Some(());
    }
    let link = pressed.closest("a").ok()??;
    let section = document()?.get_element_by_id(link.get_attribute("href")?.strip_prefix('#')?)?;
    // Closed before the browser follows the link: it gives the focus back to the control.
    dialog.close();
    events::soon(move || {
        section.first_element_child().and_then(|head| address::stand_at(&head));
    });
    Some(())
}

fn open() -> Option<()> {
    let dialog = Dialog::of(WAY)?;
    let contents = document()?.query_selector(CONTENTS).ok()??.clone_node_with_deep(true).ok()?;
    let contents: Element = contents.dyn_into().ok()?;
    let marked = contents.query_selector("[aria-current]").ok()?;
    let first = marked.or_else(|| contents.query_selector("a").ok()?)?;
    first.set_attribute("data-way", "first").ok()?;
    let list: Element = dialog.part("list")?;
    list.set_text_content(None);
    list.append_child(&contents).ok()?;
    dialog.open("first")
}
