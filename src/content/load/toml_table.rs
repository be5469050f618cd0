//! Reads a TOML table key by key, so that one wrong value hides no other mistake.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::diagnostics::{Reporter, backticked};
use super::locate;
use super::markdown::inline;
use super::symbols::SymbolTable;
use super::syntax_errors::report_syntax;
use crate::content::FactRef;
use crate::content::date::PartialDate;
use crate::content::text::Inline;

/// What a date is expected to be.
pub(crate) const DATE: &str = "a date that exists, in quotes, as YYYY, YYYY-MM or YYYY-MM-DD";

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

    fn report_missing(&self, key: &str, expected: &str) {
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

    /// Whether a key is `true`; `false` if it is missing.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.optional::<bool>(key, "true or false").is_some_and(Spanned::into_inner)
    }

    /// The optional id of a fact.
    pub(crate) fn optional_fact_id(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.optional(key, "the id of a fact in quotes")
    }

    /// An optional fact.
    pub(crate) fn optional_fact(&mut self, key: &'static str, symbols: &SymbolTable) -> Option<FactRef> {
        let id = self.optional_fact_id(key)?;
        symbols.fact(id.get_ref(), id.span(), self.reporter)
    }

    /// A required string as it is written; not empty.
    pub(crate) fn raw_string(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let words = self.required(key, "words in quotes")?;
        self.not_empty(key, words)
    }

    /// A required text, with typographic quotation marks.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        self.raw_string(key).map(|words| self.reporter.file.quote_marks.smart_quotes(words.get_ref()))
    }

    /// Optional text with typographic quotation marks.
    pub(crate) fn optional_text(&mut self, key: &'static str) -> Option<String> {
        self.optional_raw_string(key)
            .map(|words| self.reporter.file.quote_marks.smart_quotes(words.get_ref()))
    }

    /// A required date.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<PartialDate> {
        let date = self.required(key, DATE)?;
        self.parsed(&date)
    }

    /// An optional date.
    pub(crate) fn optional_date(&mut self, key: &'static str) -> Option<PartialDate> {
        let date = self.optional(key, DATE)?;
        self.parsed(&date)
    }

    /// Parses a date, and reports an invalid one.
    pub(crate) fn parsed(&self, date: &Spanned<String>) -> Option<PartialDate> {
        let parsed = date.get_ref().parse().ok();
        if parsed.is_none() {
            self.reporter.error(date.span(), DATE, backticked(date.get_ref()));
        }
        parsed
    }

    /// Required inline Markdown.
    pub(crate) fn markdown(&mut self, key: &'static str, symbols: &SymbolTable) -> Option<Vec<Inline>> {
        self.raw_string(key).map(|words| self.inline(&words, symbols))
    }

    /// Optional inline Markdown; empty if it is missing.
    pub(crate) fn optional_markdown(&mut self, key: &'static str, symbols: &SymbolTable) -> Vec<Inline> {
        self.optional_raw_string(key).map(|words| self.inline(&words, symbols)).unwrap_or_default()
    }

    /// An optional list of inline Markdown.
    pub(crate) fn markdown_list(&mut self, key: &'static str, symbols: &SymbolTable) -> Vec<Vec<Inline>> {
        self.raw_string_list(key).iter().map(|words| self.inline(words, symbols)).collect()
    }

    /// An optional list of different strings as they are written. Reports each that is none, and reads the others.
    pub(crate) fn raw_string_list(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let list = self.take(key).and_then(|(_, list)| self.strings(key, list, "a list of words in quotes"));
        list.map(Spanned::into_inner).unwrap_or_default()
    }

    /// A required list of different strings.
    pub(crate) fn required_list(
        &mut self,
        key: &'static str,
        expected: &str,
    ) -> Option<Spanned<Vec<Spanned<String>>>> {
        match self.take(key) {
            Some((_, list)) => self.strings(key, list, expected),
            None => {
                self.report_missing(key, expected);
                None
            }
        }
    }

    fn strings(
        &self,
        key: &str,
        list: Spanned<DeValue<'a>>,
        expected: &str,
    ) -> Option<Spanned<Vec<Spanned<String>>>> {
        let span = list.span();
        let DeValue::Array(items) = list.get_ref() else {
            self.reporter.error(span.clone(), expected, written(self.reporter, &list));
            return None;
        };
        let read =
            items.iter().filter_map(|item| read::<String>(self.reporter, item.clone(), "words in quotes"));
        let mut strings: Vec<Spanned<String>> = Vec::new();
        for string in read.filter_map(|string| self.not_empty(key, string)) {
            if strings.iter().any(|other| other.get_ref() == string.get_ref()) {
                let found = format!("{} again", backticked(string.get_ref()));
                self.reporter.error(string.span(), "each entry of a list once", found);
            } else {
                strings.push(string);
            }
        }
        Some(Spanned::new(span, strings))
    }

    /// A required value out of a list of words.
    pub(crate) fn one_of<T: Copy>(&mut self, key: &'static str, all: &[(&'static str, T)]) -> Option<T> {
        let word = self.raw_string(key)?;
        self.pick(key, &word, all)
    }

    /// An optional value out of a list of words.
    pub(crate) fn optional_one_of<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.optional_raw_string(key)?;
        self.pick(key, &word, all)
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

    fn take(&mut self, key: &'static str) -> Option<(Range<usize>, Spanned<DeValue<'a>>)> {
        self.known_keys.push(key);
        self.table.remove_entry(key).map(|(name, value)| (name.span(), value))
    }

    fn optional_raw_string(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let words = self.optional(key, "words in quotes")?;
        self.not_empty(key, words)
    }

    fn not_empty(&self, key: &str, words: Spanned<String>) -> Option<Spanned<String>> {
        if words.get_ref().trim().is_empty() {
            self.reporter.error(words.span(), format!("words for `{key}`"), "none");
            return None;
        }
        Some(words)
    }

    fn inline(&self, words: &Spanned<String>, symbols: &SymbolTable) -> Vec<Inline> {
        let start = self.reporter.offset + words.span().start;
        let source = &self.reporter.file.text[start..self.reporter.offset + words.span().end];
        let quotes = if source.starts_with("\"\"\"") || source.starts_with("'''") { 3 } else { 1 };
        let within = source.get(quotes..source.len().saturating_sub(quotes)).unwrap_or_default();
        let escapes = locate::escapes(within, source.starts_with('\''));
        let reporter = Reporter { offset: start + quotes, escapes: &escapes, ..self.reporter };
        inline(words.get_ref(), reporter, symbols)
    }

    fn pick<T: Copy>(&self, key: &str, word: &Spanned<String>, all: &[(&'static str, T)]) -> Option<T> {
        let found = all.iter().find(|(name, _)| name == word.get_ref());
        if found.is_none() {
            let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
            let expected = format!("`{key}` to be one of {}", names.join(", "));
            self.reporter.unknown(word.span(), &expected, word.get_ref(), names);
        }
        found.map(|(_, value)| *value)
    }
}

fn read<T: DeserializeOwned>(
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
fn written(reporter: Reporter<'_>, value: &Spanned<DeValue<'_>>) -> String {
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
