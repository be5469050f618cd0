//! The parts of pages: one folder per part, with markup and behaviour.
//!
//! A `#[component]` is an island ([`crate::islands`]) or part of one, and runs in the browser, with the functions that it
//! calls. Modules that are not compiled for WebAssembly run only during the build.

pub(crate) mod changing_text;
pub mod dialog;
pub mod embed_dialog;
pub mod fact_card;
#[cfg(not(target_arch = "wasm32"))]
pub mod glossary;
pub mod guess;
pub mod live_region;
pub mod preferences;
pub mod preview;
pub mod share;
pub mod update_banner;

#[cfg(not(target_arch = "wasm32"))]
pub mod article;
#[cfg(not(target_arch = "wasm32"))]
pub mod endnotes;
pub mod fact_table;
#[cfg(not(target_arch = "wasm32"))]
pub mod map;
pub mod navigation;
#[cfg(not(target_arch = "wasm32"))]
pub mod plot;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod site_header;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod render_context;

#[cfg(not(target_arch = "wasm32"))]
pub use render_context::RenderContext;
