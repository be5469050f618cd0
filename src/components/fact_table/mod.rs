//! The page of all facts: a table, and controls that search, filter, sort and download it. CSS can show rows as cards.

mod controls;
pub mod export;
pub mod query;
mod select;
mod state;
mod sync;

#[cfg(not(target_arch = "wasm32"))]
mod columns;
#[cfg(not(target_arch = "wasm32"))]
mod filter_options;
#[cfg(not(target_arch = "wasm32"))]
mod table;

pub use controls::{FactTableControls, FactTableControlsProps};
#[cfg(not(target_arch = "wasm32"))]
pub use filter_options::fact_table_controls_props;
#[cfg(not(target_arch = "wasm32"))]
pub use table::{download_all_links, facts_table};
