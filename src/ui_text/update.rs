//! The labels of the update banner.

use super::labels::labels;

labels! {
    /// What the update banner says of a newer version, and what can be done with it.
    pub struct UpdateText {
        /// Tells that a newer version is there.
        pub newer,
        /// Loads it.
        pub load,
        /// Goes on with the one at hand.
        pub later,
    }
}
