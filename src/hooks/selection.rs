//! What the reader has selected in the page.

use super::dom::window;
use super::url;

/// A link to the selected words on this page (URL Fragment Text Directives); none if nothing is selected.
pub fn link() -> Option<String> {
    let words = words()?;
    let words: Vec<&str> = words.split(' ').collect();
    Some([url::absolute("./").ok()?.as_str(), "#:~:text=", &directive(&words)].concat())
}

/// The selected words with single spaces.
fn words() -> Option<String> {
    let text = String::from(window().ok()?.get_selection().ok()??.to_string());
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (words.len() > 1).then_some(words)
}

/// Names few words in full, and many by the first and the last ones.
fn directive(words: &[&str]) -> String {
    const WHOLE: usize = 12;
    const ENDS: usize = 5;
    if words.len() <= WHOLE {
        return encode(words);
    }
    let (start, end) = (&words[..ENDS], &words[words.len() - ENDS..]);
    [encode(start), encode(end)].join(",")
}

/// Percent-encodes words. A hyphen belongs to the directive's own grammar.
fn encode(words: &[&str]) -> String {
    String::from(js_sys::encode_uri_component(&words.join(" "))).replace('-', "%2D")
}
