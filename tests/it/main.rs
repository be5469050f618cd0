//! Checks that need no browser: content and its mistakes, rendering, pages, and the direction between rooms.
#![forbid(unsafe_code)]

mod bench;
mod comfort;
mod compress;
mod content;
mod data;
mod dates;
mod definitions;
mod embeds;
mod facts;
mod guesses;
mod heads;
mod house_style;
mod ledger;
mod made_up;
mod map;
mod offline;
mod pages;
mod pattern;
mod pictures;
mod plots;
mod prose;
mod published;
mod rooms;
mod search;
mod sizes;
mod snapshots;
mod tiny;
