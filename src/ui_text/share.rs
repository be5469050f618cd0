//! Labels of sharing and citing.

use super::labels::labels;

labels! {
    /// Labels of the share and cite buttons and their dialog.
    pub struct ShareText {
        /// Button that opens the dialog.
        pub share,
        /// Button that opens the dialog at the citation.
        pub cite,
        /// Heading of the dialog.
        pub title,
        /// Label of the field with the address.
        pub link,
        /// Label of the field with the link to the selected text.
        pub selection,
        /// Label of the field with the text for a message.
        pub text,
        /// Legend of the citation, and label of its files.
        pub citation,
        /// Accessible name of the select of formats.
        pub format,
        /// Format: plain text.
        pub plain,
        /// Format: BibTeX.
        pub bibtex,
        /// Format: RIS.
        pub ris,
        /// Format: CSL-JSON.
        pub csl_json,
        /// Citation of a part of the story; `{author}`, `{title}`, `{story}`, `{date}`, `{link}`.
        pub cite_part,
        /// Citation of the story; the same without `{story}`.
        pub cite_story,
        /// Credit of the source article; `{outlet}`, `{when}` it was published.
        pub retold,
        /// Label of the field with the citation.
        pub citation_field,
        /// Link that downloads the citation.
        pub download_citation,
        /// Alt text of the preview image.
        pub image_alt,
        /// Link that downloads the image.
        pub download_image,
        /// Button that opens the system's share sheet.
        pub share_via,
    }
}
