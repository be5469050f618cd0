//! Queries and their results.

/// An entry matches if it contains any phrase, or a spelling of every word. Everything is normalised.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Query {
    /// Names and synonyms that the text means.
    pub(super) phrases: Vec<String>,
    /// The spellings of each word.
    pub(super) words: Vec<Vec<String>>,
}

/// The result of a query.
#[derive(Debug, Default, PartialEq)]
pub struct SearchMatches {
    /// Entries in display order: definitions of the named things, then all others in the order of the index.
    pub ranked: Vec<usize>,
    /// All matches, in the order of the index.
    pub(super) matches: Vec<usize>,
    /// The normalised search text.
    pub(super) text: String,
    pub(super) query: Query,
}

impl Query {
    /// Whether more letters can only narrow the result.
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

impl SearchMatches {
    /// Whether the query is empty.
    pub fn is_empty_query(&self) -> bool {
        self.text.is_empty()
    }
}

/// Finds a needle in a normalised text, starting at an offset. A needle that starts with a Latin letter matches only at
/// the start of a word. A plain loop, because needles are short and partial matches rare.
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
