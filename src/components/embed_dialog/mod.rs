//! Embedding: the control on cards, and the dialog with a preview and the snippet to paste.

mod choices;
mod dialog;
mod options;
mod preview;
mod snippet;

use yew::prelude::*;

pub use dialog::{EmbedDialog, EmbedDialogProps};
pub use options::{EmbedOptions, EmbedTargets, EmbedTheme};
pub use snippet::SnippetKind;

use crate::ui_text::EmbedText;

/// Opens the dialog for the fact, or the page, around it.
pub fn embed_control(text: &EmbedText) -> Html {
    html! { <button type="button" data-action="embed">{text.embed()}</button> }
}
