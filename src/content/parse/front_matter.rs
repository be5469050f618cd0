//! Finds the front matter of a section: TOML between two lines `+++`.

use std::ops::Range;

/// The line before and after a section's front matter.
pub(crate) const FRONT_MATTER_FENCE: &str = "+++";

/// The byte ranges of front matter and body.
pub(crate) fn split_front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = "+++\n".len();
    let end = text.strip_prefix("+++\n")?.find("\n+++\n")? + start;
    Some((start..end + 1, end + "\n+++\n".len()..text.len()))
}

/// The byte range of the body; empty without front matter.
pub(crate) fn body_span(text: &str) -> Range<usize> {
    split_front_matter(text).map_or(text.len()..text.len(), |(_, body)| body)
}
