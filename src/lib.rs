//! *Chuhai*, an interactive article whose facts have addresses of their own.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod browser;
pub mod components;
pub mod content;
pub mod pages;
pub mod pattern;
