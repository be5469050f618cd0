//! Places where a browser may stop reading a long page for a moment, to paint and to answer. Knows nothing of what
//! stands between them.
//!
//! Chromium reads what it has of a page in tasks of up to half a second, but ends a task after any `<script>`, even one
//! that nothing runs: so an empty block of data stands here and there between sections, and among the entries of long
//! lists, where HTML lets it stand. Such a block is inert, and no policy forbids it. With one before every second
//! section the story at ten times its length (4× throttle, slow 4G) blocks for 0.4 s and not for 1.7, its longest task
//! is half as long, and the main thread has no more to do. With twice as many it has a quarter more: each is a chance to
//! paint.

use yew::prelude::*;

/// As many entries of a list as are read without a pause, some 30 KB of markup.
pub(super) const ENTRIES: usize = 64;

/// Parts of a page in a row, with a pause after so many of them.
pub fn with_pauses(stride: usize, parts: impl Iterator<Item = Html>) -> Html {
    let paused = |(at, part)| match at % stride {
        0 if at > 0 => html! { <><script type="text/plain"></script>{part}</> },
        _ => part,
    };
    parts.enumerate().map(paused).collect()
}
