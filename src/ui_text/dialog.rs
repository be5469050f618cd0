//! Labels that all dialogs share.

use super::labels::labels;

labels! {
    /// Labels for copying a field and closing the dialog.
    pub struct DialogText {
        /// Button that copies the field beside it.
        pub copy,
        /// Status message: the field was copied.
        pub copied,
        /// Status message: the field could not be copied and is selected.
        pub selected,
        /// Button that closes the dialog.
        pub close,
    }
}
