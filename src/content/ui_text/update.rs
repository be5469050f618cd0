//! The labels of what is kept for readers without a network.

use super::labels::labels;

labels! {
    /// What is told of a newer version, and what can be done with it.
    pub struct UpdateText {
        /// Tells that a newer version is there.
        pub newer,
        /// Loads it.
        pub load,
        /// Goes on with the one at hand.
        pub later,
    }
}
