//! The story in other languages, each a site of its own with the same ids.

/// The story in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// BCP 47 tag of its language.
    pub language: String,
    /// What the language calls itself.
    pub name: String,
    /// The root of its site: a whole URL, or a path from this site's root. Ends with a slash.
    pub address: String,
}
