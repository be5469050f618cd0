//! Expressions that are evaluated in pages, a file each.

/// Pairs of visible texts that lie on one another.
pub const OVERLAPPING_TEXT: &str = include_str!("scripts/overlapping_text.js");
