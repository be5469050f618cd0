//! The labels of embedding.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// The control that embeds, and its dialog.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct EmbedText {
    /// Opens the dialog.
    pub embed: String,
    /// Heads the dialog.
    pub title: String,
    /// Names the choice of what is embedded.
    pub what: String,
    /// Heads the story in that choice.
    pub story: String,
    /// Heads the sections in it.
    pub sections: String,
    /// Heads the facts in it.
    pub facts: String,
    /// Heads the kinds of snippet.
    pub kind: String,
    /// A kind: a frame.
    pub frame: String,
    /// Where a frame suits.
    pub frame_hint: String,
    /// A kind: our own element.
    pub element: String,
    /// Where it suits.
    pub element_hint: String,
    /// A kind: the address alone.
    pub address: String,
    /// Where it suits.
    pub address_hint: String,
    /// A kind: a frame of AMP's.
    pub amp: String,
    /// Where it suits.
    pub amp_hint: String,
    /// The button of AMP's frame while it is too low.
    pub more: String,
    /// Heads the themes.
    pub theme: String,
    /// A theme: whichever the reader's system has.
    pub auto: String,
    /// A theme.
    pub light: String,
    /// A theme.
    pub dark: String,
    /// Names the snippet.
    pub snippet: String,
    /// Names the preview.
    pub preview: String,
    /// How wide the preview is: `{width}`.
    pub pixels: String,
    /// How high the embed is: `{height}`, at `{width}`.
    pub measured: String,
}
