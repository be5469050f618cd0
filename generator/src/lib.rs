//! Turns content and the built WebAssembly into the site: pages, images, data, feeds, server configuration.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

mod cache;
pub mod command;
pub mod data;
pub mod id_registry;
pub mod map;
pub mod og_images;
pub mod paths;
pub mod prerender;
pub mod ssr;
