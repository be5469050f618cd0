//! A modal `<dialog>`.

use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{Element, ElementExt, dom};

/// A dialog that a component renders with this `node_ref`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialog {
    /// Goes into `ref={…}` of the `<dialog>`.
    pub node: NodeRef,
}

impl Dialog {
    /// Opens or closes it in browsers without invoker commands (`command`, `commandfor`).
    pub fn set_open_fallback(&self, is_open: bool) {
        let button = dom::find("[commandfor]");
        if button.is_ok_and(|button| dom::has_property(&button, "command")) {
            return;
        }
        if is_open { self.open() } else { self.close() }
    }

    /// Opens it. The browser puts the focus at its first field or at `autofocus`, and gives it back on closing.
    pub fn open(&self) {
        if let Some(dialog) = self.element() {
            show_modal(&dialog);
        }
    }

    /// Closes it.
    pub fn close(&self) {
        if let Some(dialog) = self.element() {
            dialog.close();
        }
    }

    /// The inner width in pixels.
    pub fn width(&self) -> i32 {
        self.element().map_or(0, |dialog| dialog.client_width())
    }

    fn element(&self) -> Option<HtmlDialogElement> {
        self.node.cast()
    }
}

/// Opens a dialog element.
pub(super) fn show_modal(dialog: &HtmlDialogElement) {
    // Refused where it is open already, and missing in old browsers.
    if dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
}

/// Closes the dialog that an element is in.
pub fn close_around(element: &Element) {
    let dialog = element.nearest("dialog");
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// A dialog for a component.
#[hook]
pub fn use_dialog() -> Dialog {
    let node = use_node_ref();
    Dialog { node }
}

/// What a dialog is opened for. Each request is unique, so that an equal one opens the dialog again.
#[derive(Debug)]
pub struct DialogRequest<T>(Rc<T>);

impl<T> Clone for DialogRequest<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for DialogRequest<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for DialogRequest<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A dialog that opens on request. Opens after its content is rendered, then calls `on_opened`, which may move the
/// focus. Returns the dialog, the last request, and the callback that requests.
#[hook]
pub fn use_dialog_with_request<T: 'static>(
    on_opened: impl FnOnce(&Dialog, &T) + 'static,
) -> (Dialog, Option<DialogRequest<T>>, Callback<T>) {
    let dialog = use_dialog();
    let request = use_state(|| None::<DialogRequest<T>>);
    {
        let dialog = dialog.clone();
        use_effect_with((*request).clone(), move |request| {
            if let Some(subject) = request {
                dialog.open();
                on_opened(&dialog, subject);
            }
        });
    }
    let open = {
        let set = request.setter();
        Callback::from(move |subject| set.set(Some(DialogRequest(Rc::new(subject)))))
    };
    (dialog, (*request).clone(), open)
}
