//! Labels of reading preferences and keyboard shortcuts.

use super::labels::labels;

labels! {
    /// Labels of the preferences dialog and of the list of shortcuts in it.
    pub struct PreferencesText {
        /// Visible text of the button that opens the dialog.
        pub symbol,
        /// Accessible name of that button, after the symbol.
        pub button_label,
        /// Heading of the dialog.
        pub title,
        /// Legend of the colour themes.
        pub theme,
        /// Theme: that of the system.
        pub theme_system,
        /// Theme: light.
        pub theme_light,
        /// Theme: dark.
        pub theme_dark,
        /// Legend of the contrasts.
        pub contrast,
        /// Contrast: that of the system.
        pub contrast_system,
        /// Contrast: high.
        pub contrast_high,
        /// Legend of the text sizes.
        pub size,
        /// Text size: standard.
        pub size_standard,
        /// Text size: one step larger.
        pub size_large,
        /// Text size: two steps larger.
        pub size_larger,
        /// Text size: three steps larger.
        pub size_largest,
        /// Legend of motion.
        pub motion,
        /// Motion: as in the system.
        pub motion_system,
        /// Motion: reduced.
        pub motion_reduced,
        /// Heading of the list of shortcuts.
        pub keys,
        /// Legend of single-key shortcuts.
        pub single_key,
        /// Single-key shortcuts: on.
        pub single_key_on,
        /// Single-key shortcuts: off.
        pub single_key_off,
        /// Hint: when shortcuts are off.
        pub hint,
        /// Shortcut: shows the list of shortcuts.
        pub key_shortcuts,
        /// Shortcut: goes to the search.
        pub key_search,
        /// Shortcut: goes to the next section or fact.
        pub key_next,
        /// Shortcut: goes to the previous section or fact.
        pub key_previous,
        /// Shortcut: opens or closes all cards of the section.
        pub key_cards,
        /// Shortcut: shares.
        pub key_share,
        /// Name of the Escape key, as printed on keyboards.
        pub escape,
        /// Shortcut: closes what is open.
        pub key_escape,
    }
}
