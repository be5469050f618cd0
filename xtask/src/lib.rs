//! The build: tools, prerendering, data, images, checks. No part of the browser's bundle.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod bench;
pub mod build;
pub mod checks;
pub mod command;
pub mod data;
pub mod embed_hosts;
pub mod id_registry;
pub mod map;
pub mod og_images;
pub mod paths;
pub mod prerender;
pub mod press;
pub mod screenshot;
pub mod serve;
pub mod sizes;
pub mod synthetic_content;
pub mod tools;
