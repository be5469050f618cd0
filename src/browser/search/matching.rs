//! Finds what a reader's words are in: letter by letter as they are typed, by any name of what they name, and past a
//! slip of the finger. Knows texts and names, not where they come from.

use super::distance::{begins_near, near, tolerance};
use super::folding::fold;

/// How many things a query that is nowhere may have meant.
const MOST_NAMES: usize = 20;

/// Something that can be found.
#[derive(Debug)]
pub struct Entry {
    /// The group that it is shown in.
    pub group: usize,
    /// What it says: its title, then each of its parts, a line each.
    pub text: String,
    /// Whether its title is names of something, so that it comes before all else when one of them is asked for.
    pub names: bool,
    folded: String,
}

/// All that can be found, and by which names.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// The names of each thing, and each name with the thing that is called so. Lists, as a map's code is longer than
    /// a search through them is slow.
    named: Vec<Vec<String>>,
    owners: Vec<(String, usize)>,
    /// Every word of a name.
    name_words: Vec<String>,
}

/// What has been found.
#[derive(Debug, Default)]
pub struct Found {
    /// The entries to show, in order: those that are called so, then the others as they were added.
    pub entries: Vec<usize>,
    hits: Vec<usize>,
    query: String,
    plan: Plan,
}

/// What an entry must hold: any of the phrases, or of each word one of its spellings.
#[derive(Debug, Default)]
struct Plan {
    phrases: Vec<String>,
    words: Vec<Vec<String>>,
}

impl Index {
    /// Adds what can be found.
    pub fn add(&mut self, group: usize, names: bool, text: String) {
        self.entries.push(Entry { group, names, folded: fold(&text), text });
    }

    /// Adds names that mean the same; one that is known already is not added again.
    pub fn name<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let owner = self.named.len();
        let mut own = Vec::new();
        for name in names {
            let name = spaced(&fold(name));
            if !name.is_empty() && self.owner(&name).is_none() {
                for word in name.split(' ') {
                    if !self.is_name_word(word) {
                        self.name_words.push(word.to_owned());
                    }
                }
                self.owners.push((name.clone(), owner));
                own.push(name);
            }
        }
        self.named.push(own);
    }

    fn owner(&self, name: &str) -> Option<usize> {
        self.owners.iter().find(|(known, _)| known == name).map(|(_, owner)| *owner)
    }

    fn is_name_word(&self, word: &str) -> bool {
        self.name_words.iter().any(|known| known == word)
    }

    /// An entry that was added.
    pub fn get(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// Finds what a query is in, having found something before it. A single letter of an alphabet finds nothing.
    pub fn find(&self, query: &str, before: &Found) -> Found {
        let query = spaced(&fold(query));
        if query.len() < 2 {
            return Found::default();
        }
        let plan = self.plan(&query);
        let narrows = !before.query.is_empty() && query.starts_with(&before.query);
        let found = if narrows && before.plan.is_plain() && plan.is_plain() {
            self.among(before.hits.iter().copied(), query, plan)
        } else {
            self.among(0..self.entries.len(), query, plan)
        };
        if !found.hits.is_empty() {
            return found;
        }
        let plan = self.wider(&found.query);
        self.among(0..self.entries.len(), found.query, plan)
    }

    fn among(&self, places: impl Iterator<Item = usize>, query: String, plan: Plan) -> Found {
        let hits: Vec<usize> = places.filter(|at| plan.suits(&self.entries[*at].folded)).collect();
        let is_called = |at: &usize| {
            let entry = &self.entries[*at];
            entry.names && entry.folded.split('\n').next().is_some_and(|title| plan.suits(title))
        };
        let called = hits.iter().copied().filter(is_called);
        let others = hits.iter().copied().filter(|at| !is_called(at));
        Found { entries: called.chain(others).collect(), hits, query, plan }
    }

    /// The words as they are spelt, or near to a word of a name; and all names of what the query names or begins to.
    fn plan(&self, query: &str) -> Plan {
        let mut plan = Plan::default();
        if let Some(owner) = self.owner(query) {
            plan.phrases.clone_from(&self.named[owner]);
            return plan;
        }
        let most = tolerance(query);
        for (name, owner) in &self.owners {
            let names = &self.named[*owner];
            // Three letters of an alphabet, or one of Chinese, begin to be a name. The names that begin so too are
            // found as words.
            if query.len() >= 3 && name.starts_with(query) {
                plan.phrases.extend(names.iter().filter(|name| !name.starts_with(query)).cloned());
            } else if near(query, name, most.max(1)) && (most > 0 || self.is_slip(query, name)) {
                plan.phrases.extend_from_slice(names);
            }
        }
        plan.words = self.spellings(query, |word, name| match tolerance(word) {
            0 => false,
            most => near(word, name, most),
        });
        plan
    }

    /// The same for a query that is nowhere: short words may be wrong too, and names still be on their way.
    fn wider(&self, query: &str) -> Plan {
        let close = |word: &str, name: &str| match tolerance(word) {
            0 => word.chars().count() > 1 && near(word, name, 1),
            most => begins_near(word, name, most),
        };
        let named = self.owners.iter().filter(|(name, _)| close(query, name)).take(MOST_NAMES);
        let phrases = named.flat_map(|(_, owner)| self.named[*owner].iter().cloned()).collect();
        Plan { phrases, words: self.spellings(query, close) }
    }

    /// Whether a short query is as long as the name, and no word by itself.
    fn is_slip(&self, query: &str, name: &str) -> bool {
        let ends = |text: &str| !text.starts_with(|next: char| next.is_ascii_alphanumeric());
        let is_word = |entry: &Entry| {
            place(&entry.folded, query, 0)
                .is_some_and(|at| entry.folded.get(at + query.len()..).is_some_and(ends))
        };
        query.len() == name.len() && query.chars().count() > 1 && !self.entries.iter().any(is_word)
    }

    fn spellings(&self, query: &str, close: impl Fn(&str, &str) -> bool) -> Vec<Vec<String>> {
        let spelt = |word: &str| {
            let known = self.is_name_word(word);
            let others = self.name_words.iter().filter(|name| !known && close(word, name)).cloned();
            [word.to_owned()].into_iter().chain(others).collect()
        };
        query.split(' ').map(spelt).collect()
    }
}

impl Plan {
    /// Whether more letters can only make less be found.
    fn is_plain(&self) -> bool {
        self.phrases.is_empty() && self.words.iter().all(|spellings| spellings.len() == 1)
    }

    fn suits(&self, folded: &str) -> bool {
        let holds = |needle: &String| place(folded, needle, 0).is_some();
        self.phrases.iter().any(holds)
            || (!self.words.is_empty() && self.words.iter().all(|spellings| spellings.iter().any(holds)))
    }
}

impl Found {
    /// Whether nothing was asked.
    pub fn is_idle(&self) -> bool {
        self.query.is_empty()
    }

    /// What to look for in the texts of what was found.
    pub(super) fn needles(&self) -> impl Iterator<Item = &String> {
        self.plan.phrases.iter().chain(self.plan.words.iter().flatten())
    }
}

/// Where a needle is in a folded text: at the start of a word if it begins with a letter of an alphabet. A plain walk,
/// for what is looked for is short and seldom begins where it does not go on.
pub(super) fn place(folded: &str, needle: &str, from: usize) -> Option<usize> {
    let (text, needle) = (folded.as_bytes(), needle.as_bytes());
    let first = *needle.first()?;
    let in_words = !first.is_ascii();
    let mut before = from.checked_sub(1).and_then(|at| text.get(at).copied()).unwrap_or(b' ');
    for (at, letter) in text.iter().enumerate().skip(from) {
        if *letter == first
            && (in_words || !before.is_ascii_alphanumeric())
            && text.get(at..).is_some_and(|rest| rest.starts_with(needle))
        {
            return Some(at);
        }
        before = *letter;
    }
    None
}

/// Words with single spaces between them, without the points and commas at their ends.
fn spaced(folded: &str) -> String {
    let words =
        folded.split(' ').map(|word| word.trim_matches(['.', ',', '\n'])).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
