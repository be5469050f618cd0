//! Labels of embedding.

use super::labels::labels;

labels! {
    /// Labels of the embed button and its dialog.
    pub struct EmbedText {
        /// Button that opens the dialog.
        pub embed,
        /// Heading of the dialog.
        pub title,
        /// Label of the select of what to embed.
        pub target,
        /// Option group with the story, in that select.
        pub story,
        /// Option group with the sections.
        pub sections,
        /// Option group with the facts.
        pub facts,
        /// Legend of the kinds of snippet.
        pub kind,
        /// Kind of snippet: an iframe.
        pub iframe,
        /// Hint: where an iframe suits.
        pub iframe_hint,
        /// Kind of snippet: the `<chuhai-embed>` element.
        pub element,
        /// Hint: where the element suits.
        pub element_hint,
        /// Kind of snippet: the URL alone, for oEmbed.
        pub url,
        /// Hint: where the URL suits.
        pub url_hint,
        /// Kind of snippet: an `<amp-iframe>`.
        pub amp,
        /// Hint: where AMP suits.
        pub amp_hint,
        /// Button of the `<amp-iframe>` while the frame is too low.
        pub more,
        /// Legend of the themes.
        pub theme,
        /// Theme: that of the reader's system.
        pub auto,
        /// Theme: light.
        pub light,
        /// Theme: dark.
        pub dark,
        /// Label of the field with the snippet.
        pub snippet,
        /// Legend of the preview's widths, and accessible name of the preview.
        pub preview,
        /// Option for a width of the preview; `{width}` in pixels.
        pub width_option,
        /// Measured size of the embed; `{height}` and `{width}` in pixels.
        pub measured_size,
    }
}
