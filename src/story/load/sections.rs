//! The sections' files: a head in TOML between `+++` lines, then Markdown. Knows nothing of how a section looks.

use toml::Spanned;

use super::fields::Fields;
use super::folder::Folder;
use super::markdown::blocks;
use super::names::Names;
use super::report::{File, Part, Report, quoted};
use crate::story::text::{Block, Inline};
use crate::story::{Fact, FactRef, Section, SectionRef};

/// The section that holds the sources and notes; it stands last.
pub(super) const NOTES: &str = "notes";

/// Gives every section its place, and notes listed files that are missing and files that are not listed.
pub(super) fn names(
    order: Vec<Spanned<String>>,
    folder: &Folder,
    names: &mut Names,
    file: &File,
    report: &Report,
) {
    let ids: Vec<_> = folder.below("sections/").filter_map(File::stem).collect();
    for id in order {
        let place = SectionRef(names.sections.len());
        if !ids.contains(&id.get_ref().as_str()) {
            report.unknown(
                file,
                id.span(),
                "the name of a file in sections/",
                id.get_ref(),
                ids.iter().copied(),
            );
        } else if names.sections.insert(id.get_ref().clone(), place).is_some() {
            report.at(file, id.span(), "each section once", format!("{} again", quoted(id.get_ref())));
        }
    }
    for id in ids.into_iter().filter(|id| *id != NOTES && !names.sections.contains_key(*id)) {
        report.at(file, 0..0, format!("`{id}` among the sections"), format!("sections/{id}.md unlisted"));
    }
    names_unlisted(folder, names);
}

/// Gives a place to every section that the story's order leaves out, so that one mistake there makes no others; the
/// notes stand last.
pub(super) fn names_unlisted(folder: &Folder, names: &mut Names) {
    for id in folder.below("sections/").filter_map(File::stem).filter(|id| *id != NOTES).chain([NOTES]) {
        let place = SectionRef(names.sections.len());
        names.sections.entry(id.to_owned()).or_insert(place);
    }
}

/// Reads every section, in order; `None` for one that could not be read.
pub(super) fn read(folder: &Folder, names: &Names, report: &Report) -> Vec<Option<Section>> {
    let mut ids: Vec<_> = names.sections.iter().collect();
    ids.sort_by_key(|(_, place)| **place);
    ids.into_iter().map(|(id, _)| section(id, folder, names, report)).collect()
}

fn section(id: &str, folder: &Folder, names: &Names, report: &Report) -> Option<Section> {
    let file = folder.file(&format!("sections/{id}.md"), report)?;
    let Some((head, body)) = split(&file.text) else {
        report.go_blind();
        report.at(file, 0..0, "a head between two lines of `+++`", "none");
        return None;
    };
    let part = |offset| Part { file, report, offset };
    let mut fields = Fields::parse(&file.text[head.clone()], part(head.start));
    let title = fields.line("title");
    let standfirst = fields.prose("standfirst", names);
    let region = fields.line("region");
    let map_fact = fields.optional::<String>("map-fact", "the id of a fact in quotes");
    let map_fact = map_fact.and_then(|id| names.fact(id.get_ref(), id.span(), fields.part));
    fields.finish();
    let body = blocks(&file.text[body.clone()], part(body.start), names);
    Some(Section {
        id: id.to_owned(),
        title: title?,
        standfirst: standfirst?,
        region: region?,
        map_fact,
        body,
        cards: Vec::new(),
        told: Vec::new(),
    })
}

/// Byte ranges of the head and the body.
fn split(text: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let head = "+++\n".len();
    let end = text.strip_prefix("+++\n")?.find("\n+++\n")? + head;
    Some((head..end + 1, end + "\n+++\n".len()..text.len()))
}

/// Finds out which facts are cards and which are told, and notes those that are neither or both.
pub(super) fn place(
    sections: &mut [Option<Section>],
    facts: &[Option<Fact>],
    files: &[&File],
    folder: &Folder,
    report: &Report,
) {
    let mut placed = vec![0_usize; facts.len()];
    let mut linked = Vec::new();
    for (place, section) in sections.iter_mut().enumerate() {
        let Some(section) = section else { continue };
        for block in &section.body {
            match block {
                Block::Cards(cards) => {
                    for card in cards {
                        placed[card.0] += 1;
                        section.cards.push(*card);
                        home(*card, SectionRef(place), section, facts, folder, report);
                    }
                }
                Block::Paragraph(words) => collect(words, &mut linked),
                Block::Plot(_) | Block::Guess(_) => {}
            }
        }
    }
    for (at, file) in files.iter().enumerate() {
        let told = linked.contains(&FactRef(at));
        match (placed[at], told) {
            (0, false) if report.sees_all() => {
                report.at(file, 0..0, "a place in the story: `[[id]]` or a link to it", "none")
            }
            (0 | 1, _) => {}
            (times, _) => report.at(file, 0..0, "one card in the story", format!("{times}")),
        }
    }
    linked.dedup();
    for fact in linked {
        let home = facts[fact.0].as_ref().map(|fact| fact.section.0);
        if let (0, Some(Some(section))) = (placed[fact.0], home.and_then(|home| sections.get_mut(home)))
            && !section.told.contains(&fact)
        {
            section.told.push(fact);
        }
    }
}

fn home(
    card: FactRef,
    here: SectionRef,
    section: &Section,
    facts: &[Option<Fact>],
    folder: &Folder,
    report: &Report,
) {
    let Some(fact) = &facts[card.0] else { return };
    let Some(file) = folder.find(&format!("sections/{}.md", section.id)) else { return };
    if fact.section != here {
        let at = file.text.find(&format!("[[{}]]", fact.id)).unwrap_or_default();
        report.at(file, at..at, "a card of this section", format!("{}, of another", quoted(&fact.id)));
    }
}

fn collect(words: &[Inline], facts: &mut Vec<FactRef>) {
    for inline in words {
        match inline {
            Inline::Fact { to, .. } => facts.push(*to),
            Inline::Emphasis(words) | Inline::Entity { words, .. } => collect(words, facts),
            Inline::Text(_) | Inline::Foreign { .. } => {}
        }
    }
}
