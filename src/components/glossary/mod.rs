//! Definitions: the entries of the glossary, and the popover that shows one beside the words that name it.

#[cfg(not(target_arch = "wasm32"))]
mod entries;
mod entry;
mod popover;

#[cfg(not(target_arch = "wasm32"))]
pub use entries::Glossary;
pub use entry::GlossaryEntry;
pub use popover::{GlossaryPopover, GlossaryPopoverProps};
