//! Editions: the story in other languages, each a separate site with the same ids.

/// An edition: the story in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// BCP 47 tag of its language.
    pub language: String,
    /// The language's own name for itself.
    pub name: String,
    /// Root of its site: a whole URL, or a path from this site's root. Ends with a slash.
    pub address: String,
}
