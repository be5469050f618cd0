//! The single keys that lead somewhere. A reader may turn them off (WCAG 2.1.4).

/// Shows the list of shortcuts.
pub const SHORTCUTS: &str = "?";
/// Goes to the search.
pub const SEARCH: &str = "/";
/// Goes to the next section or fact.
pub const NEXT: &str = "n";
/// Goes to the previous section or fact.
pub const PREVIOUS: &str = "p";
/// Opens all cards of the section that is read, or closes them.
pub const ALL_CARDS: &str = "o";
/// Shares the focused card, the section that is read, or the page.
pub const SHARE: &str = "s";
