//! Folds letters with the platform's Unicode tables.

/// Folds case, accents and width: `É` → `e`, `ﬁ` → `fi`, `ｿ` → `ソ`.
#[cfg(target_arch = "wasm32")]
pub fn fold_accents_and_case(text: &str) -> String {
    let accents = js_sys::RegExp::new("[\u{300}-\u{36f}]", "g");
    let letters = js_sys::JsString::from(text).normalize("NFKD").replace_by_pattern(&accents, "");
    letters.normalize("NFC").to_lower_case().into()
}

/// The same during the build and in unit tests, which have no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn fold_accents_and_case(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let letters = text.nfkd().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'));
    letters.nfc().collect::<String>().to_lowercase()
}
