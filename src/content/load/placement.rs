//! Assigns each fact to its card, to another fact's card, or to the prose.

use std::collections::BTreeSet;

use crate::content::parse::{ContentFiles, Reporter, backticked};
use crate::content::text::{Block, Inline};
use crate::content::{Fact, FactRef, Section, SectionRef};

/// Assigns facts to cards and sections. Reports facts that are unplaced, placed twice, or in another section.
pub(super) fn assign_facts(
    sections: &mut [Option<Section>],
    facts: &mut [Option<Fact>],
    reporters: &[Reporter<'_>],
    content_files: &ContentFiles<'_>,
    likely_meant_facts: &BTreeSet<FactRef>,
) {
    let mut placed = vec![0_usize; facts.len()];
    let mut linked = Vec::new();
    for (index, section) in sections.iter_mut().enumerate() {
        let Some(section) = section else { continue };
        for block in &section.body {
            if let Block::Cards(cards) = block {
                for card in cards {
                    placed[card.0] += 1;
                    if placed[card.0] > 1 {
                        report_repeated(*card, section, reporters, content_files);
                        continue;
                    }
                    section.cards.push(*card);
                    check_section(*card, SectionRef(index), section, facts, reporters, content_files);
                }
            }
            block.paragraphs().iter().for_each(|inlines| collect_fact_links(inlines, &mut linked));
        }
    }
    attach_merged_facts(sections, facts, &mut placed, reporters, likely_meant_facts);
    for (index, reporter) in reporters.iter().enumerate() {
        let is_placed = placed[index] > 0
            || linked.contains(&FactRef(index))
            || likely_meant_facts.contains(&FactRef(index));
        // A fact that cannot be read may name its card, and an unknown card is reported.
        let names_a_card = facts[index].is_none() || !reporter.file.value_span("parent-card").is_empty();
        if !is_placed && !names_a_card && reporter.sink.is_complete() {
            let id = reporter.file.stem();
            let expected = format!("a place in the story: `[[{id}]]`, `parent-card`, or a link to it");
            reporter.error(0..0, expected, "none");
        }
    }
    for fact in linked {
        let section = facts[fact.0].as_ref().map(|fact| fact.section.0);
        if let (0, Some(Some(section))) =
            (placed[fact.0], section.and_then(|section| sections.get_mut(section)))
            && !section.prose_facts.contains(&fact)
        {
            section.prose_facts.push(fact);
        }
    }
}

/// Attaches each fact with a `parent-card` to that card. The card must be in the same section.
fn attach_merged_facts(
    sections: &[Option<Section>],
    facts: &mut [Option<Fact>],
    placed: &mut [usize],
    reporters: &[Reporter<'_>],
    likely_meant_facts: &BTreeSet<FactRef>,
) {
    for index in 0..facts.len() {
        let Some((card, section)) =
            facts[index].as_ref().and_then(|fact| Some((fact.parent_card?, fact.section)))
        else {
            continue;
        };
        placed[index] += 1;
        if placed[index] > 1 {
            let span = reporters[index].file.value_span("parent-card");
            reporters[index].error(span, "a fact on another card, or a card of its own", "both");
        }
        let section = sections.get(section.0).and_then(Option::as_ref);
        let is_missing = section.is_some_and(|section| !section.cards.contains(&card));
        if is_missing && !likely_meant_facts.contains(&card) && reporters[index].sink.is_complete() {
            let span = reporters[index].file.value_span("parent-card");
            let id = reporters[card.0].file.stem();
            let found = format!("{}, which is none", backticked(id));
            reporters[index].error(span, "`parent-card`: the id of a card in the same section", found);
        }
        if let Some(card) = &mut facts[card.0] {
            card.merged_facts.push(FactRef(index));
        }
    }
}

fn check_section(
    card: FactRef,
    here: SectionRef,
    section: &Section,
    facts: &[Option<Fact>],
    reporters: &[Reporter<'_>],
    content_files: &ContentFiles<'_>,
) {
    let Some(fact) = &facts[card.0] else { return };
    let Some(reporter) = content_files.section_file(&section.id) else { return };
    if fact.section != here {
        let offset = reporter.file.text.find(&format!("[[{}]]", fact.id)).unwrap_or_default();
        let folder = reporters[card.0].file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found = format!("{}, whose file is in {folder}/", backticked(&fact.id));
        reporter.error(offset..offset, "a card of this section", found);
    }
}

/// Reports the second mark of a card.
fn report_repeated(
    card: FactRef,
    section: &Section,
    reporters: &[Reporter<'_>],
    content_files: &ContentFiles<'_>,
) {
    let Some(reporter) = content_files.section_file(&section.id) else { return };
    let mark = format!("[[{}]]", reporters[card.0].file.stem());
    let offset = reporter.file.text.rfind(&mark).unwrap_or_default();
    reporter.error(offset..offset, "each card once in the story", format!("{} again", backticked(&mark)));
}

fn collect_fact_links(inlines: &[Inline], facts: &mut Vec<FactRef>) {
    for inline in inlines {
        match inline {
            Inline::Fact { to, .. } => facts.push(*to),
            Inline::Emphasis(children) | Inline::Entity { children, .. } => {
                collect_fact_links(children, facts)
            }
            Inline::Text(_) | Inline::Foreign { .. } => {}
        }
    }
}

/// Reports files that no section places, or that are placed twice. `placed_index` returns the index of the file that a
/// block places; `prefix` is that of its mark, such as `plot:`.
pub(super) fn check_placed_once(
    noun: &str,
    prefix: &str,
    reporters: &[Reporter<'_>],
    sections: &[Option<Section>],
    content_files: &ContentFiles<'_>,
    placed_index: impl Fn(&Block) -> Option<usize>,
) {
    let mut placed = vec![0_usize; reporters.len()];
    for section in sections.iter().flatten() {
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        for index in section.body.iter().filter_map(&placed_index) {
            placed[index] += 1;
            if placed[index] > 1 {
                let mark = format!("[[{prefix}{}]]", reporters[index].file.stem());
                let offset = reporter.file.text.rfind(&mark).unwrap_or_default();
                reporter.error(
                    offset..offset,
                    format!("each {noun} once"),
                    format!("{} again", backticked(&mark)),
                );
            }
        }
    }
    let is_complete = content_files.sink.is_complete();
    for (reporter, _) in reporters.iter().zip(placed).filter(|(_, placed)| *placed == 0 && is_complete) {
        reporter.error(0..0, format!("a place in the story: `[[{prefix}id]]`"), "none");
    }
}
