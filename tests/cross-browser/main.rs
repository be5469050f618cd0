//! Runs the same journeys in each browser that `BROWSERS` names, separated by spaces.
//! `cargo xtask test cross-browser` runs them in every browser whose driver is installed.
#![forbid(unsafe_code)]

mod browser;
#[expect(dead_code, reason = "only the e2e tests name the rest of the story")]
#[path = "../e2e/fleet.rs"]
mod fleet;
mod journeys;
#[expect(dead_code, reason = "only the e2e tests read a port from the driver's output")]
#[path = "../e2e/process.rs"]
mod process;
#[expect(dead_code, reason = "only the e2e tests use the other server options")]
#[path = "../e2e/server.rs"]
mod server;
