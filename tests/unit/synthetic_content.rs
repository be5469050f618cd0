//! The synthetic content of the benchmark.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chuhai::content::load;
use generator::synthetic_content;
use tempfile::TempDir;

fn synthetic(scale: usize) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    synthetic_content::generate(folder.path(), scale).expect("synthetic content");
    folder
}

fn files(folder: &Path, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), into);
        } else {
            let text = fs::read_to_string(entry.path()).expect("a file");
            into.insert(entry.file_name().to_string_lossy().into_owned(), text);
        }
    }
}

#[test]
fn a_made_up_story_is_as_many_times_as_long() {
    let [one, three] = [1, 3].map(|scale| match load::story(synthetic(scale).path()) {
        Ok(story) => story.card_count(),
        Err(mistakes) => panic!("{mistakes}"),
    });
    assert_eq!(three, 3 * one);
}

#[test]
fn the_rare_word_is_on_few_cards() {
    let mut all = BTreeMap::new();
    files(synthetic(3).path(), &mut all);
    let cards: Vec<_> = all.iter().filter(|(name, _)| name.contains("-fact-")).collect();
    let with = cards.iter().filter(|(_, text)| text.contains(synthetic_content::RARE_WORD)).count();
    assert!(with > 0 && with * 10 < cards.len(), "{with} of {} cards", cards.len());
}
