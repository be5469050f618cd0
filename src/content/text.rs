//! Running text after reading: what a paragraph is made of.

use super::guess::GuessRef;
use super::model::{EntityRef, FactRef};
use super::plot::PlotRef;

/// A piece of a section's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Fact cards that stand together.
    Cards(Vec<FactRef>),
    /// A plot.
    Plot(PlotRef),
    /// A guess at a figure that follows.
    Guess(GuessRef),
    /// Events after the source article, one paragraph each.
    Since(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words in another script, with their BCP 47 language tag.
    Foreign {
        /// The language tag.
        lang: String,
        /// The words.
        text: String,
    },
    /// A title or a stressed word.
    Emphasis(Vec<Inline>),
    /// A link to a fact.
    Fact {
        /// Which.
        to: FactRef,
        /// The words.
        children: Vec<Inline>,
    },
    /// A link to an entity.
    Entity {
        /// Which.
        to: EntityRef,
        /// The words.
        children: Vec<Inline>,
    },
}

impl Block {
    /// The running text, a paragraph each.
    pub fn paragraphs(&self) -> &[Vec<Inline>] {
        match self {
            Self::Paragraph(words) => std::slice::from_ref(words),
            Self::Since(paragraphs) => paragraphs,
            Self::Cards(_) | Self::Plot(_) | Self::Guess(_) => &[],
        }
    }
}

/// The bare words of a run of text.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Foreign { text, .. } => text.clone(),
            Inline::Emphasis(children) | Inline::Fact { children, .. } | Inline::Entity { children, .. } => {
                plain(children)
            }
        })
        .collect()
}

/// Splits words where the script changes, so that each part carries its language: the known one, else the likeliest.
pub fn by_script(text: &str, known: impl Fn(&str) -> Option<String>) -> Vec<Inline> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for letter in text.chars() {
        let foreign = script(letter).is_some();
        match runs.last_mut() {
            Some((same, run)) if *same == foreign => run.push(letter),
            _ => runs.push((foreign, letter.to_string())),
        }
    }
    let run = |(foreign, text): (bool, String)| {
        if !foreign {
            return Inline::Text(text);
        }
        Inline::Foreign { lang: known(&text).unwrap_or_else(|| likeliest_language(&text).to_owned()), text }
    };
    runs.into_iter().map(run).collect()
}

/// The likeliest language of words in another script; Han letters alone are taken for Chinese.
pub fn likeliest_language(text: &str) -> &'static str {
    text.chars().filter_map(script).find(|lang| *lang != HAN).unwrap_or(HAN)
}

/// The language of Han letters alone.
const HAN: &str = "zh-Hans";

/// The likeliest language of a letter outside the Latin script.
fn script(letter: char) -> Option<&'static str> {
    match letter {
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Some("ko"),
        '\u{0900}'..='\u{097f}' => Some("hi"),
        '\u{0600}'..='\u{06ff}' => Some("ar"),
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Some(HAN),
        _ => None,
    }
}

/// A text of at most so many characters: whole if it fits, else cut after a word, with an ellipsis.
pub fn truncate(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let after_a_word = text[end..].starts_with(char::is_whitespace);
    let head = if after_a_word {
        head
    } else {
        head.rsplit_once(char::is_whitespace).map_or(head, |(head, _)| head)
    };
    format!(
        "{}…",
        head.trim_end_matches(|letter: char| !letter.is_alphanumeric() && !")%’”".contains(letter))
    )
}
