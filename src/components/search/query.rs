//! The query and its result.

/// An entry matches if it contains any phrase, or a spelling of every word. All are normalised.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Query {
    /// Names of what the reader named.
    pub(super) phrases: Vec<String>,
    /// Each word with its other spellings.
    pub(super) words: Vec<Vec<String>>,
}

/// What a query found.
#[derive(Debug, Default, PartialEq)]
pub struct SearchResult {
    /// The entries, in the order to show them: definitions of what was named, then all others as they were added.
    pub ranked: Vec<usize>,
    /// All matches, in the order in which they were added.
    pub(super) matches: Vec<usize>,
    /// The reader's words, normalised.
    pub(super) text: String,
    pub(super) query: Query,
}

impl Query {
    /// Whether another letter can only narrow the result.
    pub(super) fn is_narrowing(&self) -> bool {
        self.phrases.is_empty() && self.words.iter().all(|spellings| spellings.len() == 1)
    }

    /// Whether a normalised text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let holds = |needle: &String| position(text, needle, 0).is_some();
        self.phrases.iter().any(holds)
            || (!self.words.is_empty() && self.words.iter().all(|spellings| spellings.iter().any(holds)))
    }

    /// All phrases and words.
    pub(super) fn needles(&self) -> impl Iterator<Item = &str> {
        self.words.iter().chain([&self.phrases]).flatten().map(String::as_str)
    }
}

impl SearchResult {
    /// Whether the query is empty.
    pub fn is_empty_query(&self) -> bool {
        self.text.is_empty()
    }
}

/// Finds a needle in a normalised text, from an offset on. A needle that starts with a Latin letter matches at word
/// starts only. A plain loop: needles are short and seldom match in part.
pub(super) fn position(text: &str, needle: &str, from: usize) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let first = *needle.first()?;
    let is_anywhere = !first.is_ascii();
    let mut before = from.checked_sub(1).and_then(|at| text.get(at).copied()).unwrap_or(b' ');
    for (at, letter) in text.iter().enumerate().skip(from) {
        if *letter == first
            && (is_anywhere || !before.is_ascii_alphanumeric())
            && text.get(at..).is_some_and(|rest| rest.starts_with(needle))
        {
            return Some(at);
        }
        before = *letter;
    }
    None
}
