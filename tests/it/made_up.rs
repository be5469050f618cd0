//! Stories that are made up for the benchmark.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chuhai::content::load;
use tempfile::TempDir;
use xtask::made_up;

fn made_up(scale: usize) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    made_up::write(folder.path(), scale).expect("a made-up story");
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
    let [one, three] = [1, 3].map(|scale| match load::story(made_up(scale).path()) {
        Ok(story) => story.card_count(),
        Err(mistakes) => panic!("{mistakes}"),
    });
    assert_eq!(three, 3 * one);
}

#[test]
fn the_rare_word_is_on_few_cards() {
    let mut all = BTreeMap::new();
    files(made_up(3).path(), &mut all);
    let cards: Vec<_> = all.iter().filter(|(name, _)| name.contains("-fact-")).collect();
    let with = cards.iter().filter(|(_, text)| text.contains(made_up::RARE)).count();
    assert!(with > 0 && with * 10 < cards.len(), "{with} of {} cards", cards.len());
}
