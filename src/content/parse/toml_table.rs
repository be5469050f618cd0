//! Reads a TOML table key by key, so that one wrong value hides no other mistake.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::diagnostics::{Reporter, backticked};
use super::syntax_errors::report_syntax;

/// A TOML table whose keys are read one by one.
pub(crate) struct TomlTable<'a> {
    /// Reports mistakes in the file.
    pub(crate) reporter: Reporter<'a>,
    table: DeTable<'a>,
    span: Range<usize>,
    /// The table's heading, for messages; empty for the whole file.
    heading: String,
    known_keys: Vec<&'static str>,
    /// Whether the file has a syntax error. Then what is missing may be there.
    is_broken: bool,
}

type Entry<'a> = (Spanned<String>, Spanned<DeValue<'a>>);

impl<'a> TomlTable<'a> {
    /// Parses TOML. Reports every syntax error.
    pub(crate) fn parse(text: &'a str, reporter: Reporter<'a>) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        report_syntax(text, &errors, reporter);
        let is_broken = !errors.is_empty();
        if is_broken {
            reporter.sink.mark_incomplete();
        }
        Self {
            reporter,
            table: table.into_inner(),
            span: 0..0,
            heading: String::new(),
            known_keys: Vec::new(),
            is_broken,
        }
    }

    /// A table in this one.
    fn inner(
        &self,
        name: Range<usize>,
        value: Spanned<DeValue<'a>>,
        heading: &str,
        expected: &str,
    ) -> Option<Self> {
        let (reporter, span) = (self.reporter, value.span());
        match value.into_inner() {
            DeValue::Table(table) => Some(Self {
                reporter,
                table,
                span: name,
                heading: heading.to_owned(),
                known_keys: Vec::new(),
                is_broken: self.is_broken,
            }),
            other => {
                reporter.error(span, expected, other.type_str());
                None
            }
        }
    }

    /// The byte range of the table's heading.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The subtables in the order of the file, each with its name.
    pub(crate) fn subtables(mut self) -> Vec<(Spanned<String>, TomlTable<'a>)> {
        let entries = self.entries();
        let tables = entries.into_iter().filter_map(|(name, value)| {
            let expected = format!("a table named `{}`", name.get_ref());
            Some((name.clone(), self.inner(name.span(), value, name.get_ref(), &expected)?))
        });
        tables.collect()
    }

    /// A subtable, if there is one.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<TomlTable<'a>> {
        let (name, value) = self.take(key)?;
        self.inner(name, value, key, &format!("a table `[{key}]`"))
    }

    /// The tables of a list `[[key]]`, in the order of the file; empty without the list.
    pub(crate) fn array_of_tables(&mut self, key: &'static str) -> Vec<TomlTable<'a>> {
        let reporter = self.reporter;
        let Some((name, list)) = self.take(key) else { return Vec::new() };
        let expected = format!("a list of tables `[[{key}]]`");
        match list.into_inner() {
            DeValue::Array(tables) => tables
                .into_iter()
                .filter_map(|table| self.inner(table.span(), table, key, &expected))
                .collect(),
            other => {
                reporter.error(name, expected, other.type_str());
                Vec::new()
            }
        }
    }

    /// All keys with values of one type, in the order of the file.
    pub(crate) fn entries_as<T: DeserializeOwned>(
        mut self,
        expected: &str,
    ) -> Vec<(Spanned<String>, Spanned<T>)> {
        let reporter = self.reporter;
        self.entries()
            .into_iter()
            .filter_map(|(name, value)| Some((name, read(reporter, value, expected)?)))
            .collect()
    }

    /// A required value.
    pub(crate) fn required<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Option<Spanned<T>> {
        match self.take(key) {
            Some((_, value)) => read(self.reporter, value, expected),
            None => {
                self.report_missing(key, expected);
                None
            }
        }
    }

    pub(super) fn report_missing(&self, key: &str, expected: &str) {
        if !self.is_broken {
            self.reporter.error(self.span.clone(), format!("`{key}`: {expected}"), "nothing");
        }
    }

    /// Whether the table has this key.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// An optional value.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Option<Spanned<T>> {
        let (_, value) = self.take(key)?;
        read(self.reporter, value, expected)
    }

    /// Reports keys that were not read.
    pub(crate) fn finish(self) {
        let expected = match &*self.heading {
            "" => "a known key".to_owned(),
            heading => format!("a key of `[{heading}]`"),
        };
        for (key, _) in &self.table {
            self.reporter.unknown(key.span(), &expected, key.get_ref(), self.known_keys.iter().copied());
        }
    }

    fn entries(&mut self) -> Vec<Entry<'a>> {
        let named =
            |(key, value): (Spanned<_>, _)| (Spanned::new(key.span(), String::from(key.into_inner())), value);
        let mut entries: Vec<Entry<'a>> = std::mem::take(&mut self.table).into_iter().map(named).collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<(Range<usize>, Spanned<DeValue<'a>>)> {
        self.known_keys.push(key);
        self.table.remove_entry(key).map(|(name, value)| (name.span(), value))
    }
}

pub(super) fn read<T: DeserializeOwned>(
    reporter: Reporter<'_>,
    value: Spanned<DeValue<'_>>,
    expected: &str,
) -> Option<Spanned<T>> {
    let span = value.span();
    let found = written(reporter, &value);
    match T::deserialize(ValueDeserializer::from(value)) {
        Ok(value) => Some(Spanned::new(span, value)),
        Err(_) => {
            reporter.error(span, expected, found);
            None
        }
    }
}

/// A value for messages: as it is written, or its type if it is long.
pub(super) fn written(reporter: Reporter<'_>, value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(text) => format!("{} in quotes", backticked(text)),
        DeValue::Array(_) => "an array".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
        other => {
            let (offset, span) = (reporter.offset, value.span());
            let source = reporter.file.text.get(offset + span.start..offset + span.end);
            backticked(source.unwrap_or(other.type_str()))
        }
    }
}
