//! Running text after reading: what a paragraph is made of. Knows nothing of Markdown, of HTML or of addresses.

use super::model::{EntityRef, FactRef};

/// A piece of a section's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Fact cards that stand together.
    Cards(Vec<FactRef>),
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
    /// Words that lead to a fact.
    Fact {
        /// Which.
        to: FactRef,
        /// The words.
        words: Vec<Inline>,
    },
    /// Words that lead to an entity.
    Entity {
        /// Which.
        to: EntityRef,
        /// The words.
        words: Vec<Inline>,
    },
}

/// The bare words of a run of text.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Foreign { text, .. } => text.clone(),
            Inline::Emphasis(words) | Inline::Fact { words, .. } | Inline::Entity { words, .. } => {
                plain(words)
            }
        })
        .collect()
}
