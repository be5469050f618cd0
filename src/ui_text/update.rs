//! Labels of the update banner.

use super::labels::labels;

labels! {
    /// Labels of the update banner.
    pub struct UpdateText {
        /// Message: a newer version is available.
        pub available,
        /// Button that loads it.
        pub load,
        /// Button that keeps the current version.
        pub dismiss,
    }
}
