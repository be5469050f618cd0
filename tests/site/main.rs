//! Checks of the built site in `dist/`: its files, and what a reader meets in a real browser.
//! `cargo xtask test site` runs them; they need a build and chromedriver.
#![forbid(unsafe_code)]

mod browser;
mod comfort;
mod definitions;
mod element;
mod embedding;
mod embeds;
mod facts;
mod files;
mod guesses;
mod guest;
mod hosting;
mod keys;
mod map;
mod offline;
mod plots;
mod printing;
mod process;
mod reading;
mod robust;
mod searching;
mod seen;
mod server;
mod sharing;
mod style;
mod way;
