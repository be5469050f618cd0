//! Reads the fields that the files of a story have: words, dates, Markdown, lists, ids of facts.

use toml::Spanned;
use toml::de::DeValue;

use super::diagnostics::{Reporter, backticked};
use super::locate;
use super::markdown::inline;
use super::symbols::SymbolTable;
use super::toml_table::{TomlTable, read, written};
use crate::content::FactRef;
use crate::content::date::PartialDate;
use crate::content::text::Inline;

/// What a date is expected to be.
pub(crate) const DATE: &str = "a date that exists, in quotes, as YYYY, YYYY-MM or YYYY-MM-DD";

impl<'a> TomlTable<'a> {
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
