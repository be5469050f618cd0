//! Labels of guesses.

use super::labels::labels;

labels! {
    /// Labels of every guess.
    pub struct GuessText {
        /// Button that reveals the answer.
        pub show_answer,
        /// Label of the reader's guess.
        pub yours,
        /// Label of the fact's figure.
        pub figure,
        /// Result: the guess is near the figure.
        pub near,
        /// Result: the guess is below the figure.
        pub below,
        /// Result: the guess is above the figure.
        pub above,
        /// Result: the guess may be right, because the figure is a bound, such as "more than".
        pub undecided,
    }
}
