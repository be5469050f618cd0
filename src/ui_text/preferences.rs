//! The labels of reading preferences and of the keys.

use super::labels::labels;

labels! {
    /// What a reader may choose, and the sheet of keys.
    pub struct PreferencesText {
        /// Stands on the control that opens the dialog.
        pub symbol,
        /// Opens the dialog.
        pub reading,
        /// Heads the dialog.
        pub title,
        /// Names the choice of colours.
        pub theme,
        /// Colours: the system's.
        pub theme_system,
        /// Colours.
        pub theme_light,
        /// Colours.
        pub theme_dark,
        /// Names the choice of contrast.
        pub contrast,
        /// Contrast: the system's.
        pub contrast_system,
        /// Contrast.
        pub contrast_high,
        /// Names the choice of text size.
        pub size,
        /// Text size: the page's own.
        pub size_standard,
        /// Text size.
        pub size_large,
        /// Text size.
        pub size_larger,
        /// Text size.
        pub size_largest,
        /// Names the choice of motion.
        pub motion,
        /// Motion: the system's.
        pub motion_system,
        /// Motion.
        pub motion_reduced,
        /// Heads the sheet of keys.
        pub keys,
        /// Names the choice of single keys.
        pub single,
        /// Single keys.
        pub single_on,
        /// Single keys.
        pub single_off,
        /// Says when keys are not heard.
        pub hint,
        /// What the key for the sheet does.
        pub key_sheet,
        /// What the key for the search does.
        pub key_search,
        /// What the key that goes on does.
        pub key_next,
        /// What the key that goes back does.
        pub key_previous,
        /// What the key for cards does.
        pub key_cards,
        /// What the key that shares does.
        pub key_share,
        /// The key that closes, as keyboards name it.
        pub escape,
        /// What it does.
        pub key_escape,
    }
}
