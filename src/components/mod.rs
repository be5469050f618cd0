//! What a reader sees and uses: one folder per thing, its markup and its behaviour side by side.
//!
//! Components that live in the browser are islands ([`crate::islands`]). All others are rendered at build only, and
//! are not part of the browser's program.

pub mod fact_card;
pub mod glossary;

#[cfg(not(target_arch = "wasm32"))]
pub mod article;
#[cfg(not(target_arch = "wasm32"))]
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod dialog;
#[cfg(not(target_arch = "wasm32"))]
pub mod embed_dialog;
#[cfg(not(target_arch = "wasm32"))]
pub mod endnotes;
#[cfg(not(target_arch = "wasm32"))]
pub mod fact_table;
#[cfg(not(target_arch = "wasm32"))]
pub mod map;
pub mod navigation;
#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;
#[cfg(not(target_arch = "wasm32"))]
pub mod quiz;
#[cfg(not(target_arch = "wasm32"))]
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod share;
#[cfg(not(target_arch = "wasm32"))]
pub mod site_header;
#[cfg(not(target_arch = "wasm32"))]
pub mod update_banner;

#[cfg(not(target_arch = "wasm32"))]
mod render_context;

#[cfg(not(target_arch = "wasm32"))]
pub use render_context::RenderContext;
