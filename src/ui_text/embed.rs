//! The labels of embedding.

use super::labels::labels;

labels! {
    /// The control that embeds, and its dialog.
    pub struct EmbedText {
        /// Opens the dialog.
        pub embed,
        /// Heads the dialog.
        pub title,
        /// Names the choice of what is embedded.
        pub what,
        /// Heads the story in that choice.
        pub story,
        /// Heads the sections in it.
        pub sections,
        /// Heads the facts in it.
        pub facts,
        /// Heads the kinds of snippet.
        pub kind,
        /// A kind: a frame.
        pub frame,
        /// Where a frame suits.
        pub frame_hint,
        /// A kind: our own element.
        pub element,
        /// Where it suits.
        pub element_hint,
        /// A kind: the address alone.
        pub address,
        /// Where it suits.
        pub address_hint,
        /// A kind: a frame of AMP's.
        pub amp,
        /// Where it suits.
        pub amp_hint,
        /// The button of AMP's frame while it is too low.
        pub more,
        /// Heads the themes.
        pub theme,
        /// A theme: whichever the reader's system has.
        pub auto,
        /// A theme.
        pub light,
        /// A theme.
        pub dark,
        /// Names the snippet.
        pub snippet,
        /// Names the preview.
        pub preview,
        /// How wide the preview is: `{width}`.
        pub pixels,
        /// How high the embed is: `{height}`, at `{width}`.
        pub measured,
    }
}
