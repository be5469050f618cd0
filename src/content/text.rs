//! Running text after loading: the parts of a paragraph.

use serde::Serializer;

use super::{EntityRef, FactRef, GuessRef, PlotRef};

/// A block of a section's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Fact cards in a group.
    Cards(Vec<FactRef>),
    /// A plot.
    Plot(PlotRef),
    /// A guess at a figure that is revealed later.
    Guess(GuessRef),
    /// Events after the source article, one per paragraph.
    LaterEvents(Vec<Vec<Inline>>),
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
    /// A title or emphasised text.
    Emphasis(Vec<Inline>),
    /// A link to a fact.
    Fact {
        /// The fact.
        to: FactRef,
        /// The text of the link.
        children: Vec<Inline>,
    },
    /// A link to an entity.
    Entity {
        /// The entity.
        to: EntityRef,
        /// The text of the link.
        children: Vec<Inline>,
    },
}

impl Block {
    /// Paragraphs of running text.
    pub fn paragraphs(&self) -> &[Vec<Inline>] {
        match self {
            Self::Paragraph(inlines) => std::slice::from_ref(inlines),
            Self::LaterEvents(paragraphs) => paragraphs,
            Self::Cards(_) | Self::Plot(_) | Self::Guess(_) => &[],
        }
    }
}

/// Plain text of inline text, without links and emphasis.
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

/// Serializes inline text as plain text.
///
/// # Errors
///
/// If the serializer fails.
pub fn serialize_plain<S: Serializer>(inlines: &[Inline], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&plain(inlines))
}

/// Shortens text to at most `most` characters: cuts after a word and adds an ellipsis.
pub fn truncate(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(offset, _)| offset);
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
