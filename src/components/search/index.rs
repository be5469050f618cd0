//! The search index. Matches prefixes, synonyms and misspellings.

use super::edit_distance::{MatchMode, max_edits, within_edits};
use super::normalize::{collapse_words, normalize};
use super::query::{Query, SearchMatches, position};
use super::synonyms::{Synonyms, is_close, is_one_letter};

/// The maximum number of phrases in a fuzzy query.
const MAX_FUZZY_PHRASES: usize = 20;

/// An entry of the index.
#[derive(Debug)]
pub struct IndexEntry {
    /// The text: the title, then the parts, one per line.
    pub text: String,
    /// Whether the entry defines what its title names.
    pub is_definition: bool,
    /// The normalised text, line by line.
    pub(super) normalized: String,
}

/// The entries and their names.
#[derive(Debug, Default)]
pub struct SearchIndex {
    entries: Vec<IndexEntry>,
    synonyms: Synonyms,
}

impl SearchIndex {
    /// Adds an entry.
    pub fn add(&mut self, text: String, is_definition: bool) {
        self.entries.push(IndexEntry { normalized: normalize(&text), text, is_definition });
    }

    /// Adds names with the same meaning.
    pub fn add_synonyms<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        self.synonyms.add(names);
    }

    /// The entry at an index.
    pub fn get(&self, at: usize) -> Option<&IndexEntry> {
        self.entries.get(at)
    }

    /// Finds entries. Searches only the previous result if the query can only narrow it. A single Latin letter finds
    /// nothing.
    pub fn find(&self, text: &str, previous: &SearchMatches) -> SearchMatches {
        let text = collapse_words(&normalize(text));
        if text.len() < 2 {
            return SearchMatches::default();
        }
        let query = self.query(&text);
        let narrows = previous.query.is_narrowing()
            && query.is_narrowing()
            && !previous.is_empty_query()
            && text.starts_with(&previous.text);
        let result = self.search_entries(narrows.then_some(&previous.matches), text, query);
        if !result.matches.is_empty() {
            return result;
        }
        let query = self.lenient_query(&result.text);
        self.search_entries(None, result.text, query)
    }

    /// Searches the entries, or only those at the indices of `candidates`.
    fn search_entries(&self, candidates: Option<&[usize]>, text: String, query: Query) -> SearchMatches {
        let mut result = SearchMatches { text, query, ..SearchMatches::default() };
        let mut others = Vec::new();
        for next in 0..candidates.map_or(self.entries.len(), <[usize]>::len) {
            let at = candidates.and_then(|candidates| candidates.get(next)).copied().unwrap_or(next);
            let Some(entry) = self.get(at).filter(|entry| result.query.matches(&entry.normalized)) else {
                continue;
            };
            result.matches.push(at);
            let is_named = entry.is_definition
                && entry.normalized.split('\n').next().is_some_and(|title| result.query.matches(title));
            if is_named { &mut result.ranked } else { &mut others }.push(at);
        }
        result.ranked.append(&mut others);
        result
    }

    /// Builds the query: words, similar words in names, and all synonyms of names that the text equals or starts. A
    /// word that no entry contains may be a misspelt name.
    fn query(&self, text: &str) -> Query {
        let mut query = Query::default();
        if let Some(group) = self.synonyms.group_of(text) {
            self.add_names_of(group, "", &mut query);
            return query;
        }
        let max = max_edits(text);
        for (name, group) in self.synonyms.names() {
            // Three bytes, which are three Latin letters or one Chinese, count as the start of a name. Names with that
            // start are no phrases, because `add_words` finds them.
            if text.len() >= 3 && name.starts_with(text) {
                self.add_names_of(*group, text, &mut query);
            } else if (max > 0 || text.len() == name.len() && !is_one_letter(text))
                && within_edits(text, name, max.max(1), MatchMode::Whole)
                && !self.occurs_in_entries(text)
            {
                self.add_names_of(*group, "", &mut query);
            }
        }
        self.add_words(text, false, &mut query);
        query
    }

    /// The query for words without matches. Allows mistakes in short words and in unfinished names.
    fn lenient_query(&self, text: &str) -> Query {
        let mut query = Query::default();
        for (name, group) in self.synonyms.names() {
            if query.phrases.len() < MAX_FUZZY_PHRASES && is_close(text, name, true) {
                self.add_names_of(*group, "", &mut query);
            }
        }
        self.add_words(text, true, &mut query);
        query
    }

    /// Adds the names of a group, except those that start with `prefix`.
    fn add_names_of(&self, group: usize, prefix: &str, query: &mut Query) {
        for name in self.synonyms.group(group) {
            if prefix.is_empty() || !name.starts_with(prefix) {
                query.phrases.push(name.clone());
            }
        }
    }

    fn add_words(&self, text: &str, is_lenient: bool, query: &mut Query) {
        query.words.extend(text.split(' ').map(|word| {
            let mut spellings = self.synonyms.spellings(word, is_lenient);
            if spellings.len() > 1 && self.occurs_in_entries(word) {
                spellings.truncate(1);
            }
            spellings
        }));
    }

    /// Whether an entry contains these words, so that they are not misspelt. Slow, so it is the last test.
    fn occurs_in_entries(&self, text: &str) -> bool {
        let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
        self.entries.iter().any(|IndexEntry { normalized, .. }| {
            let mut at = position(normalized, text, 0);
            while let Some(start) = at {
                let end = start + text.len();
                if normalized.get(end..).is_some_and(ends) {
                    return true;
                }
                at = position(normalized, text, end);
            }
            false
        })
    }
}
