//! Labels of the search.

use super::labels::labels;

labels! {
    /// Labels of the search field and its results.
    pub struct SearchText {
        /// Button that opens the search.
        pub open,
        /// Label of the field.
        pub label,
        /// Placeholder of the field.
        pub hint,
        /// Heading of definitions among the results.
        pub glossary,
        /// Heading of facts without a card among the results.
        pub facts,
        /// Accessible name of the results.
        pub results,
        /// Status message without results; `{query}`.
        pub none,
        /// Status message for one result.
        pub one,
        /// Status message for several results; `{count}`.
        pub many,
        /// Button that shows more results; `{count}`.
        pub more,
    }
}
