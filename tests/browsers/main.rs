//! The same journeys in each browser that `BROWSERS` names, by a space: read, open, search, share, choose, print, read
//! on without a network. `cargo xtask test browsers` runs them in every browser that has a driver on the machine. Knows
//! of a browser only what WebDriver tells of all.
#![forbid(unsafe_code)]

mod browser;
mod journeys;
#[expect(dead_code, reason = "the checks of the site read a port from what a driver prints")]
#[path = "../site/process.rs"]
mod process;
#[expect(dead_code, reason = "what only the checks of the site ask of their host")]
#[path = "../site/server.rs"]
mod server;
