//! Checks that need no browser: content and its mistakes, rendering, pages, and the direction between rooms.
#![forbid(unsafe_code)]

mod content;
mod dates;
mod embeds;
mod pages;
mod rooms;
mod snapshots;
mod tiny;
