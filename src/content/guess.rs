//! Guesses as the story sees them: what a reader is asked before a figure, and how far the figure is along the range.

use super::kinds::Qualifier;
use super::model::{FactRef, Figure, Story};
use super::text::Inline;
use crate::template::fill;

/// A guess's place in [`Story::guesses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuessRef(pub(super) usize);

/// A question that a fact's figure answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The fact; a guess is called as it is.
    pub fact: FactRef,
    /// What is asked.
    pub question: String,
    /// Writes a `{guess}`.
    pub said: String,
    /// Whether the hours are asked for after which the figure was reached, and not the figure.
    pub hours: bool,
    /// How many of the figure's own units one step of the range counts as.
    pub by: f64,
    /// The end of the range, which begins at none.
    pub most: u32,
    /// How far apart two guesses are.
    pub step: u32,
    /// What there is to think about afterwards.
    pub reflection: Vec<Inline>,
}

impl Guess {
    /// A guess in words.
    pub fn say(&self, guess: u32) -> String {
        fill(&self.said, &[("guess", &guess.to_string())])
    }

    /// The fact's figure, which the loader has seen to.
    pub fn figure<'a>(&self, story: &'a Story) -> Option<&'a Figure> {
        story[self.fact].figure.as_ref()
    }

    /// Where the figure is along the range.
    pub fn answer(&self, figure: &Figure) -> f64 {
        let asked = figure.hours.filter(|_| self.hours).unwrap_or_else(|| figure.amount.last());
        asked / self.by
    }

    /// The side of the figure on which a guess may be right, for all that the figure says.
    pub fn open(&self, figure: &Figure) -> Option<&'static str> {
        match figure.qualifier? {
            Qualifier::MoreThan | Qualifier::AtLeast => Some("above"),
            Qualifier::LessThan => Some("below"),
            Qualifier::About | Qualifier::Nearly | Qualifier::UpTo => None,
        }
    }
}
