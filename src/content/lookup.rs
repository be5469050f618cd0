//! Finds parts of the story, and names its sources and authors.

use std::ops::Index;

use super::language::{WORDS_PER_MINUTE, word_count};
use super::text::{Block, plain};
use super::*;
use crate::template::fill;

macro_rules! index {
    ($($reference:ident => $list:ident: $item:ident),+ $(,)?) => {$(
        impl Index<$reference> for Story {
            type Output = $item;

            fn index(&self, reference: $reference) -> &$item {
                &self.$list[reference.0]
            }
        }
    )+};
}

index! {
    FactRef => facts: Fact,
    EntityRef => entities: Entity,
    SectionRef => sections: Section,
    ReferenceRef => references: Reference,
    RecordRef => records: Record,
    PlotRef => plots: Plot,
    GuessRef => guesses: Guess,
}

impl Story {
    /// All placed facts, in reading order: cards with their merged facts, then facts in the prose alone.
    pub fn facts_in_order(&self) -> impl Iterator<Item = FactRef> {
        let on_card = |card: &FactRef| [*card].into_iter().chain(self[*card].merged_facts.iter().copied());
        self.sections.iter().flat_map(move |section| {
            section.cards.iter().flat_map(on_card).chain(section.prose_facts.iter().copied())
        })
    }

    /// All facts about an entity, in reading order.
    pub fn facts_about(&self, entity: EntityRef) -> impl Iterator<Item = FactRef> {
        self.facts_in_order().filter(move |fact| self[*fact].entities.contains(&entity))
    }

    /// Entities in the glossary's order, with their indices.
    pub fn entities(&self) -> impl Iterator<Item = (EntityRef, &Entity)> {
        self.entities.iter().enumerate().map(|(index, entity)| (EntityRef(index), entity))
    }

    /// Whether the fact has a card of its own in its section.
    pub fn has_own_card(&self, fact: FactRef) -> bool {
        self[self[fact].section].cards.contains(&fact)
    }

    /// The fact whose card shows this one: its own, or the parent's.
    pub fn card_of(&self, fact: FactRef) -> FactRef {
        self[fact].parent_card.unwrap_or(fact)
    }

    /// Sections in order, with their indices.
    pub fn sections(&self) -> impl Iterator<Item = (SectionRef, &Section)> {
        self.sections.iter().enumerate().map(|(index, section)| (SectionRef(index), section))
    }

    /// The next section.
    pub fn section_after(&self, section: SectionRef) -> Option<(SectionRef, &Section)> {
        self.sections().skip_while(|(candidate, _)| *candidate != section).nth(1)
    }

    /// The last section: the endnotes.
    pub fn notes_section(&self) -> Option<SectionRef> {
        self.sections().last().map(|(notes, _)| notes)
    }

    /// Date of a fact, as readers see it.
    pub fn display_date(&self, fact: &Fact) -> String {
        fact.date_text.clone().unwrap_or_else(|| self.ui.format_date(fact.date))
    }

    /// Names of a fact's sources: the source article, unless the fact is later, then the outlets of its records.
    pub fn source_names(&self, fact: &Fact) -> Vec<String> {
        let mut outlets: Vec<_> =
            self.source_article_label().filter(|_| !fact.is_later()).into_iter().collect();
        for record in &fact.records {
            let outlet = &self[*record].outlet;
            if !outlets.contains(outlet) {
                outlets.push(outlet.clone());
            }
        }
        outlets
    }

    /// Reading time of the prose without the endnotes, in minutes.
    pub fn reading_minutes(&self) -> usize {
        let sections = self.sections.split_last().map_or(&[][..], |(_, sections)| sections);
        let paragraphs = sections.iter().flat_map(|section| section.body.iter().flat_map(Block::paragraphs));
        let words: usize = paragraphs.map(|inlines| word_count(&plain(inlines))).sum();
        words.div_ceil(WORDS_PER_MINUTE)
    }

    /// Label of the source article: outlet and date.
    pub fn source_article_label(&self) -> Option<String> {
        self.fill_source_article(&self.ui.meta.source_article)
    }

    /// Credit of the source article as a source of this fact. `None` for a later fact, or without a source article.
    pub fn source_article_credit(&self, fact: &Fact) -> Option<String> {
        self.fill_source_article(&self.ui.source_article).filter(|_| !fact.is_later())
    }

    /// Whether a fact has any source.
    pub fn has_sources(&self, fact: &Fact) -> bool {
        self.source_article_credit(fact).is_some() || !fact.references.is_empty() || !fact.records.is_empty()
    }

    /// Fills a label with the source article's author, outlet and date. `None` without a source article.
    pub fn fill_source_article(&self, label: &str) -> Option<String> {
        let SourceArticle { author, outlet, date_text, .. } = self.source_article.as_ref()?;
        Some(fill(label, &[("author", author), ("outlet", outlet), ("when", date_text)]))
    }

    /// Who signs the story: the authors, else the publication.
    pub fn credited_names(&self) -> &[String] {
        if self.authors.is_empty() { std::slice::from_ref(&self.ui.site_name) } else { &self.authors }
    }

    /// The lines below the standfirst. The first has the authors, and the source article's author, outlet and date. The
    /// second has the days of publication and of the last change, and the reading time. These do not wrap.
    pub fn byline(&self) -> Vec<String> {
        let minutes = self.reading_minutes();
        let time = if minutes == 1 { &self.ui.reading_time_one } else { &self.ui.reading_time };
        let time = with_no_break_spaces(&fill(time, &[("minutes", &minutes.to_string())]));
        let authors = (!self.authors.is_empty())
            .then(|| fill(&self.ui.by_authors, &[("authors", &self.authors.join(", "))]));
        let lines =
            [[authors, self.fill_source_article(&self.ui.byline)], [self.published_line(), Some(time)]];
        let lines = lines.map(|parts| parts.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· "));
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// When the story was published and last changed. A change in the same year is stated without the year.
    fn published_line(&self) -> Option<String> {
        let first = self.ids.first_published()?;
        let published = with_no_break_spaces(&self.ui.format_date(first));
        let Some(last) = self.updated else {
            return Some(fill(&self.ui.published, &[("published", &published)]));
        };
        let updated = if last.year == first.year {
            self.ui.format_date_without_year(last)
        } else {
            self.ui.format_date(last)
        };
        let dates = [("published", &*published), ("updated", &with_no_break_spaces(&updated))];
        Some(fill(&self.ui.published_updated, &dates))
    }

    /// Number of cards in the story.
    pub fn card_count(&self) -> usize {
        self.sections.iter().map(|section| section.cards.len()).sum()
    }
}

/// A text that does not wrap.
fn with_no_break_spaces(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
