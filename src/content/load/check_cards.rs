//! Checks cards: a short title, and text that the prose beside the card does not have.

use super::text_analysis::keywords;
use crate::content::language::word_count;
use crate::content::parse::Reporter;
use crate::content::text::{Block, plain};
use crate::content::{Fact, Section};

/// Maximum words in a card's title.
const MAX_TITLE_WORDS: usize = 9;

/// Maximum share of a card's keywords that one paragraph may contain, in percent. Keywords come from the title and from
/// `adds`.
const MAX_SHARED_PERCENT: usize = 60;

/// Reports cards with a long title and cards that repeat a paragraph of their section.
pub(super) fn check(sections: &[Option<Section>], facts: &[Option<Fact>], reporters: &[Reporter<'_>]) {
    for section in sections.iter().flatten() {
        let paragraphs = section.body.iter().flat_map(Block::paragraphs);
        let paragraphs: Vec<_> = paragraphs.map(|inlines| keywords(&plain(inlines))).collect();
        for card in &section.cards {
            let (Some(fact), reporter) = (&facts[card.0], reporters[card.0]) else { continue };
            let words = word_count(&fact.title);
            if words > MAX_TITLE_WORDS {
                let span = reporter.file.value_span("title");
                let expected = format!("at most {MAX_TITLE_WORDS} words in a card's title");
                reporter.error(span, expected, format!("{words}"));
            }
            let (key, says) =
                if fact.adds.is_empty() { ("claim", &fact.claim) } else { ("adds", &fact.adds) };
            let card_keywords = keywords(&format!("{} {}", fact.title, plain(says)));
            let shared =
                paragraphs.iter().map(|words| words.intersection(&card_keywords).collect::<Vec<_>>());
            let shared = shared.max_by_key(Vec::len).unwrap_or_default();
            if shared.len() * 100 > card_keywords.len() * MAX_SHARED_PERCENT {
                let span = reporter.file.value_span(key);
                let expected =
                    format!("a card of which a paragraph says at most {MAX_SHARED_PERCENT}% of the words");
                let words = shared.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ");
                reporter.error(
                    span,
                    expected,
                    format!("{} of {}: {words}", shared.len(), card_keywords.len()),
                );
            }
        }
    }
}
