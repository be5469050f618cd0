//! A modal `<dialog>`.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// A dialog that a component renders with this `node_ref`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialog {
    /// Goes into `ref={…}` of the `<dialog>`.
    pub node: NodeRef,
}

impl Dialog {
    /// Opens it. The browser puts the focus at its first field or at `autofocus`, and gives it back on closing.
    pub fn open(&self) {
        let Some(dialog) = self.element() else { return };
        // Refused where it is open already, and missing in old browsers.
        if dialog.show_modal().is_err() {
            dialog.set_open(true);
        }
    }

    /// Closes it.
    pub fn close(&self) {
        if let Some(dialog) = self.element() {
            dialog.close();
        }
    }

    fn element(&self) -> Option<HtmlDialogElement> {
        self.node.cast()
    }
}

/// A dialog for a component.
#[hook]
pub fn use_dialog() -> Dialog {
    let node = use_node_ref();
    Dialog { node }
}
