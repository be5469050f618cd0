//! Reports numbers in the content that the ledger row of their fact does not contain.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::content::ledger::LedgerNumbers;
use crate::content::number_notation::numbers;
use crate::content::parse::{ContentFile, ContentFiles, Reporter, backticked, body_span, locate};
use crate::content::text::{Block, Inline, plain};
use crate::content::{Entity, Fact, Guess, Plot, Section};
use crate::ui_text::NumbersText;

/// Checks numbers against the ledger's rows.
pub(crate) struct NumberChecker<'a> {
    pub(crate) rows: &'a LedgerNumbers,
    /// One reporter per fact, in the order of `facts`.
    pub(crate) reporters: &'a [Reporter<'a>],
    pub(crate) facts: &'a [Option<Fact>],
    pub(crate) number_format: Option<&'a NumbersText>,
}

impl NumberChecker<'_> {
    /// Reports numbers in facts and prose that their ledger rows do not contain.
    pub(crate) fn check(&self, content_files: &ContentFiles<'_>, sections: &[Option<Section>]) {
        for (reporter, fact) in self.reporters.iter().zip(self.facts) {
            let file = reporter.file;
            if let (Some(fact), Some(numbers)) = (fact, self.row(file)) {
                let merged = fact.merged_facts.iter();
                let merged = merged.filter_map(|fact| self.row(self.reporters[fact.0].file)).flatten();
                let numbers = numbers.iter().chain(merged).cloned().chain([year(fact)]).collect();
                let allowed = Allowed::of_row(&numbers, &fact.id);
                for (key, text) in printed(fact) {
                    self.check_numbers(&text, &allowed, *reporter, file.value_span(key));
                }
            }
        }
        let years: BTreeSet<_> = self.facts.iter().flatten().map(year).collect();
        for section in sections.iter().flatten() {
            if let Some(reporter) = content_files.section_file(&section.id) {
                SectionChecker { checker: self, years: &years, reporter }.check(section);
            }
        }
    }

    /// Reports numbers in plots that no row of their facts contains.
    pub(crate) fn check_plots(&self, plots: &[Option<Plot>], reporters: &[Reporter<'_>]) {
        for (plot, reporter) in plots.iter().zip(reporters) {
            let Some(plot) = plot else { continue };
            let facts = plot.facts();
            let rows = facts.iter().filter_map(|fact| self.row(self.reporters[fact.0].file));
            let years = facts.iter().filter_map(|fact| self.facts[fact.0].as_ref()).map(year);
            let allowed: BTreeSet<_> = rows.flatten().cloned().chain(years).collect();
            let allowed = Allowed {
                numbers: &allowed,
                holders: "the rows of its facts in ledger.toml hold".to_owned(),
            };
            for words in plot.author_text().lines() {
                self.check_numbers(words, &allowed, *reporter, 0..reporter.file.text.len());
            }
        }
    }

    /// Reports numbers in guesses that their facts' rows do not contain.
    pub(crate) fn check_guesses(&self, guesses: &[Option<Guess>], reporters: &[Reporter<'_>]) {
        for (guess, reporter) in guesses.iter().zip(reporters) {
            let Some(guess) = guess else { continue };
            let id = fact_id(self.reporters[guess.fact.0].file);
            if let (Some(fact), Some(numbers)) = (&self.facts[guess.fact.0], self.rows.get(&id)) {
                let numbers = numbers.iter().cloned().chain([year(fact)]).collect();
                let allowed = Allowed::of_row(&numbers, &id);
                for (key, words) in [("question", &guess.question), ("reflection", &plain(&guess.reflection))]
                {
                    self.check_numbers(words, &allowed, *reporter, reporter.file.value_span(key));
                }
            }
        }
    }

    /// Reports numbers that no row contains, in the texts of `story.toml` (`story_texts`, by key) and of entities.
    pub(crate) fn check_story(
        &self,
        story_texts: &[(&str, String)],
        entities: &[Option<Entity>],
        content_files: &ContentFiles<'_>,
    ) {
        let years = self.facts.iter().flatten().map(year);
        let numbers = self.rows.values().flatten().cloned().chain(years).collect();
        let allowed = Allowed { numbers: &numbers, holders: "a row of ledger.toml holds".to_owned() };
        if let Some(reporter) = content_files.find_file("story.toml") {
            for (key, words) in story_texts {
                self.check_numbers(words, &allowed, reporter, reporter.file.value_span(key));
            }
        }
        let Some(reporter) = content_files.find_file("entities.toml") else { return };
        for entity in entities.iter().flatten() {
            for (key, words) in entity.texts() {
                let range = reporter.file.value_span(&format!("{}.{key}", entity.id));
                self.check_numbers(&words, &allowed, reporter, range);
            }
        }
    }

    fn row(&self, file: &ContentFile) -> Option<&BTreeSet<String>> {
        self.rows.get(&fact_id(file))
    }

    /// Reports numbers of a text that are not allowed. `range` is the text's range in the file. Returns the end of the
    /// last number there.
    fn check_numbers(
        &self,
        text: &str,
        allowed: &Allowed<'_>,
        reporter: Reporter<'_>,
        range: Range<usize>,
    ) -> usize {
        let mut from = range.start;
        for number in numbers(text) {
            let span = locate::number(&reporter.file.text, from..range.end, number).unwrap_or(from..from);
            from = span.end;
            let plain =
                self.number_format.map_or_else(|| number.replace(',', ""), |format| format.normalize(number));
            if !allowed.numbers.contains(&plain) {
                let expected = format!("only numbers that {}", allowed.holders);
                reporter.error(span, expected, backticked(number));
            }
        }
        from
    }
}

/// The numbers that a text may contain, and what contains them, for the message.
struct Allowed<'a> {
    numbers: &'a BTreeSet<String>,
    holders: String,
}

impl<'a> Allowed<'a> {
    fn of_row(numbers: &'a BTreeSet<String>, fact: &str) -> Self {
        Self { numbers, holders: format!("the row of `{fact}` in ledger.toml holds") }
    }

    fn of_section(numbers: &'a BTreeSet<String>) -> Self {
        Self { numbers, holders: "this section’s facts hold in ledger.toml".to_owned() }
    }
}

/// The fact's year. Prose may state it even if the ledger row does not.
fn year(fact: &Fact) -> String {
    fact.date.year.to_string()
}

/// The id of the fact in a file, whether or not the fact is readable.
fn fact_id(file: &ContentFile) -> String {
    file.stem().to_owned()
}

/// All printed text of a fact, by dotted key.
fn printed(fact: &Fact) -> Vec<(&'static str, String)> {
    let prose = [
        ("claim", &fact.claim),
        ("adds", &fact.adds),
        ("why", &fact.why),
        ("context", &fact.context),
        ("yardstick", &fact.yardstick),
    ];
    let mut printed: Vec<_> = prose.map(|(key, inlines)| (key, plain(inlines))).into();
    printed.push(("notes", fact.notes.iter().map(|note| plain(note)).collect::<Vec<_>>().join("\n")));
    printed.push(("title", fact.title.clone()));
    printed.extend(fact.date_text.clone().map(|text| ("when", text)));
    if let Some(figure) = &fact.figure {
        printed.push(("figure.text", figure.text.clone()));
        printed.push(("figure.unit", figure.unit.clone()));
    }
    printed
}

/// Checks a section's prose against the rows of its facts and of the facts that it links. Checks the text of a link
/// against the linked row.
struct SectionChecker<'a> {
    checker: &'a NumberChecker<'a>,
    years: &'a BTreeSet<String>,
    reporter: Reporter<'a>,
}

impl SectionChecker<'_> {
    fn check(&self, section: &Section) {
        let Self { checker, years, reporter } = *self;
        let file = reporter.file;
        let folder = format!("facts/{}/", section.id);
        let section_files = checker
            .reporters
            .iter()
            .map(|reporter| reporter.file)
            .filter(|file| file.path.starts_with(&folder));
        let mut section_files = section_files.peekable();
        // Its facts may be in a folder that has another name, which is reported.
        if section_files.peek().is_none() && checker.facts.iter().any(Option::is_none) {
            return;
        }
        let mut numbers = years.clone();
        numbers.extend(section_files.filter_map(|file| checker.row(file)).flatten().cloned());
        let body = body_span(&file.text);
        let mut from = body.start;
        for inlines in section.body.iter().flat_map(Block::paragraphs) {
            let range = from..body.end;
            self.links(inlines, &mut numbers, &range);
            from = checker.check_numbers(&plain(inlines), &Allowed::of_section(&numbers), reporter, range);
        }
        let range = file.value_span("standfirst");
        self.links(&section.standfirst, &mut numbers, &range);
        let texts = [("standfirst", plain(&section.standfirst)), ("title", section.title.clone())];
        for (key, words) in texts {
            let allowed = Allowed::of_section(&numbers);
            checker.check_numbers(&words, &allowed, reporter, file.value_span(key));
        }
    }

    fn links(&self, inlines: &[Inline], allowed: &mut BTreeSet<String>, range: &Range<usize>) {
        for inline in inlines {
            match inline {
                Inline::Fact { to, children } => {
                    let id = fact_id(self.checker.reporters[to.0].file);
                    if let Some(numbers) = self.checker.rows.get(&id) {
                        let with_years = numbers.union(self.years).cloned().collect();
                        let of_link = Allowed::of_row(&with_years, &id);
                        self.checker.check_numbers(&plain(children), &of_link, self.reporter, range.clone());
                        allowed.extend(numbers.iter().cloned());
                    }
                }
                Inline::Emphasis(children) | Inline::Entity { children, .. } => {
                    self.links(children, allowed, range)
                }
                Inline::Text(_) | Inline::Foreign { .. } => {}
            }
        }
    }
}
