//! Checks titles and the description: previews and search results show them whole, and no two facts look alike there.

use std::collections::BTreeMap;

use super::diagnostics::{Reporter, backticked};
use super::source_files::SourceFiles;
use crate::content::Fact;

/// The most characters of a title, and of the description, that previews show.
const MAX_TITLE: usize = 70;
const MAX_DESCRIPTION: usize = 200;

/// Reports titles and a description that are too long, and facts with the same title. `head` are the texts of
/// `story.toml`, by key.
pub(super) fn check(
    head: &[(&str, String)],
    facts: &[Option<Fact>],
    files: &[Reporter<'_>],
    source_files: &SourceFiles<'_>,
) {
    if let Some(reporter) = source_files.find("story.toml") {
        for (key, most) in [("title", MAX_TITLE), ("description", MAX_DESCRIPTION)] {
            head.iter().filter(|(own, _)| *own == key).for_each(|(_, text)| limit(reporter, key, text, most));
        }
    }
    let mut seen = BTreeMap::new();
    for (fact, reporter) in facts.iter().zip(files) {
        let Some(fact) = fact else { continue };
        limit(*reporter, "title", &fact.title, MAX_TITLE);
        if let Some(other) = seen.insert(&fact.title, &fact.id) {
            let found = format!("that of {}", backticked(other));
            reporter.error(reporter.file.value("title"), "a title that no other fact has", found);
        }
    }
}

fn limit(reporter: Reporter<'_>, key: &str, text: &str, most: usize) {
    let characters = text.chars().count();
    if characters > most {
        let expected = format!("at most {most} characters in `{key}`, because previews cut the rest");
        reporter.error(reporter.file.value(key), expected, characters.to_string());
    }
}
