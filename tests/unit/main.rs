//! Unit and integration tests that need no browser: content and its mistakes, rendering, pages, layers.
#![forbid(unsafe_code)]

mod architecture;
mod bench;
mod charts;
mod citations;
mod colors;
mod compress;
mod content;
mod data;
mod dates;
mod definitions;
mod embeds;
mod facts;
mod fixture_content;
mod fonts;
mod guesses;
mod guides;
mod house_style;
mod id_registry;
mod labels;
mod ledger;
mod map;
mod offline;
mod og_images;
mod page_meta;
mod pages;
mod pattern;
mod plots;
mod preferences;
mod properties;
mod prose;
mod search;
mod sizes;
mod snapshots;
mod story_kinds;
mod text_fragments;
