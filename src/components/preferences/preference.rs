//! Preferences. Each is stored, and is an attribute of `<html>` for CSS. `src/js/first-paint.js` applies stored ones: at
//! the next visit, and when another tab changes them.

use crate::hooks::{BrowserResult, ElementExt, attempt, dom, storage};

/// A preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The colour theme.
    Theme,
    /// Contrast.
    Contrast,
    /// Text size.
    Size,
    /// Motion.
    Motion,
    /// Single-key shortcuts.
    Keys,
}

impl Preference {
    /// All preferences.
    pub const ALL: [Self; 5] = [Self::Theme, Self::Contrast, Self::Size, Self::Motion, Self::Keys];

    /// The name in attributes and keys of the storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Contrast => "contrast",
            Self::Size => "size",
            Self::Motion => "motion",
            Self::Keys => "keys",
        }
    }

    /// The possible values. The first is the default, which has no attribute and is not stored.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Theme => &["", "light", "dark"],
            Self::Contrast => &["", "more"],
            Self::Size => &["", "2", "3", "4"],
            Self::Motion => &["", "less"],
            Self::Keys => &["", "off"],
        }
    }

    /// The valid value that equals this one, else the default.
    fn valid_value(self, value: &str) -> &'static str {
        self.values().iter().find(|known| **known == value).copied().unwrap_or_default()
    }

    fn attribute(self) -> String {
        ["data-", self.name()].concat()
    }

    fn key(self) -> String {
        ["chuhai:", self.name()].concat()
    }

    fn apply(self, value: &str) -> BrowserResult {
        let page = dom::html_element()?;
        if value.is_empty() {
            page.remove_attribute(&self.attribute())
        } else {
            page.set_attribute(&self.attribute(), value)
        }
    }
}

/// The current values of all preferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PreferenceValues([&'static str; 5]);

impl PreferenceValues {
    /// Reads the attributes of `<html>`.
    pub(super) fn of_page() -> Self {
        let attribute_value =
            |preference: Preference| dom::html_element().map(|page| page.attribute(&preference.attribute()));
        Self(
            Preference::ALL
                .map(|preference| preference.valid_value(&attribute_value(preference).unwrap_or_default())),
        )
    }

    /// The value of a preference.
    pub(super) fn get(self, preference: Preference) -> &'static str {
        self.0[preference as usize]
    }
}

/// Applies and stores a value. If it cannot be stored, sets `data-unsaved`: the value applies to this page only.
pub(super) fn save(preference: Preference, value: &str) {
    attempt(|| preference.apply(value));
    let key = preference.key();
    let is_stored = if value.is_empty() { storage::remove(&key) } else { storage::write(&key, value) };
    if !is_stored {
        attempt(|| dom::html_element()?.set_attribute("data-unsaved", ""));
    }
}
