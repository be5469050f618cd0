//! The hotkeys, which are single keys. A reader may turn them off (WCAG 2.1.4).

/// Shows the list of shortcuts.
pub const HELP: &str = "?";
/// Goes to the search.
pub const SEARCH: &str = "/";
/// Goes to the next section or fact.
pub const NEXT: &str = "n";
/// Goes to the previous section or fact.
pub const PREVIOUS: &str = "p";
/// Opens or closes all cards of the current section.
pub const ALL_CARDS: &str = "o";
/// Shares the focused card, the current section, or the page.
pub const SHARE: &str = "s";
