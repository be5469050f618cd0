//! Labels of the controls of all cards.

use super::labels::labels;

labels! {
    /// Labels of the controls of all cards of a page.
    pub struct CardControlsText {
        /// Accessible name of the group.
        pub group,
        /// Count of open cards; `{open}`, `{total}`.
        pub count,
        /// Button that opens every card.
        pub open_all,
        /// Button that closes every card.
        pub close_all,
    }
}
