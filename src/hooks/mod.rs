//! The browser layer: hooks that subscribe to events, and functions that read or change the page.
//!
//! Only this layer accesses `window` and `document`; `islands.rs` and `main.rs` receive elements. A call that can fail
//! returns [`BrowserResult`]. Nothing panics.

pub mod actions;
pub mod cards;
pub mod click_outside;
pub mod clipboard;
pub mod dialog;
pub mod dom;
pub mod download;
pub mod events;
pub mod fact_rows;
pub mod fetch;
pub mod focus;
pub mod frames;
pub mod hotkeys;
pub(crate) mod json;
pub mod mount;
pub mod page_text;
pub mod popover;
#[cfg(target_arch = "wasm32")]
pub(crate) mod pre_mount_state;
pub mod reading_position;
mod reflect;
pub mod scroll;
pub mod selection;
pub mod service_worker;
pub mod storage;
pub mod sync_field;
pub mod timers;
pub mod unicode;
pub mod url;

pub use actions::use_action;
pub use click_outside::use_click_or_focus_outside;
pub use dialog::{Dialog, use_dialog, use_dialog_with_request};
pub use dom::{BrowserResult, Element, ElementExt, attempt};
pub use events::{Event, ListenOn, use_event};
pub use hotkeys::{pause_hotkeys, use_hotkeys};
pub use mount::use_mount;
pub use sync_field::use_sync_field;
pub use wasm_bindgen_futures::spawn_local;
