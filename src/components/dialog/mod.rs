//! The frame of all dialogs, and fields to copy.

mod copy_field;

use yew::prelude::*;

pub(crate) use copy_field::{CopyField, CopyState, use_copy};

use crate::hooks::Dialog;

/// A dialog that is empty until it opens. `class` is its class.
pub(crate) fn empty_dialog(class: &'static str, dialog: &Dialog) -> Html {
    html! { <dialog ref={dialog.node.clone()} class={class}></dialog> }
}

/// The frame of a dialog: heading, content, and a row of actions that ends with Close.
pub(crate) struct DialogFrame<'a> {
    pub(crate) class: &'static str,
    pub(crate) dialog: &'a Dialog,
    pub(crate) title: AttrValue,
    /// The label of the Close button.
    pub(crate) close: AttrValue,
    /// Called whenever the dialog closes.
    pub(crate) onclose: Callback<Event>,
}

impl DialogFrame<'_> {
    pub(crate) fn view(self, content: Html, actions: Html) -> Html {
        let Self { class, dialog, title, close, onclose } = self;
        let heading = [class, "-title"].concat();
        html! {
            <dialog ref={dialog.node.clone()} class={class} aria-labelledby={heading.clone()} {onclose}>
                <div>
                    <h2 id={heading}>{title}</h2>
                    {content}
                    // A separate form: in a form with the fields, Enter would press the button.
                    <div class="dialog-actions">{actions}<form method="dialog"><button>{close}</button></form></div>
                </div>
            </dialog>
        }
    }
}
