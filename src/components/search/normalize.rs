//! Writes text so that what readers take for the same is the same: case, diacritics, width and punctuation apart.
//! A table of its own, because the browser's normalisation would cost a call a word and Rust's tables 20 KB.

/// First and last letter of a run with the same base, and that base: the Latin letters of European languages, of
/// Vietnamese and of pinyin.
const BASES: [(char, char, char); 52] = [
    ('\u{0100}', '\u{0105}', 'a'),
    ('\u{0106}', '\u{010d}', 'c'),
    ('\u{010e}', '\u{0111}', 'd'),
    ('\u{0112}', '\u{011b}', 'e'),
    ('\u{011c}', '\u{0123}', 'g'),
    ('\u{0124}', '\u{0127}', 'h'),
    ('\u{0128}', '\u{0133}', 'i'),
    ('\u{0134}', '\u{0135}', 'j'),
    ('\u{0136}', '\u{0138}', 'k'),
    ('\u{0139}', '\u{0142}', 'l'),
    ('\u{0143}', '\u{014b}', 'n'),
    ('\u{014c}', '\u{0153}', 'o'),
    ('\u{0154}', '\u{0159}', 'r'),
    ('\u{015a}', '\u{0161}', 's'),
    ('\u{0162}', '\u{0167}', 't'),
    ('\u{0168}', '\u{0173}', 'u'),
    ('\u{0174}', '\u{0175}', 'w'),
    ('\u{0176}', '\u{0178}', 'y'),
    ('\u{0179}', '\u{017e}', 'z'),
    ('\u{017f}', '\u{017f}', 's'),
    ('\u{01a0}', '\u{01a1}', 'o'),
    ('\u{01af}', '\u{01b0}', 'u'),
    ('\u{01cd}', '\u{01ce}', 'a'),
    ('\u{01cf}', '\u{01d0}', 'i'),
    ('\u{01d1}', '\u{01d2}', 'o'),
    ('\u{01d3}', '\u{01dc}', 'u'),
    ('\u{0218}', '\u{0219}', 's'),
    ('\u{021a}', '\u{021b}', 't'),
    ('\u{1ea0}', '\u{1eb7}', 'a'),
    ('\u{1eb8}', '\u{1ec7}', 'e'),
    ('\u{1ec8}', '\u{1ecb}', 'i'),
    ('\u{1ecc}', '\u{1ee3}', 'o'),
    ('\u{1ee4}', '\u{1ef1}', 'u'),
    ('\u{1ef2}', '\u{1ef9}', 'y'),
    ('\u{00c0}', '\u{00c6}', 'a'),
    ('\u{00c7}', '\u{00c7}', 'c'),
    ('\u{00c8}', '\u{00cb}', 'e'),
    ('\u{00cc}', '\u{00cf}', 'i'),
    ('\u{00d0}', '\u{00d0}', 'd'),
    ('\u{00d1}', '\u{00d1}', 'n'),
    ('\u{00d2}', '\u{00d8}', 'o'),
    ('\u{00d9}', '\u{00dc}', 'u'),
    ('\u{00dd}', '\u{00dd}', 'y'),
    ('\u{00df}', '\u{00df}', 's'),
    ('\u{00e0}', '\u{00e6}', 'a'),
    ('\u{00e7}', '\u{00e7}', 'c'),
    ('\u{00e8}', '\u{00eb}', 'e'),
    ('\u{00ec}', '\u{00ef}', 'i'),
    ('\u{00f1}', '\u{00f1}', 'n'),
    ('\u{00f2}', '\u{00f8}', 'o'),
    ('\u{00f9}', '\u{00fc}', 'u'),
    ('\u{00fd}', '\u{00ff}', 'y'),
];

/// Folds a text: one letter for each of its letters, none for what only joins or accents them, and one space for
/// any run of blanks and punctuation. Line ends, points and commas stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (_, letter) in letters(text) {
        folded.push(letter);
    }
    folded
}

/// The folded letters of a text, each with the place in the text of the letter that it stands for.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut blank = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let letter = fold_letter(letter)?;
        let again = blank && letter == ' ';
        blank = letter == ' ';
        (!again).then_some((at, letter))
    })
}

fn fold_letter(letter: char) -> Option<char> {
    match letter {
        'A'..='Z' => Some(letter.to_ascii_lowercase()),
        'a'..='z' | '0'..='9' | '\n' | '.' | ',' | '%' | '+' | '$' => Some(letter),
        // The other signs of ASCII, the quotes and dashes of print, and the punctuation of Chinese.
        '\0'..='\u{7f}'
        | '\u{a0}'
        | '\u{b7}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3003}'
        | '\u{3008}'..='\u{301f}' => Some(' '),
        // Joiners, and accents that stand alone.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{300}'..='\u{36f}' => None,
        // Greek and Cyrillic capitals, and the wide letters of Chinese keyboards.
        '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => moved(letter, 32),
        '\u{400}'..='\u{40f}' => moved(letter, 80),
        '\u{ff01}'..='\u{ff5e}' => moved(letter, -0xfee0).and_then(fold_letter),
        '\u{80}'..='\u{1eff}' => {
            let run = BASES.iter().find(|(first, last, _)| (*first..=*last).contains(&letter));
            Some(run.map_or(letter, |(_, _, base)| *base))
        }
        _ => Some(letter),
    }
}

fn moved(letter: char, by: i32) -> Option<char> {
    char::from_u32(u32::from(letter).saturating_add_signed(by))
}

/// UiText with single spaces between them, without the points and commas at their ends.
pub(super) fn spaced(folded: &str) -> String {
    let mut words = String::new();
    for word in folded.split(' ') {
        let word = word.trim_matches(['.', ',', '\n']);
        if !word.is_empty() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    words
}
