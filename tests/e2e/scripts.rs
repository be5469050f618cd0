//! Scripts and expressions that run in pages. Each file says what it returns.

/// How far the page scrolls sideways, in pixels: 0 if nothing is cut off.
pub const OVERFLOW: &str = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

pub const APPLY_TEXT_SPACING: &str = include_str!("scripts/apply_text_spacing.js");
pub const CARDS_AWAY_FROM_PASSAGE: &str = include_str!("scripts/cards_away_from_passage.js");
pub const CHUNKED_PARSING: &str = include_str!("scripts/chunked_parsing.js");
pub const CLIPPED_TEXT: &str = include_str!("scripts/clipped_text.js");
pub const COMPARE_STYLE: &str = include_str!("scripts/compare_style.js");
pub const COVERED_BY_HEADER: &str = include_str!("scripts/covered_by_header.js");
pub const DEAD_LINKS: &str = include_str!("scripts/dead_links.js");
pub const EMBED_HEIGHTS: &str = include_str!("scripts/embed_heights.js");
pub const HOSTILE_MESSAGES: &str = include_str!("scripts/hostile_messages.js");
pub const IS_FOCUS_SEEN: &str = include_str!("scripts/is_focus_seen.js");
pub const LAYOUT_SHIFTS: &str = include_str!("scripts/layout_shifts.js");
pub const LOW_CONTRAST: &str = include_str!("scripts/low_contrast.js");
pub const MISPLACED_PREVIEWS: &str = include_str!("scripts/misplaced_previews.js");
pub const OVERFLOWING_TEXT: &str = include_str!("scripts/overflowing_text.js");
pub const OVERLAPPING_CARDS: &str = include_str!("scripts/overlapping_cards.js");
pub const OVERLAPPING_TEXT: &str = include_str!("scripts/overlapping_text.js");
pub const REGISTER_IN_FRAME: &str = include_str!("scripts/register_in_frame.js");
pub const REPEATED_NAMES: &str = include_str!("scripts/repeated_names.js");
pub const SECTIONS_WITHOUT_SKIP_LINK: &str = include_str!("scripts/sections_without_skip_link.js");
pub const SELECT_WORDS: &str = include_str!("scripts/select_words.js");
pub const SMALL_TARGETS: &str = include_str!("scripts/small_targets.js");
pub const TEXT_WITHOUT_LANG: &str = include_str!("scripts/text_without_lang.js");
pub const KEEP_TRANSLATING: &str = include_str!("scripts/keep_translating.js");
pub const TRANSLATE: &str = include_str!("scripts/translate.js");
