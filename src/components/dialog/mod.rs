//! What all dialogs share: labels, layout, and fields that are copied.

mod copy_field;

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

pub(crate) use copy_field::{CopyField, CopyState, use_copy};

use crate::content::ui_text::ShareText;
use crate::hooks::Dialog;

/// The labels that all dialogs share.
#[derive(Clone, Debug, Deserialize_tuple, PartialEq, Serialize_tuple)]
pub struct DialogText {
    /// Copies a field.
    pub copy: String,
    /// Says that a field was copied.
    pub copied: String,
    /// Says that a field could not be copied and is selected.
    pub copy_failed: String,
    /// Closes the dialog.
    pub close: String,
}

impl From<&ShareText> for DialogText {
    fn from(text: &ShareText) -> Self {
        let ShareText { copy, copied, selected, close, .. } = text.clone();
        Self { copy, copied, copy_failed: selected, close }
    }
}

/// A dialog that is empty until it is opened for something. `class` is its class.
pub(crate) fn empty_dialog(class: &'static str, dialog: &Dialog) -> Html {
    html! { <dialog ref={dialog.node.clone()} class={class}></dialog> }
}

/// A dialog with a heading, content and actions, of which the last closes it. `class` is its class. `onclose` runs
/// however it is closed.
pub(crate) fn dialog_with(
    class: &'static str,
    dialog: &Dialog,
    title: &str,
    close: &str,
    content: Html,
    controls: Html,
    onclose: Callback<Event>,
) -> Html {
    let heading = [class, "-title"].concat();
    html! {
        <dialog ref={dialog.node.clone()} class={class} aria-labelledby={heading.clone()} {onclose}>
            <form method="dialog">
                <h2 id={heading}>{title}</h2>
                {content}
                <p class="dialog-actions">{controls}<button>{close}</button></p>
            </form>
        </dialog>
    }
}
