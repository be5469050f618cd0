//! Detects the language of text by its script, and counts words.

use unicode_script::{Script, ScriptExtension, UnicodeScript as _};

use super::text::Inline;

/// Scripts with the languages that they write, the likeliest first.
const LANGUAGES: [(Script, &[&str]); 9] = [
    (Script::Hiragana, &["ja"]),
    (Script::Katakana, &["ja"]),
    (Script::Hangul, &["ko"]),
    (Script::Devanagari, &["hi", "mr", "ne"]),
    (Script::Arabic, &["ar", "fa", "ur"]),
    (Script::Hebrew, &["he", "yi"]),
    (Script::Thai, &["th"]),
    (Script::Tamil, &["ta"]),
    // Last, because Japanese and Korean text contains Han letters too.
    (Script::Han, &["zh-Hans", "zh", "yue", "ja", "ko"]),
];

/// Reading speed in words per minute.
pub(super) const WORDS_PER_MINUTE: usize = 230;
/// Reading speed in Han letters or kana per minute.
const LETTERS_PER_MINUTE: usize = 400;

/// Splits text where the script is not one of the story's language. Each such part gets the language that `known`
/// returns, or the likeliest language of its script.
pub fn split_by_script(
    text: &str,
    story_language: &str,
    known: impl Fn(&str) -> Option<String>,
) -> Vec<Inline> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for letter in text.chars() {
        let is_foreign = foreign_scripts(letter, story_language).is_some();
        match runs.last_mut() {
            Some((same, run)) if *same == is_foreign => run.push(letter),
            _ => runs.push((is_foreign, letter.to_string())),
        }
    }
    let run = |(is_foreign, text): (bool, String)| {
        let likeliest = || likeliest_language(&text, story_language).map(str::to_owned);
        let lang = is_foreign.then(|| known(&text).or_else(likeliest)).flatten();
        match lang.filter(|lang| primary_subtag(lang) != primary_subtag(story_language)) {
            Some(lang) => Inline::Foreign { lang, text },
            None => Inline::Text(text),
        }
    };
    runs.into_iter().map(run).collect()
}

/// Likeliest language of text in another script than the story's. Text in Han letters alone counts as Chinese.
pub fn likeliest_language(text: &str, story_language: &str) -> Option<&'static str> {
    let is_in = |script| {
        let mut scripts = text.chars().filter_map(|letter| foreign_scripts(letter, story_language));
        scripts.any(|scripts| scripts.contains_script(script))
    };
    LANGUAGES.iter().find(|(script, _)| is_in(*script)).and_then(|(_, languages)| languages.first().copied())
}

/// Number of words. A Han letter or kana counts as the part of a word that takes the same time to read.
pub fn word_count(text: &str) -> usize {
    let is_han_or_kana = |letter| {
        foreign_scripts(letter, "").is_some_and(|scripts| {
            [Script::Han, Script::Hiragana, Script::Katakana].iter().any(|one| scripts.contains_script(*one))
        })
    };
    let letters = text.chars().filter(|letter| is_han_or_kana(*letter)).count();
    let words = text.split(|letter: char| letter.is_whitespace() || is_han_or_kana(letter));
    let words = words.filter(|word| word.contains(char::is_alphanumeric)).count();
    words + letters * WORDS_PER_MINUTE / LETTERS_PER_MINUTE
}

/// Scripts of a letter that is neither Latin nor in a script of the language. `None` for punctuation that scripts
/// share.
fn foreign_scripts(letter: char, language: &str) -> Option<ScriptExtension> {
    let scripts = letter.script_extension();
    let is_letter = letter.is_alphabetic() || !matches!(letter.script(), Script::Common | Script::Inherited);
    let is_own = || {
        LANGUAGES.iter().any(|(script, languages)| {
            scripts.contains_script(*script) && languages.contains(&primary_subtag(language))
        })
    };
    let is_foreign = is_letter && !scripts.is_empty() && !scripts.contains_script(Script::Latin) && !is_own();
    is_foreign.then_some(scripts)
}

/// Whether text has the form of a language tag (BCP 47): a language of two or three letters, then subtags.
pub fn is_language_tag(tag: &str) -> bool {
    let is_language =
        |text: &str| (2..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_lowercase());
    let is_subtag = |text: &str| {
        (1..=8).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_alphanumeric())
    };
    is_language(primary_subtag(tag)) && tag.split('-').skip(1).all(is_subtag)
}

/// Primary subtag of a BCP 47 tag.
pub fn primary_subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
