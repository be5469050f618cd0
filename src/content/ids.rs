//! What an id looks like.

/// Regular expression for ids.
pub const ID_PATTERN: &str = "^[A-Za-z0-9][A-Za-z0-9-]*$";

/// Whether text matches [`ID_PATTERN`].
pub(super) fn matches_id_pattern(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

/// Whether text can be the id of a file: small letters, digits and hyphens, a letter first.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase()) && is_slug(id)
}

/// Whether text can be an id in lower case.
pub(super) fn is_slug(id: &str) -> bool {
    matches_id_pattern(id) && !id.contains(|letter: char| letter.is_ascii_uppercase())
}
