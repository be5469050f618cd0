//! How far a word is from a name, in letters that are wrong, missing, too many or swapped. Knows no other words.

/// How many letters of a word may be wrong.
pub(super) fn tolerance(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Whether a word is the name but for so many letters (optimal string alignment).
pub(super) fn near(word: &str, name: &str, most: usize) -> bool {
    let (word, name) = (spelt(word), spelt(name));
    word.len().abs_diff(name.len()) <= most
        && rows(&word, &name, most).is_some_and(|row| row[name.len()] <= most)
}

/// Whether a word is how the name begins but for so many letters: it may still be on its way.
pub(super) fn begins_near(word: &str, name: &str, most: usize) -> bool {
    let (word, name) = (spelt(word), spelt(name));
    rows(&word, &name, most).is_some_and(|row| row.iter().any(|distance| *distance <= most))
}

fn spelt(word: &str) -> Vec<char> {
    word.chars().collect()
}

/// The distances of the whole word to each beginning of the name; nothing once none of them can be near.
fn rows(word: &[char], name: &[char], most: usize) -> Option<Vec<usize>> {
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=name.len()).collect();
    for (down, letter) in word.iter().enumerate() {
        let mut row = vec![down + 1];
        for (across, other) in name.iter().enumerate() {
            let change = last[across] + usize::from(letter != other);
            let mut least = change.min(last[across + 1] + 1).min(row[across] + 1);
            if down > 0 && across > 0 && *letter == name[across - 1] && word[down - 1] == *other {
                let swap: usize = before[across - 1] + 1;
                least = least.min(swap);
            }
            row.push(least);
        }
        if row.iter().all(|distance| *distance > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last)
}
