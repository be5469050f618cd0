//! Checks that previews and search results show the description whole, and tell facts apart.

use std::collections::BTreeMap;

use crate::content::parse::{ContentFiles, Reporter, backticked};
use crate::content::{Fact, MAX_DESCRIPTION};

/// Reports a description that is too long, and facts with the same title. `story_texts` are those of `story.toml`, by key.
pub(super) fn check(
    story_texts: &[(&str, String)],
    facts: &[Option<Fact>],
    reporters: &[Reporter<'_>],
    content_files: &ContentFiles<'_>,
) {
    let description = story_texts.iter().find(|(key, _)| *key == "description").map_or("", |(_, text)| text);
    let characters = description.chars().count();
    if let Some(reporter) = content_files.find_file("story.toml").filter(|_| characters > MAX_DESCRIPTION) {
        let expected =
            format!("at most {MAX_DESCRIPTION} characters in `description`, because previews cut the rest");
        reporter.error(reporter.file.value_span("description"), expected, characters.to_string());
    }
    let mut seen = BTreeMap::new();
    for (fact, reporter) in facts.iter().zip(reporters) {
        let Some(fact) = fact else { continue };
        if let Some(other) = seen.insert(&fact.title, &fact.id) {
            let found = format!("that of {}", backticked(other));
            reporter.error(reporter.file.value_span("title"), "a title that no other fact has", found);
        }
    }
}
