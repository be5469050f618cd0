//! The names of things: which are synonyms, and which words of names a mistyped word may mean.

use super::edit_distance::{MatchMode, max_edits, within_edits};
use super::normalize::{collapse_words, normalize};

/// All names, normalised. In vectors, because a hash map adds more code than it saves time.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<String>>,
    /// All names, each with the index of its group.
    names: Vec<(String, usize)>,
    /// All words of names.
    words: Vec<String>,
}

impl Synonyms {
    /// Adds synonyms. If one of the names has a group already, the others join it.
    pub(super) fn add<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let names: Vec<_> = names.map(|name| collapse_words(&normalize(name))).collect();
        let known = names.iter().find_map(|name| self.group_of(name));
        let group = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.groups.push(Vec::new());
        }
        for name in names {
            if name.is_empty() || self.group_of(&name).is_some() {
                continue;
            }
            for word in name.split(' ') {
                if !self.is_name_word(word) {
                    self.words.push(word.to_owned());
                }
            }
            if let Some(group) = self.groups.get_mut(group) {
                group.push(name.clone());
            }
            self.names.push((name, group));
        }
    }

    /// All names, each with the index of its group.
    pub(super) fn names(&self) -> &[(String, usize)] {
        &self.names
    }

    /// The index of a name's group.
    pub(super) fn group_of(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
    }

    /// The names in a group.
    pub(super) fn group(&self, group: usize) -> &[String] {
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    /// The word itself and, unless it is a word of a name, the similar words of names.
    pub(super) fn spellings(&self, word: &str, is_lenient: bool) -> Vec<String> {
        let mut spellings = vec![word.to_owned()];
        if !self.is_name_word(word) {
            for name in &self.words {
                if is_close(word, name, is_lenient) {
                    spellings.push(name.clone());
                }
            }
        }
        spellings
    }

    /// Whether a name contains this word.
    fn is_name_word(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }
}

/// Whether a word may be a mistyped name. A fuzzy comparison allows mistakes in short words too, and compares with the
/// start of the name.
pub(super) fn is_close(word: &str, name: &str, is_lenient: bool) -> bool {
    match max_edits(word) {
        // A name of one letter is the start of too many words.
        0 => {
            let are_longer = !is_one_letter(word) && !is_one_letter(name);
            is_lenient && are_longer && within_edits(word, name, 1, MatchMode::Whole)
        }
        max => within_edits(word, name, max, if is_lenient { MatchMode::Prefix } else { MatchMode::Whole }),
    }
}

/// Whether a word has at most one letter.
pub(super) fn is_one_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}
