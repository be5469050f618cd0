//! The labels of sharing and citing.

use super::labels::labels;

labels! {
    /// The controls that share and cite, and their dialog.
    pub struct ShareText {
        /// Opens the dialog.
        pub share,
        /// Opens the dialog at the citation.
        pub cite,
        /// Heads the dialog.
        pub title,
        /// Names the address.
        pub link,
        /// Names the address of the words that the reader selected.
        pub selection,
        /// Names the text for a message.
        pub text,
        /// Heads the citation and its files.
        pub citation,
        /// Names the choice of a citation's format.
        pub format,
        /// A format: plain text.
        pub plain,
        /// A format: BibTeX.
        pub bibtex,
        /// A format: RIS.
        pub ris,
        /// A format: CSL-JSON.
        pub csl_json,
        /// Cites a part of the story: `{author}`, `{title}`, `{story}`, `{date}`, `{link}`.
        pub cite_part,
        /// Cites the story: the same without `{story}`.
        pub cite_story,
        /// What is retold: the `{outlet}`, and `{when}` it wrote.
        pub retold,
        /// Names the citation as it will be copied.
        pub cited,
        /// Downloads the citation.
        pub file,
        /// Says what the picture is.
        pub preview,
        /// Downloads the picture.
        pub picture,
        /// Opens the system's own sheet.
        pub send,
    }
}
