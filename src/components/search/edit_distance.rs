//! Compares a word with a name, allowing typing mistakes: wrong, missing, extra and swapped letters.

/// The number of mistakes that a word may have.
pub(super) fn max_edits(word: &str) -> usize {
    let letters = chars(word).len();
    usize::from(letters >= 4) + usize::from(letters >= 8)
}

/// What part of a name a word is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchMode {
    /// The whole name.
    Whole,
    /// The start of the name: the rest may not be typed yet.
    Prefix,
}

/// Whether a word equals the name, or its start, with at most `max_edits` mistakes (optimal string alignment).
pub(super) fn within_edits(word: &str, name: &str, max_edits: usize, mode: MatchMode) -> bool {
    let is_whole = mode == MatchMode::Whole;
    // A letter has at most four bytes. So long names are excluded without counting their letters.
    if is_whole && name.len() > (word.len() + max_edits) * 4 {
        return false;
    }
    let (word, name) = (chars(word), chars(name));
    if is_whole && word.len().abs_diff(name.len()) > max_edits {
        return false;
    }
    let mut last_but_one = Vec::new();
    let mut last: Vec<usize> = (0..=name.len()).collect();
    for (down, letter) in word.iter().enumerate() {
        let mut row = vec![down + 1];
        let mut least = down + 1;
        for (across, other) in name.iter().enumerate() {
            let change = last[across] + usize::from(letter != other);
            let mut edits = change.min(last[across + 1] + 1).min(row[across] + 1);
            if down > 0 && across > 0 && *letter == name[across - 1] && word[down - 1] == *other {
                let swap: usize = last_but_one[across - 1];
                edits = edits.min(swap + 1);
            }
            least = least.min(edits);
            row.push(edits);
        }
        if least > max_edits {
            return false;
        }
        last_but_one = std::mem::replace(&mut last, row);
    }
    last.iter().skip(if is_whole { name.len() } else { 0 }).any(|edits| *edits <= max_edits)
}

fn chars(word: &str) -> Vec<char> {
    word.chars().collect()
}
