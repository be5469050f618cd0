//! Guesses: the question before a figure, and the figure's position in the range.

use super::model::{FactRef, Figure, Story};
use super::text::Inline;

/// Index of a guess in [`Story::guesses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuessRef(pub(super) usize);

/// A question about a fact's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The fact. Its id is also the guess's id.
    pub fact: FactRef,
    /// The question.
    pub question: String,
    /// Template for a guess in words; `{guess}`.
    pub guess_template: String,
    /// Whether the question is about the figure's `elapsed_hours`, not the figure.
    pub asks_hours: bool,
    /// Units of the figure in one unit of the range.
    pub scale: f64,
    /// End of the range, which starts at 0.
    pub max: u32,
    /// Step of the range.
    pub step: u32,
    /// What to think about after the answer.
    pub reflection: Vec<Inline>,
}

impl Guess {
    /// The fact's figure. The loader guarantees one.
    pub fn figure<'a>(&self, story: &'a Story) -> Option<&'a Figure> {
        story[self.fact].figure.as_ref()
    }

    /// Position of the figure in the range.
    pub fn answer(&self, figure: &Figure) -> f64 {
        let asked = figure.elapsed_hours.filter(|_| self.asks_hours).unwrap_or_else(|| figure.amount.last());
        asked / self.scale
    }
}
