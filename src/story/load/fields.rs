//! Reads one TOML table key by key, so that one wrong value hides no other. Knows nothing of what the keys mean.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::report::{File, Report, quoted};

/// The keys of a table that have not been asked for yet.
pub(super) struct Fields<'a> {
    pub(super) file: &'a File,
    pub(super) report: &'a Report,
    table: DeTable<'a>,
    span: Range<usize>,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Parses a file, or the part of it that is TOML; notes every syntax error.
    pub(super) fn parse(file: &'a File, text: &'a str, offset: usize, report: &'a Report) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            report.go_blind();
            let span = error.span().unwrap_or_default();
            let at = span.start + offset..span.end + offset;
            report.at(file, at, "valid TOML", error.message().replace('\n', "; "));
        }
        Self { file, report, span: 0..0, table: table.into_inner(), asked: Vec::new() }
    }

    /// The tables in this one, in the file's order, each with its name.
    pub(super) fn tables(self) -> Vec<(Spanned<String>, Fields<'a>)> {
        let Self { file, report, table, .. } = self;
        let mut entries: Vec<_> = table.into_iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
            .into_iter()
            .filter_map(|(key, value)| {
                let key_span = key.span();
                let name = key.into_inner().into_owned();
                let span = value.span();
                match value.into_inner() {
                    DeValue::Table(table) => {
                        let fields =
                            Fields { file, report, table, span: key_span.clone(), asked: Vec::new() };
                        Some((Spanned::new(key_span, name), fields))
                    }
                    other => {
                        report.at(file, span, format!("a table named `{name}`"), other.type_str());
                        None
                    }
                }
            })
            .collect()
    }

    /// A table within this one, if it is there.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Fields<'a>> {
        let (span, value) = self.take(key)?;
        match value.into_inner() {
            DeValue::Table(table) => {
                Some(Fields { file: self.file, report: self.report, table, span, asked: Vec::new() })
            }
            other => {
                self.report.at(self.file, span, format!("a table `[{key}]`"), other.type_str());
                None
            }
        }
    }

    /// Every key with its value, of one type, in the file's order.
    pub(super) fn all<T: DeserializeOwned>(self, expected: &str) -> Vec<(Spanned<String>, Spanned<T>)> {
        let Self { file, report, table, .. } = self;
        let mut entries: Vec<_> = table.into_iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
            .into_iter()
            .filter_map(|(key, value)| {
                let name = Spanned::new(key.span(), key.into_inner().into_owned());
                Some((name, read(file, report, value, expected)?))
            })
            .collect()
    }

    /// A value that must be there.
    pub(super) fn required<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Option<Spanned<T>> {
        match self.take(key) {
            Some((_, value)) => read(self.file, self.report, value, expected),
            None => {
                self.report.at(self.file, self.span.clone(), format!("`{key}`: {expected}"), "nothing");
                None
            }
        }
    }

    /// A value that may be left out.
    pub(super) fn optional<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Option<Spanned<T>> {
        let (_, value) = self.take(key)?;
        read(self.file, self.report, value, expected)
    }

    /// Words that must be there and must not be empty.
    pub(super) fn words(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let words = self.required(key, "words in quotes")?;
        self.not_empty(key, words)
    }

    /// Words that may be left out but not be empty.
    pub(super) fn optional_words(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let words = self.optional(key, "words in quotes")?;
        self.not_empty(key, words)
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(&mut self, key: &'static str, all: &[(&'static str, T)]) -> Option<T> {
        let word = self.words(key)?;
        self.pick(key, &word, all)
    }

    /// One of a few words, or nothing.
    pub(super) fn optional_one_of<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.optional_words(key)?;
        self.pick(key, &word, all)
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn finish(self) {
        for (key, _) in &self.table {
            let known = self.asked.iter().copied();
            self.report.unknown(self.file, key.span(), "a known key", key.get_ref(), known);
        }
    }

    fn take(&mut self, key: &'static str) -> Option<(Range<usize>, Spanned<DeValue<'a>>)> {
        self.asked.push(key);
        self.table.remove_entry(key).map(|(name, value)| (name.span(), value))
    }

    fn not_empty(&self, key: &str, words: Spanned<String>) -> Option<Spanned<String>> {
        if words.get_ref().trim().is_empty() {
            self.report.at(self.file, words.span(), format!("words for `{key}`"), "none");
            return None;
        }
        Some(words)
    }

    fn pick<T: Copy>(&self, key: &str, word: &Spanned<String>, all: &[(&'static str, T)]) -> Option<T> {
        let found = all.iter().find(|(name, _)| name == word.get_ref());
        if found.is_none() {
            let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
            let expected = format!("`{key}` to be one of {}", names.join(", "));
            self.report.unknown(self.file, word.span(), &expected, word.get_ref(), names);
        }
        found.map(|(_, value)| *value)
    }
}

fn read<T: DeserializeOwned>(
    file: &File,
    report: &Report,
    value: Spanned<DeValue<'_>>,
    expected: &str,
) -> Option<Spanned<T>> {
    let span = value.span();
    let found = match value.get_ref() {
        DeValue::String(text) => quoted(text),
        other => format!("{} {}", article(other.type_str()), other.type_str()),
    };
    match T::deserialize(ValueDeserializer::from(value)) {
        Ok(value) => Some(Spanned::new(span, value)),
        Err(_) => {
            report.at(file, span, expected, found);
            None
        }
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}
