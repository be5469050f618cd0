//! Reads optional plots, one file each: `plots/<id>.toml`. Checks that their facts have the data to draw.

use std::cell::Cell;
use std::ops::Range;

use toml::Spanned;

use super::{FORMS, MAX_MARKS, Plot};
use crate::content::parse::{Reporter, SymbolTable, TomlTable, backticked};
use crate::content::{Amount, Fact, FactRef, Figure};

/// Reads every plot; `None` for each that cannot be read.
pub(in crate::content) fn read(
    reporters: &[Reporter<'_>],
    symbols: &SymbolTable,
    facts: &[Option<Fact>],
) -> Vec<Option<Plot>> {
    let reader =
        |reporter| PlotReader { symbols, facts, reporter, marks: Cell::default(), measure: Cell::default() };
    reporters.iter().map(|reporter| plot(&reader(*reporter))).collect()
}

fn plot(reader: &PlotReader<'_>) -> Option<Plot> {
    let file = reader.reporter.file;
    let mut fields = TomlTable::parse(&file.text, reader.reporter);
    let title = fields.text("title");
    let note = fields.optional_markdown("note", reader.symbols);
    let form = fields.one_of("form", FORMS)?(reader, &mut fields);
    fields.finish();
    Some(Plot { id: file.stem().to_owned(), title: title?, note, form: form? })
}

/// What the forms need to read the fields of a plot.
pub(super) struct PlotReader<'a> {
    pub(super) symbols: &'a SymbolTable,
    pub(super) reporter: Reporter<'a>,
    facts: &'a [Option<Fact>],
    /// Number of rows and facts read so far.
    marks: Cell<usize>,
    /// The currency or the kind of number of the plot's first figure.
    measure: Cell<Option<&'a str>>,
}

impl<'a> PlotReader<'a> {
    /// Reads all rows, at least one. `None` if one cannot be read.
    pub(super) fn rows<T>(
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

    /// The label of a row, with its position.
    pub(super) fn label(&self, row: &mut TomlTable<'_>) -> Option<(String, Range<usize>)> {
        let label = row.raw_string("label")?;
        Some((self.reporter.file.quote_marks.smart_quotes(label.get_ref()), label.span()))
    }

    /// The list `facts`, with its position.
    pub(super) fn fact_ids(
        &self,
        fields: &mut TomlTable<'_>,
    ) -> Option<(Vec<Spanned<String>>, Range<usize>)> {
        let ids = fields.required_list("facts", "a list of fact ids")?;
        let span = ids.span();
        self.count(ids.get_ref().iter().map(Spanned::span));
        Some((ids.into_inner(), span))
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

    /// Reports a figure that is not in the currency, or not the kind of number, of the plot's first.
    pub(super) fn check_measure(&self, fact: FactRef, span: Range<usize>) {
        let fact: Option<&'a Fact> = self.facts[fact.0].as_ref();
        let Some(figure) = fact.and_then(|fact| fact.figure.as_ref()) else { return };
        let measure = figure.currency.as_deref().unwrap_or(figure.measure.as_str());
        let first = self.measure.get().unwrap_or(measure);
        self.measure.set(Some(first));
        if first != measure {
            let expected = format!("figures of one measure in a plot, here {}", backticked(first));
            self.reporter.error(span, expected, backticked(measure));
        }
    }

    /// The fact with this id, if its figure is one number.
    pub(super) fn fact_with_one_number(&self, id: &Spanned<String>) -> Option<FactRef> {
        self.fact_with(id, "a fact with a figure of one number", |fact| {
            matches!(fact.figure, Some(Figure { amount: Amount::Value(_), .. }))
        })
    }

    /// The fact with this id, if it fits. Unreadable facts are reported already.
    pub(super) fn fact_with(
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
pub(super) fn present(row: &TomlTable<'_>, keys: &[&'static str]) -> Vec<&'static str> {
    keys.iter().copied().filter(|key| row.contains(key)).collect()
}

/// Keys, joined for a message.
pub(super) fn joined(keys: &[&str]) -> String {
    match keys {
        [] => "none of them".to_owned(),
        keys => keys.iter().map(|key| backticked(key)).collect::<Vec<_>>().join(" and "),
    }
}
