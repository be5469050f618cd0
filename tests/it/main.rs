//! Checks that need no browser: content and its mistakes, rendering, pages, and the direction between rooms.
#![forbid(unsafe_code)]

mod compress;
mod content;
mod data;
mod dates;
mod embeds;
mod heads;
mod pages;
mod published;
mod rooms;
mod snapshots;
mod tiny;
