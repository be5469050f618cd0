//! Scripts that run in pages, a file each, which says what it returns.

pub const CLIPPED_TEXT: &str = include_str!("scripts/clipped_text.js");
pub const COMPARE_STYLE: &str = include_str!("scripts/compare_style.js");
pub const COVERED_BY_HEADER: &str = include_str!("scripts/covered_by_header.js");
pub const CUT_WORDS: &str = include_str!("scripts/cut_words.js");
pub const DEAD_LINKS: &str = include_str!("scripts/dead_links.js");
pub const EMBED_HEIGHTS: &str = include_str!("scripts/embed_heights.js");
pub const HOSTILE_MESSAGES: &str = include_str!("scripts/hostile_messages.js");
pub const IS_FOCUS_SEEN: &str = include_str!("scripts/is_focus_seen.js");
pub const LAYOUT_SHIFTS: &str = include_str!("scripts/layout_shifts.js");
pub const LOW_CONTRAST: &str = include_str!("scripts/low_contrast.js");
pub const MISPLACED_PREVIEWS: &str = include_str!("scripts/misplaced_previews.js");
pub const NOTES_AWAY_FROM_PASSAGE: &str = include_str!("scripts/notes_away_from_passage.js");
pub const OVERLAPPING_NOTES: &str = include_str!("scripts/overlapping_notes.js");
pub const OVERLAPPING_TEXT: &str = include_str!("scripts/overlapping_text.js");
pub const READ_IN_PIECES: &str = include_str!("scripts/read_in_pieces.js");
pub const REGISTER_IN_FRAME: &str = include_str!("scripts/register_in_frame.js");
pub const REPEATED_NAMES: &str = include_str!("scripts/repeated_names.js");
pub const SECTIONS_WITHOUT_WAY_PAST: &str = include_str!("scripts/sections_without_way_past.js");
pub const SELECT_WORDS: &str = include_str!("scripts/select_words.js");
pub const SMALL_TARGETS: &str = include_str!("scripts/small_targets.js");
pub const TRANSLATE: &str = include_str!("scripts/translate.js");
pub const WIDEN_SPACING: &str = include_str!("scripts/widen_spacing.js");
pub const WORDS_WITHOUT_LANGUAGE: &str = include_str!("scripts/words_without_language.js");
