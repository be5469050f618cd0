//! Reads optional plots, one file each: `plots/<id>.toml`. Checks that their facts have the data to draw.

use std::cell::Cell;
use std::ops::Range;

use toml::Spanned;

use super::diagnostics::{Reporter, backticked};
use super::symbols::SymbolTable;
use super::toml_table::{DATE, TomlTable};
use crate::content::{
    Amount, AmountSelector, Bar, ChronologyRow, Fact, FactRef, Figure, MAX_MARKS, Plot, PlotForm, TimelineRow,
};

/// Reads every plot; `None` for each that cannot be read.
pub(super) fn read(
    reporters: &[Reporter<'_>],
    symbols: &SymbolTable,
    facts: &[Option<Fact>],
) -> Vec<Option<Plot>> {
    let context = |reporter| PlotContext { symbols, facts, reporter, marks: Cell::new(0) };
    reporters.iter().map(|reporter| plot(&context(*reporter))).collect()
}

/// What the readers of a plot share.
struct PlotContext<'a> {
    symbols: &'a SymbolTable,
    facts: &'a [Option<Fact>],
    reporter: Reporter<'a>,
    /// Number of rows and facts read so far.
    marks: Cell<usize>,
}

/// Reads the fields of a plot's form.
type ParseForm = fn(&PlotContext<'_>, &mut TomlTable<'_>) -> Option<PlotForm>;

/// Readers of plots, by the value of `form`.
const FORMS: &[(&str, ParseForm)] = &[
    ("bars", |context, fields| context.bars(fields)),
    ("line", |context, fields| context.line(fields)),
    ("timeline", |context, fields| {
        context.rows(fields, |row| context.timeline_row(row)).map(PlotForm::Timeline)
    }),
    ("waffle", |context, fields| context.waffle(fields)),
    ("chronology", |context, fields| context.chronology(fields)),
];

fn plot(context: &PlotContext<'_>) -> Option<Plot> {
    let file = context.reporter.file;
    let mut fields = TomlTable::parse(&file.text, context.reporter);
    let title = fields.text("title");
    let note = fields.optional_markdown("note", context.symbols);
    let form = fields.one_of("form", FORMS)?(context, &mut fields);
    fields.finish();
    Some(Plot { id: file.stem().to_owned(), title: title?, note, form: form? })
}

impl PlotContext<'_> {
    /// Reads all rows, at least one. `None` if one cannot be read.
    fn rows<T>(
        &self,
        fields: &mut TomlTable<'_>,
        read: impl FnMut(TomlTable<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let rows = fields.array_of_tables("rows");
        if rows.is_empty() {
            self.reporter.error(0..0, "at least one `[[rows]]`", "none");
            return None;
        }
        self.count(rows.iter().map(TomlTable::span));
        rows.into_iter().map(read).collect::<Vec<_>>().into_iter().collect()
    }

    /// Counts rows or facts. Reports the first above the maximum.
    fn count(&self, spans: impl ExactSizeIterator<Item = Range<usize>>) {
        let before = self.marks.get();
        let all = before + spans.len();
        self.marks.set(all);
        if before <= MAX_MARKS
            && let Some(span) = spans.into_iter().nth(MAX_MARKS - before)
        {
            let expected = format!(
                "at most {MAX_MARKS} rows and facts in a plot (split it in two, or leave out those that say the least)"
            );
            self.reporter.error(span, expected, format!("{all}"));
        }
    }

    fn bars(&self, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
        let number_template = fields.raw_string("number-template");
        if let Some(pattern) =
            number_template.as_ref().filter(|pattern| !pattern.get_ref().contains("{number}"))
        {
            self.reporter.error(pattern.span(), "`{number}` in the pattern", backticked(pattern.get_ref()));
        }
        let dated = fields.flag("dated");
        let bars = self.rows(fields, |row| self.bar(row));
        let number_template = self.reporter.file.quote_marks.smart_quotes(number_template?.get_ref());
        Some(PlotForm::Bars { number_template, dated, bars: bars? })
    }

    fn bar(&self, mut row: TomlTable<'_>) -> Option<Bar> {
        let label = row.raw_string("label");
        let keys = present(&row, &["fact", "sum"]);
        let fact = row.optional_fact_id("fact");
        let selector =
            row.optional_one_of("amount", &[("from", AmountSelector::From), ("to", AmountSelector::To)]);
        let sum = row.raw_string_list("sum");
        row.finish();
        let (label, span) = label
            .map(|label| (self.reporter.file.quote_marks.smart_quotes(label.get_ref()), label.span()))?;
        if keys.len() != 1 || keys == ["sum"] && sum.is_empty() {
            self.reporter.error(span, format!("in the row `{label}` either `fact` or `sum`"), and(&keys));
            return None;
        }
        let two_numbers =
            |fact: &Fact| matches!(fact.figure, Some(Figure { amount: Amount::Range { .. }, .. }));
        let facts: Option<Vec<_>> = match (&fact, selector) {
            (Some(id), None) => self.fact_with_one_number(id).map(|fact| vec![fact]),
            (Some(id), Some(_)) => {
                let expected = "a fact with a figure that goes `from` one number `to` another";
                self.fact_with(id, expected, two_numbers).map(|fact| vec![fact])
            }
            (None, _) => sum.iter().map(|id| self.fact_with_one_number(id)).collect(),
        };
        let selector =
            if fact.is_some() { selector.unwrap_or(AmountSelector::Value) } else { AmountSelector::Sum };
        Some(Bar { label, facts: facts?, selector })
    }

    fn line(&self, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
        let (facts, span) = self.ids(fields)?;
        if facts.is_empty() {
            self.reporter.error(span, "at least one fact", "none");
            return None;
        }
        let late = Cell::new(0.0);
        let in_order = |id: &Spanned<String>| {
            self.fact_with(
                id,
                "a fact with a figure and its `elapsed-hours`, later than the one before",
                |fact| {
                    let hours = fact.figure.as_ref().and_then(|figure| figure.elapsed_hours);
                    hours.is_some_and(|hours| hours > late.replace(hours))
                },
            )
        };
        let points: Vec<_> = facts.iter().map(in_order).collect();
        points.into_iter().collect::<Option<_>>().map(PlotForm::Line)
    }

    fn waffle(&self, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
        let id = fields.required::<String>("fact", "the id of a fact in quotes")?;
        let of_a_hundred = |fact: &Fact| {
            let amount = fact.figure.as_ref().map(|figure| figure.amount);
            matches!(amount, Some(Amount::Value(value)) if (0.0..=100.0).contains(&value))
        };
        self.fact_with(&id, "a fact with a figure of 0 to 100", of_a_hundred).map(PlotForm::Waffle)
    }

    fn timeline_row(&self, mut row: TomlTable<'_>) -> Option<TimelineRow> {
        let label = row.raw_string("label");
        let keys = present(&row, &["fact", "arrives", "leaves", "ongoing"]);
        let mut fact = |key| row.optional_fact(key, self.symbols);
        let (event, arrives, leaves, ongoing) =
            (fact("fact"), fact("arrives"), fact("leaves"), fact("ongoing"));
        row.finish();
        let (label, span) = label
            .map(|label| (self.reporter.file.quote_marks.smart_quotes(label.get_ref()), label.span()))?;
        let (from, to, has_ended) = match *keys {
            ["fact"] => (event?, None, false),
            ["arrives", "leaves"] => (arrives?, Some(leaves?), true),
            ["arrives", "ongoing"] => (arrives?, Some(ongoing?), false),
            _ => {
                let expected = "`fact`, or `arrives` with either `leaves` or `ongoing`";
                self.reporter.error(span, format!("in the row `{label}` {expected}"), and(&keys));
                return None;
            }
        };
        Some(TimelineRow { label, from, to, has_ended })
    }

    /// Reads events, which must be in the order of their dates, as far as these are known.
    fn chronology(&self, fields: &mut TomlTable<'_>) -> Option<PlotForm> {
        let mut last = i64::MIN;
        let rows = self.rows(fields, |mut row| {
            let written = row.required::<String>("date", DATE);
            let date = written.as_ref().and_then(|written| row.parsed(written));
            if let (Some(written), Some(date)) = (&written, date) {
                last = if date.epoch_day_after() <= last {
                    let expected = "a date no earlier than the one before";
                    self.reporter.error(written.span(), expected, backticked(written.get_ref()));
                    // Then the rows after this one are not reported too.
                    date.first_epoch_day()
                } else {
                    last.max(date.first_epoch_day())
                };
            }
            let date_text = row.optional_text("when");
            let event = row.text("event");
            let fact = row.optional_fact("fact", self.symbols);
            let section = row.optional::<String>("section", "the id of a section in quotes");
            let section = section.and_then(|id| self.symbols.section(id.get_ref(), id.span(), self.reporter));
            let is_turn = row.flag("turn");
            row.finish();
            Some(ChronologyRow { date: date?, date_text, event: event?, fact, section, is_turn })
        });
        rows.map(PlotForm::Chronology)
    }

    fn ids(&self, fields: &mut TomlTable<'_>) -> Option<(Vec<Spanned<String>>, Range<usize>)> {
        let ids = fields.required_list("facts", "a list of fact ids")?;
        let span = ids.span();
        self.count(ids.get_ref().iter().map(Spanned::span));
        Some((ids.into_inner(), span))
    }

    fn fact_with_one_number(&self, id: &Spanned<String>) -> Option<FactRef> {
        self.fact_with(id, "a fact with a figure of one number", |fact| {
            matches!(fact.figure, Some(Figure { amount: Amount::Value(_), .. }))
        })
    }

    /// The fact with this id, if it fits. Unreadable facts are reported already.
    fn fact_with(
        &self,
        id: &Spanned<String>,
        expected: &str,
        fits: impl FnOnce(&Fact) -> bool,
    ) -> Option<FactRef> {
        let fact_ref = self.symbols.fact(id.get_ref(), id.span(), self.reporter)?;
        let fact = self.facts[fact_ref.0].as_ref()?;
        if fits(fact) {
            return Some(fact_ref);
        }
        self.reporter.error(id.span(), expected, backticked(id.get_ref()));
        None
    }
}

/// The keys that a row has.
fn present(row: &TomlTable<'_>, keys: &[&'static str]) -> Vec<&'static str> {
    keys.iter().copied().filter(|key| row.contains(key)).collect()
}

/// Keys as words of a message.
fn and(keys: &[&str]) -> String {
    match keys {
        [] => "none of them".to_owned(),
        keys => keys.iter().map(|key| backticked(key)).collect::<Vec<_>>().join(" and "),
    }
}
