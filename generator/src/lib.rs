//! Turns content and the compiled program into the site: documents, pictures, data, feeds, hosting files, and the list
//! for offline reading.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod command;
pub mod data;
pub mod id_registry;
pub mod map;
pub mod og_images;
pub mod paths;
pub mod prerender;
pub mod ssr;
