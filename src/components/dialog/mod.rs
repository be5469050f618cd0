//! What all dialogs share: their frame, and fields that are copied.

mod copy_field;

use yew::prelude::*;

pub(crate) use copy_field::{CopyField, CopyState, use_copy};

use crate::hooks::Dialog;

/// A dialog that is empty until it is opened for something. `class` is its class.
pub(crate) fn empty_dialog(class: &'static str, dialog: &Dialog) -> Html {
    html! { <dialog ref={dialog.node.clone()} class={class}></dialog> }
}

/// The frame of a dialog: a heading, content, and a row of actions of which the last closes it.
pub(crate) struct DialogFrame<'a> {
    /// The dialog's class.
    pub(crate) class: &'static str,
    /// The dialog.
    pub(crate) dialog: &'a Dialog,
    /// The heading.
    pub(crate) title: AttrValue,
    /// The label of the button that closes it.
    pub(crate) close: AttrValue,
    /// Runs however the dialog is closed.
    pub(crate) onclose: Callback<Event>,
}

impl DialogFrame<'_> {
    /// Renders the dialog.
    pub(crate) fn view(self, content: Html, actions: Html) -> Html {
        let Self { class, dialog, title, close, onclose } = self;
        let heading = [class, "-title"].concat();
        html! {
            <dialog ref={dialog.node.clone()} class={class} aria-labelledby={heading.clone()} {onclose}>
                <div>
                    <h2 id={heading}>{title}</h2>
                    {content}
                    // A form of its own: Enter in a field would press its button.
                    <div class="dialog-actions">{actions}<form method="dialog"><button>{close}</button></form></div>
                </div>
            </dialog>
        }
    }
}
