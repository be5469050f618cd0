//! How far a word is from a name, in letters that are wrong, missing, too many or swapped. Knows no other words.

/// How many letters of a word may be wrong.
pub(super) fn tolerance(word: &str) -> usize {
    let letters = spelt(word).len();
    usize::from(letters >= 4) + usize::from(letters >= 8)
}

/// What a word is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// All of the name.
    Whole,
    /// Its beginning: the rest may be on its way.
    Beginning,
}

/// Whether a word is the name, or how it begins, but for so many letters (optimal string alignment).
pub(super) fn near(word: &str, name: &str, most: usize, what: Near) -> bool {
    let whole = what == Near::Whole;
    // A letter is of four bytes at most: names far too long are not even spelt.
    if whole && name.len() > (word.len() + most) * 4 {
        return false;
    }
    let (word, name) = (spelt(word), spelt(name));
    if whole && word.len().abs_diff(name.len()) > most {
        return false;
    }
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=name.len()).collect();
    for (down, letter) in word.iter().enumerate() {
        let mut row = vec![down + 1];
        let mut least = down + 1;
        for (across, other) in name.iter().enumerate() {
            let change = last[across] + usize::from(letter != other);
            let mut here = change.min(last[across + 1] + 1).min(row[across] + 1);
            if down > 0 && across > 0 && *letter == name[across - 1] && word[down - 1] == *other {
                let swap: usize = before[across - 1];
                here = here.min(swap + 1);
            }
            least = least.min(here);
            row.push(here);
        }
        if least > most {
            return false;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.iter().skip(if whole { name.len() } else { 0 }).any(|distance| *distance <= most)
}

fn spelt(word: &str) -> Vec<char> {
    word.chars().collect()
}
