//! Reads `ui-text.toml`: labels over the English defaults. A story in another language must state all labels.

use std::ops::Range;

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use crate::content::language::{is_language_tag, primary_subtag};
use crate::content::parse::{ContentFiles, LABELS, Reporter, backticked, report_syntax};
use crate::content::source::{URL, is_url};
use crate::ui_text::UiText;

/// The default labels, in English.
const DEFAULT: &str = include_str!("../../ui_text/default.toml");

/// Labels without a default, with a description.
const REQUIRED: [(&str, &str); 4] = [
    ("site-name", "the publication's name"),
    ("licence", "a line on the licence of the words"),
    ("licence-name", "what that licence is called"),
    ("licence-url", "the address of that licence"),
];

/// Optional labels, which have no default.
const OPTIONAL: [&str; 4] = ["kicker", NATIVE_NAME[0], NATIVE_NAME[1], NATIVE_NAME[2]];

/// Labels of which a story states all or none.
const NATIVE_NAME: [&str; 3] = ["site-native-name", "site-native-name-language", "logotype-path"];

/// Labels that are the same in every language.
const LANGUAGE_NEUTRAL: [&str; 6] =
    ["embed.iframe", "embed.amp", "share.bibtex", "share.ris", "share.csl-json", "preferences.symbol"];

/// Reads the labels over the defaults. Reports unknown, missing and malformed labels.
pub(super) fn read(content_files: &ContentFiles<'_>) -> Option<UiText> {
    let reporter = content_files.require_file(LABELS)?;
    let (story_labels, errors) = DeTable::parse_recoverable(&reporter.file.text);
    report_syntax(&reporter.file.text, &errors, reporter);
    let wrong_default = |error: &toml::de::Error| {
        reporter.error(0..0, "a default of every label in src/ui_text/default.toml", error.message());
    };
    let mut labels: Table = toml::from_str(DEFAULT).inspect_err(wrong_default).ok()?;
    let mut overlay = Overlay { reporter, is_valid: errors.is_empty(), stated: Vec::new() };
    overlay.table(&mut labels, story_labels.into_inner(), "");
    if errors.is_empty() {
        overlay.report_missing(&labels);
    }
    overlay.is_valid.then(|| UiText::deserialize(labels).inspect_err(wrong_default))?.ok()
}

/// Applies the story's labels to the defaults.
struct Overlay<'a> {
    reporter: Reporter<'a>,
    is_valid: bool,
    /// Paths of the labels that the story states.
    stated: Vec<String>,
}

impl Overlay<'_> {
    fn table(&mut self, labels: &mut Table, story_labels: DeTable<'_>, path: &str) {
        for (key, value) in story_labels {
            let (name, span) = (key.get_ref().to_string(), key.span());
            let path = format!("{path}{name}");
            self.stated.push(path.clone());
            let known = labels.keys().map(String::as_str);
            match labels.get(&name) {
                None if is_story_label(&path) => self.story_label(labels, (name, span), value),
                None => {
                    let without_default =
                        REQUIRED.iter().map(|(key, _)| *key).chain(OPTIONAL).filter(|_| !path.contains('.'));
                    self.is_valid = false;
                    self.reporter.unknown(span, "a known label", &name, known.chain(without_default));
                }
                Some(_) => self.value(labels, &name, value, &path),
            }
        }
    }

    /// Reads a label that has a default.
    fn value(&mut self, labels: &mut Table, name: &str, value: Spanned<DeValue<'_>>, path: &str) {
        let Some(default) = labels.get_mut(name) else { return };
        let span = value.span();
        match (default, value.into_inner()) {
            (Value::Table(defaults), DeValue::Table(story_labels)) => {
                self.table(defaults, story_labels, &format!("{path}."))
            }
            (Value::String(default), DeValue::String(story_label)) => {
                self.check_placeholders(&story_label, default, span.clone());
                if has_words(default) && story_label.trim().is_empty() {
                    self.error(span, &format!("words for `{path}`"), "none");
                }
                *default = story_label.into_owned();
            }
            (Value::Array(default), DeValue::Array(story_list)) if story_list.len() == default.len() => {
                for (default, story_label) in default.iter_mut().zip(story_list) {
                    match story_label.get_ref() {
                        DeValue::String(word) => *default = Value::String(word.to_string()),
                        other => self.error(story_label.span(), "words in quotes", other.type_str()),
                    }
                }
            }
            (Value::Array(default), _) => {
                self.error(span, &format!("a list of {} words in quotes", default.len()), "another");
            }
            (Value::Table(_), other) => self.error(span, &format!("a table `[{path}]`"), other.type_str()),
            (_, other) => self.error(span, "words in quotes", other.type_str()),
        }
    }

    /// Reads a label that has no default.
    fn story_label(
        &mut self,
        labels: &mut Table,
        (name, key): (String, Range<usize>),
        value: Spanned<DeValue<'_>>,
    ) {
        match value.get_ref() {
            DeValue::String(words) if words.trim().is_empty() => {
                self.error(value.span(), &format!("words for `{name}`"), "none");
            }
            DeValue::String(words) if name == "licence-url" && !is_url(words) => {
                self.error(value.span(), URL, &backticked(words));
            }
            DeValue::String(words) => {
                labels.insert(name, Value::String(words.to_string()));
            }
            other => self.error(key, "words in quotes", other.type_str()),
        }
    }

    /// Reports placeholders that the program does not fill.
    fn check_placeholders(&mut self, label: &str, default: &str, span: Range<usize>) {
        if label.matches('{').count() != label.matches('}').count() {
            self.error(span.clone(), "each `{` with its `}`", &backticked(label));
        }
        let known: Vec<_> = placeholders(default).collect();
        for placeholder in placeholders(label).filter(|placeholder| !known.contains(placeholder)) {
            let expected = match known.len() {
                0 => "no `{…}`: nothing is filled in here".to_owned(),
                _ => format!(
                    "of `{{…}}` only {}",
                    known
                        .iter()
                        .map(|placeholder| format!("`{{{placeholder}}}`"))
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            };
            self.error(span.clone(), &expected, &format!("`{{{placeholder}}}`"));
        }
    }

    /// Reports missing labels: name and licence; in a language other than English, every label.
    fn report_missing(&mut self, labels: &Table) {
        for (key, what) in REQUIRED {
            if !self.stated.iter().any(|path| path == key) {
                self.error(0..0, &format!("`{key}`: {what}, in quotes"), "nothing");
            }
        }
        let (stated, lacking): (Vec<&str>, Vec<&str>) =
            NATIVE_NAME.into_iter().partition(|key| self.stated.iter().any(|path| path == key));
        for key in lacking {
            if let Some(stated) = stated.first() {
                self.error(0..0, &format!("`{key}`, which belongs to `{stated}`"), "nothing");
            }
        }
        let language = labels.get("language").and_then(Value::as_str).unwrap_or_default();
        if !is_language_tag(language) {
            let span = self.reporter.file.value_span("language");
            self.error(span, "a language tag, such as `en-GB` (BCP 47)", &backticked(language));
        } else if primary_subtag(language) != "en" {
            let untranslated = self.untranslated(labels, "");
            if !untranslated.is_empty() {
                let expected = format!(
                    "every label in {}; src/ui_text/default.toml has them in English",
                    backticked(language)
                );
                self.error(0..0, &expected, &format!("none of {}", first_few(&untranslated)));
            }
        }
    }

    /// The paths of labels that the story does not state.
    fn untranslated(&self, labels: &Table, path: &str) -> Vec<String> {
        let paths = labels.iter().flat_map(|(key, value)| {
            let path = format!("{path}{key}");
            let english = match value {
                Value::Table(labels) => return self.untranslated(labels, &format!("{path}.")),
                Value::String(label) => label.clone(),
                other => other.to_string(),
            };
            let neutral =
                LANGUAGE_NEUTRAL.contains(&&*path) || !path.starts_with("numbers.") && !has_words(&english);
            if neutral || self.stated.contains(&path) { Vec::new() } else { vec![path] }
        });
        paths.collect()
    }

    fn error(&mut self, span: Range<usize>, expected: &str, found: &str) {
        self.is_valid = false;
        self.reporter.error(span, expected, found);
    }
}

/// Whether a label has no default, because it belongs to one story.
fn is_story_label(path: &str) -> bool {
    OPTIONAL.contains(&path) || REQUIRED.iter().any(|(key, _)| *key == path)
}

/// The first of several paths, and the number of the others.
fn first_few(paths: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<_> = paths.iter().take(SHOWN).map(|path| backticked(path)).collect();
    match paths.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// The names of a label's placeholders.
fn placeholders(label: &str) -> impl Iterator<Item = &str> {
    label.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Whether a label has text besides placeholders.
fn has_words(label: &str) -> bool {
    let outside = label.split('{').enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once('}').map_or("", |(_, rest)| rest),
    });
    outside.flat_map(str::chars).any(char::is_alphabetic)
}
