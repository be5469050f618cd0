//! Guesses: the question before a figure, and the figure's position in the range.

use super::model::{FactRef, Figure, Story};
use super::text::Inline;

/// A guess's place in [`Story::guesses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuessRef(pub(super) usize);

/// A question that a fact's figure answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The fact; its id is also the guess's.
    pub fact: FactRef,
    /// The question.
    pub question: String,
    /// Puts a guess in words: `{guess}`.
    pub answer_template: String,
    /// Whether the question asks after how many hours the figure was reached, and not for the figure.
    pub asks_hours: bool,
    /// How many of the figure's own units one unit of the range counts as.
    pub scale: f64,
    /// The end of the range, which begins at 0.
    pub max: u32,
    /// How far apart two guesses are.
    pub step: u32,
    /// What there is to think about afterwards.
    pub reflection: Vec<Inline>,
}

impl Guess {
    /// The fact's figure. The loader guarantees one.
    pub fn figure<'a>(&self, story: &'a Story) -> Option<&'a Figure> {
        story[self.fact].figure.as_ref()
    }

    /// Where the figure is along the range.
    pub fn answer(&self, figure: &Figure) -> f64 {
        let asked = figure.elapsed_hours.filter(|_| self.asks_hours).unwrap_or_else(|| figure.amount.last());
        asked / self.scale
    }
}
