//! The labels of reading preferences and of the keys.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// What a reader may choose, and the sheet of keys. The first of several labels names what is so unless another is
/// chosen.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct PreferencesText {
    /// Stands on the control that opens the dialog.
    pub symbol: String,
    /// Opens the dialog.
    pub reading: String,
    /// Heads the dialog.
    pub title: String,
    /// Names the choice of colours.
    pub theme: String,
    /// The system's, light, dark.
    pub themes: [String; 3],
    /// Names the choice of contrast.
    pub contrast: String,
    /// The system's, high.
    pub contrasts: [String; 2],
    /// Names the choice of text size.
    pub size: String,
    /// From the page's own to the largest.
    pub sizes: [String; 4],
    /// Names the choice of motion.
    pub motion: String,
    /// The system's, less.
    pub motions: [String; 2],
    /// Heads the sheet of keys.
    pub keys: String,
    /// Names the choice of single keys.
    pub single: String,
    /// On, off.
    pub singles: [String; 2],
    /// Says when keys are not heard.
    pub hint: String,
    /// What the key for the sheet does.
    pub key_sheet: String,
    /// What the key for the search does.
    pub key_search: String,
    /// What the key that goes on does.
    pub key_next: String,
    /// What the key that goes back does.
    pub key_previous: String,
    /// What the key for cards does.
    pub key_cards: String,
    /// What the key that shares does.
    pub key_share: String,
    /// The key that closes, as keyboards name it.
    pub escape: String,
    /// What it does.
    pub key_escape: String,
}
