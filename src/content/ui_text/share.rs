//! The labels of sharing and citing.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
#[cfg(target_arch = "wasm32")]
use serde_tuple::Deserialize_tuple;
use serde_tuple::Serialize_tuple;

/// The controls that share and cite, and their dialog.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
#[cfg_attr(target_arch = "wasm32", derive(Deserialize_tuple))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Deserialize),
    serde(deny_unknown_fields, rename_all = "kebab-case")
)]
pub struct ShareText {
    /// Opens the dialog.
    pub share: String,
    /// Opens the dialog at the citation.
    pub cite: String,
    /// Heads the dialog.
    pub title: String,
    /// Names the address.
    pub link: String,
    /// Names the address of the words that the reader selected.
    pub selection: String,
    /// Names the text for a message.
    pub text: String,
    /// Heads the citation and its files.
    pub citation: String,
    /// Names the choice of a citation's format.
    pub format: String,
    /// A format: plain text.
    pub plain: String,
    /// A format: BibTeX.
    pub bibtex: String,
    /// A format: RIS.
    pub ris: String,
    /// A format: CSL-JSON.
    pub csl_json: String,
    /// Cites a part of the story: `{author}`, `{title}`, `{story}`, `{date}`, `{link}`, `{retold}`.
    pub cite_part: String,
    /// Cites the story: the same without `{story}`.
    pub cite_story: String,
    /// What is retold: the `{outlet}`, and `{when}` it wrote.
    pub retold: String,
    /// Names the citation as it will be copied.
    pub cited: String,
    /// Downloads the citation.
    pub file: String,
    /// Says what the picture is.
    pub preview: String,
    /// Downloads the picture.
    pub picture: String,
    /// Copies the field beside it.
    pub copy: String,
    /// Opens the system's own sheet.
    pub send: String,
    /// Closes the dialog.
    pub close: String,
    /// Tells that it was copied.
    pub copied: String,
    /// Tells that it could not be copied and is selected.
    pub selected: String,
}
