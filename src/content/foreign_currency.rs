//! A currency that readers may not know: `[foreign-currency]` of `story.toml`.

use super::parse::{TomlTable, backticked};

/// A currency that readers may not know, and the words that mark its conversion into one that they know.
pub(super) struct ForeignCurrency {
    pub(super) name: String,
    conversion_words: Vec<String>,
}

impl ForeignCurrency {
    /// Reads the table `[foreign-currency]` of `story.toml`.
    pub(super) fn read(mut fields: TomlTable<'_>) -> Option<Self> {
        let name = fields.text("name");
        let conversion_words =
            fields.required::<Vec<String>>("conversion-words", "a list of words in quotes");
        fields.finish();
        Some(Self { name: name?, conversion_words: conversion_words?.into_inner() })
    }

    /// Whether a text has an amount in the foreign currency and in no other.
    pub(super) fn is_alone_in(&self, text: &str) -> bool {
        text.contains(&format!(" {}", self.name))
            && !self.conversion_words.iter().any(|word| text.contains(word))
    }

    /// What is expected instead.
    pub(super) fn expected(&self) -> String {
        let words: Vec<_> = self.conversion_words.iter().map(|word| backticked(word)).collect();
        format!("{} beside a sum in {}", words.join(" or "), self.name)
    }
}
