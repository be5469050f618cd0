//! What components ask of the browser: hooks that listen, and functions that read or change the page.
//!
//! Only this module and `islands.rs` call `web_sys`. A call that can fail returns [`Attempt`]; nothing panics.

pub mod actions;
pub mod cards;
pub mod clipboard;
pub mod dialog;
pub mod dom;
pub mod events;
pub mod fetch;
#[cfg(target_arch = "wasm32")]
pub(crate) mod fields;
pub mod focus;
pub mod hotkeys;
pub mod popover;
pub mod reading;
pub mod scroll;
pub mod storage;
pub mod timers;
pub mod url;

pub use actions::use_action;
pub use dialog::{Dialog, use_dialog};
pub use dom::{Attempt, Element, ElementExt, attempt};
pub use events::{Event, Target, use_event};
pub use hotkeys::use_hotkeys;
