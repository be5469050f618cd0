//! What things are called: the names that mean the same, and the spellings of a name's words that a slip of the finger
//! makes. Knows no texts that they are looked for in.

use super::distance::{Near, near, tolerance};
use super::folding::{fold, spaced};

/// All names. Lists, as a map's code is longer than a search through them is slow.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The names of each thing.
    named: Vec<Vec<String>>,
    /// Each name with the thing that is called so.
    owners: Vec<(String, usize)>,
    /// Every word of a name.
    words: Vec<String>,
}

impl Names {
    /// Adds names that mean the same; one that is known already is not added again.
    pub(super) fn add<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let owner = self.named.len();
        let mut own = Vec::new();
        for name in names {
            let name = spaced(&fold(name));
            if !name.is_empty() && self.owner(&name).is_none() {
                for word in name.split(' ') {
                    if !self.is_word(word) {
                        self.words.push(word.to_owned());
                    }
                }
                self.owners.push((name.clone(), owner));
                own.push(name);
            }
        }
        self.named.push(own);
    }

    /// Every name, folded, with the thing that is called so.
    pub(super) fn all(&self) -> &[(String, usize)] {
        &self.owners
    }

    /// The thing that is called so.
    pub(super) fn owner(&self, name: &str) -> Option<usize> {
        self.owners.iter().find(|(known, _)| known == name).map(|(_, owner)| *owner)
    }

    /// The names of a thing.
    pub(super) fn of(&self, owner: usize) -> &[String] {
        self.named.get(owner).map_or(&[], Vec::as_slice)
    }

    /// A word, and the words of names that it is near to, unless it is one of them.
    pub(super) fn spellings(&self, word: &str, wide: bool) -> Vec<String> {
        let mut spellings = vec![word.to_owned()];
        if !self.is_word(word) {
            for name in &self.words {
                if is_close(word, name, wide) {
                    spellings.push(name.clone());
                }
            }
        }
        spellings
    }

    fn is_word(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }
}

/// Whether a word is near to one of a name; when nothing else is found, a short one may be too, and the name's
/// beginning is enough.
pub(super) fn is_close(word: &str, name: &str, wide: bool) -> bool {
    match tolerance(word) {
        0 => wide && !is_one_letter(word) && near(word, name, 1, Near::Whole),
        most => near(word, name, most, if wide { Near::Beginning } else { Near::Whole }),
    }
}

/// Whether a word has no second letter.
pub(super) fn is_one_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}
