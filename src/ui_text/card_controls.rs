//! The labels of the controls of all cards.

use super::labels::labels;

labels! {
    /// The controls of all cards of a page.
    pub struct CardControlsText {
        /// Names the group for screen readers.
        pub group,
        /// How many cards are open: `{open}` of `{total}`.
        pub count,
        /// Opens every card.
        pub open_all,
        /// Closes every card.
        pub close_all,
    }
}
