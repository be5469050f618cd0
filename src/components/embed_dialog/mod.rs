//! Embedding: the button, and the dialog with a preview and the snippet to paste.

mod dialog;
mod form;
mod options;
mod preview;
mod snippet;

use yew::prelude::*;

pub use dialog::{EmbedDialog, EmbedDialogProps};
pub use options::{EmbedOptions, EmbedTargets, EmbedTheme};
pub use snippet::SnippetKind;

use crate::ui_text::EmbedText;

/// The button that opens the dialog for the fact around it, or for the page.
pub fn embed_control(text: &EmbedText) -> Html {
    html! { <button type="button" data-action="embed">{text.embed()}</button> }
}
