//! Opens and closes modal `<dialog>` elements.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{Element, ElementExt, dom, spawn_local};

/// A dialog that a component renders with this `node_ref`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialog {
    /// The `ref` of the `<dialog>`.
    pub node: NodeRef,
}

impl Dialog {
    /// Opens or closes the dialog in browsers without invoker commands (`command`, `commandfor`).
    pub fn set_open_fallback(&self, is_open: bool) {
        let button = dom::find("[commandfor]");
        if button.is_ok_and(|button| dom::has_property(&button, "command")) {
            return;
        }
        if is_open { self.open() } else { self.close() }
    }

    /// Opens the dialog. The browser focuses `autofocus` or the first field, and restores the focus on closing.
    pub fn open(&self) {
        if let Some(dialog) = self.element() {
            show_modal(&dialog);
        }
    }

    /// Closes the dialog.
    pub fn close(&self) {
        if let Some(dialog) = self.element() {
            dialog.close();
        }
    }

    /// The inner width of the dialog, in pixels.
    pub fn width(&self) -> i32 {
        self.element().map_or(0, |dialog| dialog.client_width())
    }

    fn element(&self) -> Option<HtmlDialogElement> {
        self.node.cast()
    }
}

/// Opens a dialog element.
pub(super) fn show_modal(dialog: &HtmlDialogElement) {
    // Fails if the dialog is open already, and in old browsers.
    if dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
}

/// Closes the dialog around an element.
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

/// A dialog that opens on request, once its content is rendered. Then calls `on_opened`, which may move the focus.
/// Returns the dialog, the last request, and the callback that requests.
#[hook]
pub fn use_dialog_with_request<T: 'static>(
    on_opened: impl FnOnce(&Dialog, &T) + 'static,
) -> (Dialog, Option<Rc<T>>, Callback<T>) {
    let dialog = use_dialog();
    let request = use_state(|| None::<Rc<T>>);
    let pending = use_pending_open();
    if let Some(request) = (*request).clone().filter(|_| pending.is_requested.replace(false)) {
        let dialog = dialog.clone();
        pending.open.set(Some(Box::new(move || {
            dialog.open();
            on_opened(&dialog, &request);
        })));
    }
    let open = {
        let set = request.setter();
        Callback::from(move |request| {
            set.set(Some(Rc::new(request)));
            pending.request();
        })
    };
    (dialog, (*request).clone(), open)
}

type OpenDialog = Box<dyn FnOnce()>;

/// Opens a dialog after its content is rendered.
#[derive(Clone, Default)]
struct PendingOpen {
    is_requested: Rc<Cell<bool>>,
    open: Rc<Cell<Option<OpenDialog>>>,
}

impl PendingOpen {
    /// Opens the dialog directly after the next rendering. On a slow device Yew yields before effects, which costs a
    /// frame.
    fn request(&self) {
        self.is_requested.set(true);
        let pending = self.clone();
        spawn_local(async move { pending.open() });
    }

    fn open(&self) {
        if let Some(open) = self.open.take() {
            open();
        }
    }
}

#[hook]
fn use_pending_open() -> PendingOpen {
    let pending = use_mut_ref(PendingOpen::default).borrow().clone();
    // If the content was rendered later than expected.
    use_effect({
        let pending = pending.clone();
        move || pending.open()
    });
    pending
}
