//! Unicode's equality of letters, by the tables that the platform has.

/// A text in the letters that equal it, small and without accents: `É` is `e`, `ﬁ` is `fi`, `ｿ` is `ソ`.
pub fn fold(text: &str) -> String {
    lower_composed(&decomposed(text).replace(|letter| matches!(letter, '\u{300}'..='\u{36f}'), ""))
}

#[cfg(target_arch = "wasm32")]
fn decomposed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

#[cfg(target_arch = "wasm32")]
fn lower_composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
fn decomposed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkd(text).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn lower_composed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(text).collect::<String>().to_lowercase()
}
