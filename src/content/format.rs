//! Formats numbers, qualifiers, dates, verdicts and owners with the labels.

use super::date::PartialDate;
use super::{ClaimKind, Entity, Fact, Figure, StatedBy, Verdict};
use crate::template::fill;
use crate::ui_text::{FactTableText, NumbersText, UiText};

impl NumbersText {
    /// Formats a number with three decimal places; a number below 0.01 with two significant digits.
    pub fn format(&self, number: f64) -> String {
        let size = number.abs();
        let decimals =
            if size > 0.0 && size < 0.01 { (1.0 - size.log10().floor()).min(12.0) as usize } else { 3 };
        let rounded = format!("{size:.decimals$}");
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let is_zero = rounded.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let mut print = if number < 0.0 && !is_zero { "−".to_owned() } else { String::new() };
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                print += &self.thousands;
            }
            print.push(digit);
        }
        match fraction.trim_end_matches('0') {
            "" => print,
            fraction => print + &self.decimal + fraction,
        }
    }

    /// Normalises a written number: removes the separators of thousands, and writes a decimal point.
    pub fn normalize(&self, written: &str) -> String {
        written.replace(&self.thousands, "").replace(&self.decimal, ".")
    }
}

impl UiText {
    /// Count of cards, in words.
    pub fn card_count_text(&self, total: usize) -> String {
        fill(
            if total == 1 { &self.card_count_one } else { &self.card_count },
            &[("total", &total.to_string())],
        )
    }

    /// Splits a figure's text into its qualifier, if it starts with one, and the rest. The qualifier says too if the
    /// figure is a source's, because the verdict does not judge it.
    pub fn split_qualifier<'a>(&self, figure: &'a Figure) -> (String, &'a str) {
        let limit = figure.qualifier.and_then(|qualifier| self.qualifiers.get(qualifier.as_str()));
        let rest = limit.and_then(|limit| Some((limit.as_str(), figure.text.strip_prefix(limit.as_str())?)));
        let (limit, number) = rest.map_or(("", &*figure.text), |(limit, rest)| (limit, rest.trim_start()));
        match (figure.stated_by, limit) {
            (StatedBy::Claim, _) => (limit.to_owned(), number),
            (StatedBy::Record, "") => (self.on_record.clone(), number),
            (StatedBy::Record, _) => (format!("{} {limit}", self.on_record), number),
        }
    }

    /// Text and unit. Unlike [`Figure::text_and_unit`], begins with a label if a source states the figure.
    pub fn attributed_text(&self, figure: &Figure) -> String {
        let (qualifier, number) = self.split_qualifier(figure);
        format!("{qualifier} {number} {}", figure.unit).trim_start().to_owned()
    }

    /// Formats a date with the precision that it has.
    pub fn format_date(&self, date: PartialDate) -> String {
        let year = date.year.to_string();
        let Some(month) = date.month.and_then(|month| self.dates.months.get(usize::from(month) - 1)) else {
            return year;
        };
        match date.day {
            Some(day) => {
                fill(&self.dates.day, &[("day", &day.to_string()), ("month", month), ("year", &year)])
            }
            None => fill(&self.dates.month, &[("month", month), ("year", &year)]),
        }
    }

    /// Formats a date without its year; empty for a date that has only a year.
    pub fn format_date_without_year(&self, date: PartialDate) -> String {
        let month = date.month.and_then(|month| self.dates.months.get(usize::from(month) - 1));
        match (month, date.day) {
            (Some(month), Some(day)) => {
                fill(&self.dates.within_year, &[("day", &day.to_string()), ("month", month)])
            }
            (month, _) => month.cloned().unwrap_or_default(),
        }
    }

    /// Label of a verdict.
    pub fn verdict_label(&self, verdict: Verdict) -> &str {
        self.verdict.get(verdict.as_str()).map_or(verdict.as_str(), String::as_str)
    }

    /// Label of a fact's verdict, or of its kind if it has no verdict.
    pub fn verdict_or_kind(&self, fact: &Fact) -> &str {
        fact.verdict.map_or_else(|| self.facts.kind_label(fact.kind), |verdict| self.verdict_label(verdict))
    }

    /// Sentence that names an entity's owner. A name that ends in a full stop ("Inc.") gets no second one.
    pub fn owner_sentence(&self, entity: &Entity) -> Option<String> {
        let owner = entity.owner.as_deref()?;
        let sentence = fill(self.owners.get(entity.owner_role.as_str())?, &[("owner", owner)]);
        Some(sentence.strip_suffix("..").map(|words| [words, "."].concat()).unwrap_or(sentence))
    }
}

impl FactTableText {
    /// Label of a kind of claim.
    pub fn kind_label(&self, kind: ClaimKind) -> &str {
        self.kinds.get(kind.as_str()).map_or(kind.as_str(), String::as_str)
    }
}
