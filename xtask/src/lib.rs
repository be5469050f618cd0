//! The commands of `cargo xtask`: pinned tools, the build, the development server, checks, the benchmark.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, clippy::iter_over_hash_type, clippy::unwrap_used)]

pub mod bench;
pub mod build;
pub mod bundle_report;
pub mod checks;
pub mod embed_hosts;
pub mod local_server;
pub mod screenshot;
pub mod serve;
pub mod tools;
pub mod wasm_build;
