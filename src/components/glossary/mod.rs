//! Definitions: the entries of the glossary.

#[cfg(not(target_arch = "wasm32"))]
mod entries;

#[cfg(not(target_arch = "wasm32"))]
pub use entries::Glossary;
