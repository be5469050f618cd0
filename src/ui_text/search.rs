//! The labels of the search.

use super::labels::labels;

labels! {
    /// The field that searches the story, and what it answers.
    pub struct SearchText {
        /// Opens the search.
        pub open,
        /// Names the field.
        pub label,
        /// Says in the empty field what can be found.
        pub hint,
        /// Heads the definitions among the results.
        pub glossary,
        /// Heads the facts that have no card.
        pub facts,
        /// Names the results.
        pub results,
        /// Tells that nothing holds the `{query}`.
        pub none,
        /// Tells that there is one result.
        pub one,
        /// Tells the `{count}` of results.
        pub many,
        /// Shows `{count}` results more.
        pub more,
    }
}
