//! Sharing and citing: the buttons of cards and pages, and their dialog.

mod citation;
#[cfg(not(target_arch = "wasm32"))]
mod controls;
mod share_dialog;
mod target;
mod text_fragment;

pub use citation::{CitationFormat, citation_url};
#[cfg(not(target_arch = "wasm32"))]
pub use controls::{citation_files, cite_control, share_control};
pub use share_dialog::{ShareDialog, ShareDialogProps};
pub use target::ShareTarget;
pub(crate) use target::link_around;
pub use text_fragment::TextFragment;
