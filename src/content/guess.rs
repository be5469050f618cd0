//! Guesses: the question before a figure, and the figure's position in the range.

use toml::Spanned;

use super::parse::{ContentFiles, GUESS_PREFIX, Reporter, SymbolTable, TomlTable, backticked};
use super::text::{Block, Inline};
use super::{Amount, Fact, FactRef, Figure, Section, Story};

/// A question about a fact's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The fact. Its id is also the guess's id.
    pub fact: FactRef,
    /// The question.
    pub question: String,
    /// Template for a guess in words; `{guess}`.
    pub guess_template: String,
    /// Whether the question is about the figure's `elapsed_hours`, not the figure.
    pub asks_hours: bool,
    /// Units of the figure in one unit of the range.
    pub scale: f64,
    /// End of the range, which starts at 0.
    pub max: u32,
    /// Step of the range.
    pub step: u32,
    /// What to think about after the answer.
    pub reflection: Vec<Inline>,
}

impl Guess {
    /// The fact's figure. The loader guarantees one.
    pub fn figure<'a>(&self, story: &'a Story) -> Option<&'a Figure> {
        story[self.fact].figure.as_ref()
    }

    /// Position of the figure in the range.
    pub fn answer(&self, figure: &Figure) -> f64 {
        let asked = figure.elapsed_hours.filter(|_| self.asks_hours).unwrap_or_else(|| figure.amount.last());
        asked / self.scale
    }
}

/// Reads every guess; `None` for each that cannot be read.
pub(super) fn read(
    reporters: &[Reporter<'_>],
    symbols: &SymbolTable,
    facts: &[Option<Fact>],
) -> Vec<Option<Guess>> {
    reporters.iter().map(|reporter| guess(*reporter, symbols, facts)).collect()
}

fn guess(reporter: Reporter<'_>, symbols: &SymbolTable, facts: &[Option<Fact>]) -> Option<Guess> {
    let fact = symbols.fact(reporter.file.stem(), 0..0, reporter);
    let mut fields = TomlTable::parse(&reporter.file.text, reporter);
    let question = fields.text("question");
    let asks_hours = fields.optional_one_of("asks", &[("value", false), ("hours", true)]).unwrap_or(false);
    let guess_template = fields.raw_string("guess-template");
    let whole = "a whole number above 0";
    let is_positive = |number: &Spanned<u32>| {
        if *number.get_ref() == 0 {
            reporter.error(number.span(), whole, "0");
        }
        *number.get_ref() > 0
    };
    let mut factor =
        |key| fields.optional::<u32>(key, whole).filter(&is_positive).map_or(1, Spanned::into_inner);
    let (scale, step) = (factor("scale"), factor("step"));
    let max = fields.required::<u32>("max", whole).filter(is_positive);
    // Otherwise the end of the range cannot be chosen.
    if let Some(max) = max.as_ref().filter(|max| max.get_ref() % step != 0) {
        reporter.error(max.span(), format!("a multiple of `step`, {step}"), max.get_ref().to_string());
    }
    let reflection = fields.markdown("reflection", symbols);
    fields.finish();
    if let Some(guess_template) =
        guess_template.as_ref().filter(|pattern| !pattern.get_ref().contains("{guess}"))
    {
        reporter.error(
            guess_template.span(),
            "words with `{guess}` in them",
            backticked(guess_template.get_ref()),
        );
    }
    let (fact, max) = (fact?, max?);
    let scale = f64::from(scale);
    check_range((fact, asks_hours), scale, &max, facts, reporter);
    let (guess_template, max) = (guess_template?.into_inner(), max.into_inner());
    Some(Guess {
        fact,
        question: question?,
        guess_template,
        asks_hours,
        scale,
        max,
        step,
        reflection: reflection?,
    })
}

/// Reports a fact without a number to guess, and a number outside the range. Unreadable facts are reported already.
fn check_range(
    (fact_ref, asks_hours): (FactRef, bool),
    scale: f64,
    max: &Spanned<u32>,
    facts: &[Option<Fact>],
    reporter: Reporter<'_>,
) -> Option<()> {
    let fact = facts[fact_ref.0].as_ref()?;
    let asked = fact.figure.as_ref().and_then(|figure| match (asks_hours, figure.amount) {
        (true, _) => figure.elapsed_hours,
        (false, Amount::Value(value)) => Some(value),
        (false, Amount::Range { .. }) => None,
    });
    let Some(asked) = asked else {
        let what = if asks_hours {
            "a fact with a figure and its `elapsed-hours`"
        } else {
            "a fact with a figure of one number"
        };
        reporter.error(0..0, format!("the id of {what}"), backticked(&fact.id));
        return None;
    };
    let answer = asked / scale;
    if !(0.0..=f64::from(*max.get_ref())).contains(&answer) {
        let expected = format!("a range that holds the figure, {answer}");
        reporter.error(max.span(), expected, format!("0 to {}", max.get_ref()));
    }
    Some(())
}

/// Reports guesses without the card with the answer below them in the same section.
pub(super) fn check_cards(
    reporters: &[Reporter<'_>],
    sections: &[Option<Section>],
    symbols: &SymbolTable,
    content_files: &ContentFiles<'_>,
) {
    for section in sections.iter().flatten() {
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        for (index, block) in section.body.iter().enumerate() {
            let Block::Guess(guess) = block else { continue };
            let id = reporters[guess.0].file.stem();
            let fact = symbols.known_fact(id);
            let comes = section.body[index..].iter().any(
                |block| matches!(block, Block::Cards(cards) if cards.iter().any(|card| Some(*card) == fact)),
            );
            if !comes {
                let offset = reporter.file.text.rfind(&format!("[[{GUESS_PREFIX}{id}]]")).unwrap_or_default();
                let expected = format!("the card of {} below its guess, in the same section", backticked(id));
                reporter.error(offset..offset, expected, "none");
            }
        }
    }
}
