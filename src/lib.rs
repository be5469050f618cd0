//! *Chuhai*: an interactive article in which every fact has an address.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod content;
pub mod hooks;
pub mod hotkeys;
pub mod islands;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod routes;
pub mod template;
pub mod ui_text;
pub mod url_paths;
