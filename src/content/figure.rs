//! Figures: the table `[figure]` of a fact, with text, amount and measure. The measure is inferred from the text.

use toml::Spanned;

use super::number_notation::NumberNotation;
use super::parse::{TomlTable, backticked};
use super::{Measure, Qualifier, StatedBy};

/// A figure as text and as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Text: `30 → 50 million`.
    pub text: String,
    /// Amount, in `unit`.
    pub amount: Amount,
    /// Unit: what is counted.
    pub unit: String,
    /// Kind of number.
    pub measure: Measure,
    /// ISO 4217 code of the currency, for an amount of money.
    pub currency: Option<String>,
    /// Hours from the start of the events until the figure was reached.
    pub elapsed_hours: Option<f64>,
    /// Limit of the number, if it is not exact.
    pub qualifier: Option<Qualifier>,
    /// Who states it.
    pub stated_by: StatedBy,
    /// Calculation that gives the figure, or that uses it.
    pub derived: Option<String>,
}

/// One number, or two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Value(f64),
    /// A change from one to another, or the least and the most.
    Range {
        /// The first.
        from: f64,
        /// The second.
        to: f64,
    },
}

impl Amount {
    /// The number, or the first of two.
    pub fn first(self) -> f64 {
        let (Self::Value(first) | Self::Range { from: first, .. }) = self;
        first
    }

    /// The number, or the second of two.
    pub fn last(self) -> f64 {
        let (Self::Value(last) | Self::Range { to: last, .. }) = self;
        last
    }
}

impl Figure {
    /// Text and unit, as the story writes them.
    pub fn text_and_unit(&self) -> String {
        format!("{} {}", self.text, self.unit)
    }
}

const NUMBER: &str = "a number of at most fifteen digits";

/// The largest number of a figure. Larger whole numbers are not exact in `f64`.
const MAX_FIGURE: f64 = 1e15;

/// Reads the table `[figure]` of a fact.
pub(super) fn read(mut fields: TomlTable<'_>, notation: &NumberNotation<'_>) -> Option<Figure> {
    let text = fields.raw_string("text");
    let stated: Vec<_> = ["value", "from", "to"].into_iter().filter(|key| fields.contains(key)).collect();
    if !matches!(*stated, ["value"] | ["from", "to"]) {
        let span = text.as_ref().map_or(0..0, Spanned::span);
        let stated: Vec<_> = stated.iter().map(|key| backticked(key)).collect();
        let found = if stated.is_empty() { "neither".to_owned() } else { stated.join(" and ") };
        fields.reporter.error(span, "`value`, or `from` and `to`", found);
    }
    let mut number = |key| {
        let number = fields.optional::<f64>(key, NUMBER)?;
        // TOML allows NaN and infinity.
        if !(-MAX_FIGURE..=MAX_FIGURE).contains(number.get_ref()) {
            fields.reporter.error(number.span(), NUMBER, format!("{:e}", number.get_ref()));
            return None;
        }
        Some(number.into_inner())
    };
    let (value, from, to, elapsed_hours) =
        (number("value"), number("from"), number("to"), number("elapsed-hours"));
    let unit = fields.text("unit");
    let stated = fields.optional_one_of("measure", Measure::ALL);
    let qualifier = fields.optional_one_of("qualifier", Qualifier::ALL);
    let stated_by = fields.optional_one_of("stated-by", StatedBy::ALL).unwrap_or(StatedBy::Claim);
    let derived = fields.optional_text("derived");
    let amount = match (value, from, to) {
        (Some(value), None, None) => Some(Amount::Value(value)),
        (None, Some(from), Some(to)) => Some(Amount::Range { from, to }),
        _ => None,
    };
    let reporter = fields.reporter;
    fields.finish();
    let (text, amount) = (text?, amount?);
    let currency = notation.currency(text.get_ref());
    let measure = stated.unwrap_or_else(|| notation.measure(text.get_ref(), amount));
    if measure == Measure::Money && currency.is_none() {
        reporter.error(
            text.span(),
            "an amount with a word of `[currencies]` in story.toml",
            backticked(text.get_ref()),
        );
    }
    Some(Figure {
        text: reporter.file.quote_marks.smart_quotes(text.get_ref()),
        amount,
        unit: unit?,
        measure,
        currency: currency.filter(|_| measure == Measure::Money),
        elapsed_hours,
        qualifier,
        stated_by,
        derived,
    })
}
