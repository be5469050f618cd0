//! Normalises text for comparison: removes case, accents, width and punctuation, with the platform's Unicode tables.

use crate::hooks::unicode;

/// Normalises a text. Keeps line ends, points, and commas that do not group digits. Replaces each run of spaces and
/// punctuation by one space.
pub fn normalize(text: &str) -> String {
    normalized_chars(text).into_iter().map(|(_, letter)| letter).collect()
}

/// The letters of the normalised text, each with its byte offset in the original text.
pub(super) fn normalized_chars(text: &str) -> Vec<(usize, char)> {
    let mut normalized = Vec::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let mut end = at + letter.len_utf8();
        while let Some((_, mark)) = letters.next_if(|(_, next)| extends(*next)) {
            end += mark.len_utf8();
        }
        if is_plain(letter) && end == at + letter.len_utf8() {
            push(&mut normalized, at, letter.to_ascii_lowercase());
        } else {
            let folded = unicode::fold_accents_and_case(text.get(at..end).unwrap_or_default());
            folded.chars().for_each(|letter| push(&mut normalized, at, letter));
        }
    }
    normalized
}

/// Whether a character extends the previous one: combining accents, Hangul vowels and finals, kana voicing marks.
fn extends(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1160}'..='\u{11ff}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' | '\u{ffc2}'..='\u{ffdc}')
}

/// Whether normalisation only changes the case of a letter: ASCII, typographic signs, Chinese.
fn is_plain(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{2010}'..='\u{201f}' | '\u{4e00}'..='\u{9fff}')
}

/// Appends a folded letter.
fn push(normalized: &mut Vec<(usize, char)>, at: usize, letter: char) {
    let letter = match letter {
        'a'..='z' | '0'..='9' | '\n' | '.' | ',' | '%' | '+' | '$' => letter,
        // Other ASCII signs, typographic quotes and dashes, Chinese punctuation.
        '\0'..='\u{7f}'
        | '\u{b7}'
        | '\u{2010}'..='\u{2029}'
        | '\u{2030}'..='\u{205f}'
        | '\u{2212}'
        | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{301f}'
        | '\u{30fb}' => ' ',
        // Joiners, marks of direction, variants; Arabic vowels and lengthening.
        '\u{ad}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => return,
        '\u{66c}' => ',',
        // Letters without a Unicode decomposition.
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ŧ' => 't',
        'ς' => 'σ',
        'æ' => return push_both(normalized, at, 'a', 'e'),
        'œ' => return push_both(normalized, at, 'o', 'e'),
        'ß' => return push_both(normalized, at, 's', 's'),
        _ => letter,
    };
    if letter == ' ' && normalized.last().is_some_and(|(_, last)| *last == ' ') {
        return;
    }
    // `660,000` becomes `660000`.
    if letter.is_ascii_digit()
        && let [.., (_, digit), (_, ',')] = normalized.as_slice()
        && digit.is_ascii_digit()
    {
        normalized.pop();
    }
    normalized.push((at, letter));
}

fn push_both(normalized: &mut Vec<(usize, char)>, at: usize, first: char, second: char) {
    push(normalized, at, first);
    push(normalized, at, second);
}

/// The words of a normalised text, with single spaces and without points and commas at their ends. Joins digits in
/// groups of three.
pub(super) fn collapse_words(normalized: &str) -> String {
    let mut words = String::new();
    let mut is_number = false;
    for word in normalized.split(' ') {
        let word = word.trim_matches(['.', ',', '\n']);
        let is_digits = word.bytes().all(|letter| letter.is_ascii_digit());
        if word.is_empty() {
            continue;
        }
        let goes_on = is_number && is_digits && word.len() == 3;
        if !words.is_empty() && !goes_on {
            words.push(' ');
        }
        words.push_str(word);
        is_number = goes_on || is_digits && word.len() <= 3;
    }
    words
}
