//! Links to selected words: whole words, and told from all others.

use chuhai::components::share::TextFragment;
use chuhai::hooks::selection::SelectedText;

const PAGE: [&str; 4] = [
    "A short title",
    "The arm works, and the arm rests at night.",
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
    "At night the arm works again.",
];

/// The directive for a selection between two points, each a block and the text before it there.
fn directive(start: (usize, &str), end: (usize, &str)) -> Option<String> {
    let point = |(block, before): (usize, &str)| (block, before.to_owned());
    let selected =
        SelectedText { blocks: PAGE.map(str::to_owned).into(), start: point(start), end: point(end) };
    TextFragment::of(&selected).map(|fragment| fragment.directive(str::to_owned))
}

#[test]
fn a_selection_within_words_names_whole_words() {
    assert_eq!(directive((2, "One tw"), (2, "One two thr")).as_deref(), Some("two three"));
}

#[test]
fn words_that_stand_elsewhere_too_come_with_their_neighbours() {
    assert_eq!(directive((1, "The a"), (1, "The arm wor")).as_deref(), Some("The-,arm works,,-and"));
    assert_eq!(
        directive((3, "At night "), (3, "At night the arm works")).as_deref(),
        Some("night-,the arm works,-again.")
    );
}

#[test]
fn a_selection_across_blocks_is_a_range() {
    assert_eq!(
        directive((0, "A "), (1, "The arm works, ")).as_deref(),
        Some("short title,The arm works,,-and")
    );
    assert_eq!(directive((0, ""), (2, "")).as_deref(), Some("A short title,the arm rests at night."));
}

#[test]
fn many_words_are_named_by_their_ends() {
    assert_eq!(
        directive((2, ""), (2, PAGE[2])).as_deref(),
        Some("One two three four five,ten eleven twelve thirteen fourteen.")
    );
}

#[test]
fn a_selection_of_no_words_has_no_link() {
    assert_eq!(directive((0, "A short title"), (1, "")), None);
    assert_eq!(directive((0, ""), (0, "")), None);
}
