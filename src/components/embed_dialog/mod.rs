//! Embedding: the control on cards, and the dialog with a preview and the snippet to paste.

mod choices;
mod dialog;
mod options;
mod preview;
mod snippet;

use yew::prelude::*;

pub use dialog::{EmbedDialog, EmbedDialogProps};
pub use options::{EmbedOptions, EmbedTargets, EmbedTheme};
pub use snippet::{Snippet, SnippetKind};

use crate::content::ui_text::EmbedText;
use crate::hooks::channel::{self, Channel};

thread_local! {
    /// Addresses of pages to embed.
    static REQUESTS: Channel<String> = const { Channel::new() };
}

/// Opens the dialog for the page at an address.
pub(crate) fn request_embed(link: &str) {
    channel::send(&REQUESTS, &link.to_owned());
}

/// Opens the dialog for what stands around it.
pub fn embed_control(text: &EmbedText) -> Html {
    html! { <button type="button" data-action="embed">{&text.embed}</button> }
}
