//! Finds what a reader's words are in: letter by letter as they are typed, by any name of what they name, and past a
//! slip of the finger. Knows texts and names, not where they come from.

use super::distance::{Near, near, tolerance};
use super::folding::{fold, spaced};
use super::names::{Names, is_close, is_one_letter};

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
    /// The same folded, line for line.
    pub(super) folded: String,
}

/// All that can be found, and by which names.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    names: Names,
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
        self.names.add(names);
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
        let narrows = before.plan.is_plain()
            && plan.is_plain()
            && !before.is_idle()
            && query.starts_with(&before.query);
        let found = self.among(narrows.then_some(&before.hits), query, plan);
        if !found.hits.is_empty() {
            return found;
        }
        let plan = self.wider(&found.query);
        self.among(None, found.query, plan)
    }

    fn among(&self, narrowed: Option<&[usize]>, query: String, plan: Plan) -> Found {
        let mut found = Found { query, plan, ..Found::default() };
        let mut others = Vec::new();
        for next in 0..narrowed.map_or(self.entries.len(), <[usize]>::len) {
            let at = narrowed.and_then(|places| places.get(next)).copied().unwrap_or(next);
            let Some(entry) = self.get(at).filter(|entry| found.plan.suits(&entry.folded)) else { continue };
            found.hits.push(at);
            let called =
                entry.names && entry.folded.split('\n').next().is_some_and(|title| found.plan.suits(title));
            if called { &mut found.entries } else { &mut others }.push(at);
        }
        found.entries.append(&mut others);
        found
    }

    /// The words as they are spelt, or near to a word of a name; and all names of what the query names or begins to.
    fn plan(&self, query: &str) -> Plan {
        let mut plan = Plan::default();
        if let Some(owner) = self.names.owner(query) {
            self.call(owner, "", &mut plan);
            return plan;
        }
        let most = tolerance(query);
        for (name, owner) in self.names.all() {
            // Three letters of an alphabet, or one of Chinese, begin to be a name. The names that begin so too are
            // found as words.
            if query.len() >= 3 && name.starts_with(query) {
                self.call(*owner, query, &mut plan);
            } else if near(query, name, most.max(1), Near::Whole) && (most > 0 || self.is_slip(query, name)) {
                self.call(*owner, "", &mut plan);
            }
        }
        self.spell(query, false, &mut plan);
        plan
    }

    /// The same for a query that is nowhere: short words may be wrong too, and names still be on their way.
    fn wider(&self, query: &str) -> Plan {
        let mut plan = Plan::default();
        for (name, owner) in self.names.all() {
            if plan.phrases.len() < MOST_NAMES && is_close(query, name, true) {
                self.call(*owner, "", &mut plan);
            }
        }
        self.spell(query, true, &mut plan);
        plan
    }

    /// Adds the names of a thing to a plan, but for those that begin like this.
    fn call(&self, owner: usize, but: &str, plan: &mut Plan) {
        for name in self.names.of(owner) {
            if but.is_empty() || !name.starts_with(but) {
                plan.phrases.push(name.clone());
            }
        }
    }

    /// Adds the words of a query to a plan, and the words of names that each is near to.
    fn spell(&self, query: &str, wide: bool, plan: &mut Plan) {
        plan.words.extend(query.split(' ').map(|word| self.names.spellings(word, wide)));
    }

    /// Whether a short query is as long as the name, and no word by itself.
    fn is_slip(&self, query: &str, name: &str) -> bool {
        let ends = |text: &str| !text.starts_with(|next: char| next.is_ascii_alphanumeric());
        let is_word = |entry: &Entry| {
            place(&entry.folded, query, 0)
                .is_some_and(|at| entry.folded.get(at + query.len()..).is_some_and(ends))
        };
        query.len() == name.len() && !is_one_letter(query) && !self.entries.iter().any(is_word)
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

    /// Whether anything that was looked for is in a folded text.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        let mut is_in = false;
        self.each_needle(|needle| is_in = is_in || place(folded, needle, 0).is_some());
        is_in
    }

    /// Calls with each thing to look for in the texts of what was found.
    pub(super) fn each_needle(&self, mut each: impl FnMut(&str)) {
        for needles in self.plan.words.iter().chain([&self.plan.phrases]) {
            for needle in needles {
                each(needle);
            }
        }
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
