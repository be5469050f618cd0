//! The labels that all dialogs share.

use super::labels::labels;

labels! {
    /// Copying a field, and closing the dialog.
    pub struct DialogText {
        /// Copies the field beside it.
        pub copy,
        /// Says that the field was copied.
        pub copied,
        /// Says that the field could not be copied and is selected.
        pub selected,
        /// Closes the dialog.
        pub close,
    }
}
