//! Checks prose: the rates of attributions and links, and converted sums.

use super::text_analysis::{contains_phrase, sentences};
use crate::content::Section;
use crate::content::foreign_currency::ForeignCurrency;
use crate::content::language::word_count;
use crate::content::parse::{ContentFiles, Reporter, body_span};
use crate::content::section::NOTES;

/// Phrases that attribute a sentence to the source article.
const ATTRIBUTIONS: &[&str] = &[
    "the article",
    "the writer",
    "the author",
    "the feature",
    "the piece",
    "it says",
    "it finds",
    "by this account",
    "by its account",
    "in this telling",
    "in its telling",
];

/// Maximum share of the story's sentences with an attribution, in percent.
const MAX_ATTRIBUTED_PERCENT: usize = 8;

/// Maximum number of reported paragraphs.
const REPORTED_PARAGRAPHS: usize = 3;

/// Minimum words per link.
const MIN_WORDS_PER_LINK: usize = 25;

/// Minimum words of a section to check its rate of links.
const MIN_WORDS_FOR_RATE: usize = 100;

struct Paragraph<'a> {
    reporter: Reporter<'a>,
    offset: usize,
    words: String,
    link_count: usize,
}

/// Reports violations in every section. The notes may attribute, because they are about the source.
///
/// `retold` says whether the story retells an article in English; otherwise attributions are not checked.
pub(super) fn check(
    sections: &[Option<Section>],
    content_files: &ContentFiles<'_>,
    foreign_currency: Option<&ForeignCurrency>,
    retold: bool,
) {
    let mut story = Vec::new();
    for section in sections.iter().flatten() {
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        let paragraphs = paragraphs(reporter);
        check_link_density(&paragraphs);
        for Paragraph { offset, words, .. } in &paragraphs {
            if let Some(currency) = foreign_currency.filter(|currency| currency.is_alone_in(words)) {
                reporter.error(*offset..*offset, currency.expected(), "none");
            }
        }
        if section.id != NOTES {
            story.extend(paragraphs);
        }
    }
    if retold {
        check_attributions(&story);
    }
}

fn check_link_density(paragraphs: &[Paragraph<'_>]) {
    let words: usize = paragraphs.iter().map(|paragraph| word_count(&paragraph.words)).sum();
    let link_count: usize = paragraphs.iter().map(|paragraph| paragraph.link_count).sum();
    let Some(most) = paragraphs.iter().max_by_key(|paragraph| paragraph.link_count) else { return };
    if words >= MIN_WORDS_FOR_RATE && link_count * MIN_WORDS_PER_LINK > words {
        let expected = format!("at most one mark in {MIN_WORDS_PER_LINK} words of a section");
        let found = format!("{link_count} in {words}, {} of them in this paragraph", most.link_count);
        most.reporter.error(most.offset..most.offset, expected, found);
    }
}

fn check_attributions(paragraphs: &[Paragraph<'_>]) {
    let all: usize = paragraphs.iter().map(|paragraph| sentences(&paragraph.words).len()).sum();
    let mut attributed: Vec<_> =
        paragraphs.iter().map(|paragraph| (attributed(&paragraph.words), paragraph)).collect();
    let sum: usize = attributed.iter().map(|(count, _)| count).sum();
    if sum * 100 <= all * MAX_ATTRIBUTED_PERCENT {
        return;
    }
    attributed.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    for (count, Paragraph { reporter, offset, .. }) in
        attributed.into_iter().take(REPORTED_PARAGRAPHS).filter(|(count, _)| *count > 0)
    {
        let expected =
            format!("at most {MAX_ATTRIBUTED_PERCENT}% of the story's sentences to say whose words they are");
        let found = format!("{sum} of {all}, {count} of them in this paragraph");
        reporter.error(*offset..*offset, expected, found);
    }
}

/// Number of sentences with an attribution.
fn attributed(words: &str) -> usize {
    let says = |sentence: &&str| ATTRIBUTIONS.iter().any(|phrase| contains_phrase(sentence, phrase));
    sentences(words).into_iter().filter(says).count()
}

/// The paragraphs of a section's body, without link targets. Leaves out cards, plots and guesses.
fn paragraphs(reporter: Reporter<'_>) -> Vec<Paragraph<'_>> {
    let body = body_span(&reporter.file.text);
    let mut offset = body.start;
    let mut paragraphs = Vec::new();
    for text in reporter.file.text[body].split("\n\n") {
        let start = offset + text.len() - text.trim_start().len();
        let block = text.trim_start();
        if !block.is_empty() && !block.starts_with("[[") {
            let link_count = block.matches("](").count();
            paragraphs.push(Paragraph { reporter, offset: start, words: bare(block), link_count });
        }
        offset += text.len() + "\n\n".len();
    }
    paragraphs
}

/// A paragraph's text without link targets and emphasis.
fn bare(block: &str) -> String {
    let mut words = String::new();
    let mut rest = block;
    while let Some((before, target)) = rest.split_once("](") {
        words += before;
        rest = target.split_once(')').map_or("", |(_, after)| after);
    }
    words += rest;
    words.replace(['[', '*', '>'], "").replace('\n', " ")
}
