//! The words around a guess.

use super::labels::labels;

labels! {
    /// What every guess says of itself.
    pub struct GuessText {
        /// Ends the guess.
        pub see,
        /// Names the reader's guess.
        pub yours,
        /// Names the fact's figure.
        pub figure,
        /// The guess is near the figure.
        pub near,
        /// The guess is below the figure.
        pub below,
        /// The guess is above the figure.
        pub above,
        /// The guess is on the side that the figure leaves open: more than, less than.
        pub open,
    }
}
