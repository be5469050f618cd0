//! End-to-end tests: the files of the built site in `dist/`, and the behaviour in Chromium of a fixture's site,
//! `fleet`. `cargo xtask test e2e` runs them; they need a build and chromedriver.
#![forbid(unsafe_code)]

mod accessibility;
mod browser;
mod cards;
mod chromium;
mod embed_dialog;
mod embed_element;
mod embed_links;
mod embed_page;
mod embeds;
mod fact_table;
mod failure_modes;
mod files;
mod first_use;
mod fleet;
mod guesses;
mod keyboard_shortcuts;
mod layout_shift;
mod map;
mod navigation;
mod offline;
mod plots;
mod preferences;
mod preview;
mod printing;
mod process;
mod reflow;
mod screenshots;
mod scripts;
mod search;
mod serve;
mod server;
mod server_config;
mod share_dialog;
mod smoke;
mod style;
