//! A modal `<dialog>`.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{Element, ElementExt, dom, spawn_local};

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

/// A dialog that opens on request. Opens once its content is rendered, then calls `on_opened`, which may move the focus.
/// Returns the dialog, what it was last opened for, and the callback that requests.
#[hook]
pub fn use_dialog_with_request<T: 'static>(
    on_opened: impl FnOnce(&Dialog, &T) + 'static,
) -> (Dialog, Option<Rc<T>>, Callback<T>) {
    let dialog = use_dialog();
    let request = use_state(|| None::<Rc<T>>);
    let opening = use_opening();
    if let Some(request) = (*request).clone().filter(|_| opening.is_requested.replace(false)) {
        let dialog = dialog.clone();
        opening.open.set(Some(Box::new(move || {
            dialog.open();
            on_opened(&dialog, &request);
        })));
    }
    let open = {
        let set = request.setter();
        Callback::from(move |request| {
            set.set(Some(Rc::new(request)));
            opening.request();
        })
    };
    (dialog, (*request).clone(), open)
}

type OpenDialog = Box<dyn FnOnce()>;

/// Opens a dialog whose content has been rendered.
#[derive(Clone, Default)]
struct Opening {
    is_requested: Rc<Cell<bool>>,
    open: Rc<Cell<Option<OpenDialog>>>,
}

impl Opening {
    /// Opens it right after the next rendering. On a slow device Yew yields before effects, which costs a frame.
    fn request(&self) {
        self.is_requested.set(true);
        let opening = self.clone();
        spawn_local(async move { opening.open() });
    }

    fn open(&self) {
        if let Some(open) = self.open.take() {
            open();
        }
    }
}

#[hook]
fn use_opening() -> Opening {
    let opening = use_mut_ref(Opening::default).borrow().clone();
    // Where the rendering came later than expected.
    use_effect({
        let opening = opening.clone();
        move || opening.open()
    });
    opening
}
