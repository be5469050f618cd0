//! All facts: a table with a row for each, and the controls that search, filter, sort and download it. The style makes
//! cards of the rows.

pub mod export;
mod filters;
mod select;
pub mod selection;
mod state;
mod sync;

#[cfg(not(target_arch = "wasm32"))]
mod columns;
#[cfg(not(target_arch = "wasm32"))]
mod filter_options;
#[cfg(not(target_arch = "wasm32"))]
mod table;

#[cfg(not(target_arch = "wasm32"))]
pub use filter_options::fact_filters_props;
pub use filters::{FactFilters, FactFiltersProps};
#[cfg(not(target_arch = "wasm32"))]
pub use table::{download_all_links, facts_table};
