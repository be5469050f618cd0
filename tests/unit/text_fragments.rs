//! Links to selected text: whole words, distinct from all other text.

use chuhai::components::share::TextFragment;
use chuhai::hooks::selection::{PageSelection, TextBlock};

const PAGE: [&str; 4] = [
    "A short title",
    "The arm works, and the arm rests at night.",
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
    "At night the arm works again.",
];

fn block(text: &str, is_adjacent: bool) -> TextBlock {
    TextBlock { text: text.to_owned(), is_adjacent }
}

/// The directive for a selection between two points, each a block and the text before it there.
fn directive(start: (usize, &str), end: (usize, &str)) -> Option<String> {
    let point = |(block, before): (usize, &str)| (block, before.to_owned());
    let selected = PageSelection {
        blocks: PAGE.map(|text| block(text, false)).into(),
        start: point(start),
        end: point(end),
    };
    TextFragment::of(&selected).map(|fragment| fragment.directive(str::to_owned))
}

#[test]
fn a_selection_within_words_names_whole_words() {
    assert_eq!(directive((2, "One tw"), (2, "One two thr")).as_deref(), Some("two three"));
}

#[test]
fn words_that_occur_twice_are_named_with_their_neighbours() {
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

#[test]
fn a_block_that_occurs_twice_is_left_out_of_a_range_and_has_no_link_alone() {
    let blocks = ["Japan", "Seven apps", "Japan", "Two games"].map(|text| block(text, false)).to_vec();
    let selected = |end: (usize, &str)| PageSelection {
        blocks: blocks.clone(),
        start: (2, String::new()),
        end: (end.0, end.1.to_owned()),
    };
    assert_eq!(TextFragment::of(&selected((2, "Japan"))), None);
    let range = TextFragment::of(&selected((3, "Two ga"))).map(|fragment| fragment.directive(str::to_owned));
    assert_eq!(range.as_deref(), Some("Two games"));
}

#[test]
fn an_adjacent_block_tells_a_repeated_block_from_others() {
    let blocks = [("Japan", false), ("Seven apps", true), ("Japan", false), ("Two games", true)];
    let selected = PageSelection {
        blocks: blocks.map(|(text, is_adjacent)| block(text, is_adjacent)).to_vec(),
        start: (2, "Ja".to_owned()),
        end: (2, "Japan".to_owned()),
    };
    let directive = TextFragment::of(&selected).map(|fragment| fragment.directive(str::to_owned));
    assert_eq!(directive.as_deref(), Some("Japan,-Two"));
}

#[test]
fn a_block_with_the_ends_of_another_is_named_by_longer_ends() {
    let begins = "The farm worker and the dancer met";
    let ends = "and nobody knew why it was so";
    let texts = [
        format!("{begins} on a hill in the first warm week of the year {ends}"),
        format!("{begins} in a town that had no name at all {ends}"),
    ];
    let selected = PageSelection {
        blocks: texts.iter().map(|text| block(text, false)).collect(),
        start: (1, String::new()),
        end: (1, texts[1].clone()),
    };
    let directive = TextFragment::of(&selected).map(|fragment| fragment.directive(str::to_owned));
    assert_eq!(
        directive.as_deref(),
        Some("The farm worker and the dancer met in,all and nobody knew why it was so")
    );
}
