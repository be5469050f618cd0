//! Sections: front matter in TOML between `+++` lines, then Markdown.

use toml::Spanned;

use super::parse::{
    ContentFiles, FRONT_MATTER_FENCE, Reporter, SymbolTable, TomlTable, backticked, blocks, most_similar,
    split_front_matter,
};
use super::text::{Block, Inline};
use super::{FactRef, SectionRef};

/// A section of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Id: the file's name, the address and the anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// One or two lines under the title.
    pub standfirst: Vec<Inline>,
    /// Short name in lists: a region, or what the section does.
    pub short_name: String,
    /// Whether the section shows no title, because it follows the story's.
    pub is_opening: bool,
    /// Colour in CSS, light and dark. `None` for the accent.
    pub color: Option<[String; 2]>,
    /// Blocks of the body, in reading order.
    pub body: Vec<Block>,
    /// Facts with a card, in reading order.
    pub cards: Vec<FactRef>,
    /// Facts without a card, only in the prose, in reading order.
    pub prose_facts: Vec<FactRef>,
}

/// The id of the section with sources and notes, which is always last.
pub(super) const NOTES: &str = "notes";

/// Declares the listed sections. Reports listed files that are missing, and files that are not listed.
pub(super) fn declare(
    order: Vec<Spanned<String>>,
    content_files: &ContentFiles<'_>,
    symbols: &mut SymbolTable,
    reporter: Reporter<'_>,
) {
    let ids: Vec<_> = ids(content_files).collect();
    let mut likely_meant = Vec::new();
    for id in order {
        let (id, span) = (id.get_ref().as_str(), id.span());
        let section_ref = SectionRef(symbols.sections.len());
        if id == NOTES {
            reporter.error(span, "no `notes` in the list, because they are always last", backticked(id));
        } else if symbols.sections.contains_key(id) {
            reporter.error(span, "each section once", format!("{} again", backticked(id)));
        } else if ids.contains(&id) {
            symbols.sections.insert(id.to_owned(), section_ref);
        } else if !reporter.sink.is_unreadable(id) {
            reporter.sink.mark_incomplete();
            likely_meant.extend(most_similar(id, ids.iter().copied()));
            reporter.unknown(span, "the name of a file in sections/", id, ids.iter().copied());
        }
    }
    let list = reporter.file.value_span("sections");
    for id in ids.into_iter().filter(|id| *id != NOTES && !symbols.sections.contains_key(*id)) {
        if !likely_meant.iter().any(|meant| meant == id) {
            let found = format!("sections/{id}.md unlisted");
            reporter.error(list.clone(), format!("`{id}` among the sections"), found);
        }
    }
    declare_unlisted(content_files, symbols);
}

/// Declares unlisted sections too, so that one error causes no others. The endnotes come last.
pub(super) fn declare_unlisted(content_files: &ContentFiles<'_>, symbols: &mut SymbolTable) {
    for id in ids(content_files).filter(|id| *id != NOTES).chain([NOTES]) {
        let section_ref = SectionRef(symbols.sections.len());
        symbols.sections.entry(id.to_owned()).or_insert(section_ref);
    }
}

/// The ids of all section files.
fn ids<'a>(content_files: &'a ContentFiles<'_>) -> impl Iterator<Item = &'a str> {
    content_files.files_in_folder("sections/").map(|reporter| reporter.file.stem())
}

/// Reads every section, in order; `None` for each that cannot be read.
pub(super) fn read(content_files: &ContentFiles<'_>, symbols: &SymbolTable) -> Vec<Option<Section>> {
    let mut ids: Vec<_> = symbols.sections.iter().collect();
    ids.sort_by_key(|(_, section_ref)| **section_ref);
    let sections: Vec<_> = ids.into_iter().map(|(id, _)| section(id, content_files, symbols)).collect();
    for section in sections.iter().skip(1).flatten().filter(|section| section.is_opening) {
        if let Some(reporter) = content_files.section_file(&section.id) {
            reporter.error(
                reporter.file.value_span("opening"),
                "`opening` in the first section alone",
                "it here",
            );
        }
    }
    sections
}

fn section(id: &str, content_files: &ContentFiles<'_>, symbols: &SymbolTable) -> Option<Section> {
    let reporter = content_files.require_file(&format!("sections/{id}.md"))?;
    let text = &reporter.file.text;
    let Some((front_matter, body)) = split_front_matter(text) else {
        reporter.sink.mark_incomplete();
        let first = text.lines().next().unwrap_or_default();
        if first == FRONT_MATTER_FENCE {
            reporter.error(0..0, "a line `+++` that ends the front matter", "none");
        } else {
            reporter.error(0..0, "front matter between two lines `+++`", backticked(first));
        }
        return None;
    };
    let part_reporter = |offset| Reporter { offset, ..reporter };
    let mut fields = TomlTable::parse(&text[front_matter.clone()], part_reporter(front_matter.start));
    let title = fields.text("title");
    let standfirst = fields.markdown("standfirst", symbols);
    let short_name = fields.text("short-name");
    let is_opening = fields.flag("opening");
    let color = fields
        .optional::<[String; 2]>("color", "two colours, for light and dark: [\"#903a03\", \"#e89a6f\"]");
    fields.finish();
    let body = blocks(&text[body.clone()], part_reporter(body.start), symbols);
    if title.is_none() || standfirst.is_none() || short_name.is_none() {
        reporter.sink.mark_incomplete();
    }
    Some(Section {
        id: id.to_owned(),
        title: title?,
        standfirst: standfirst?,
        short_name: short_name?,
        is_opening,
        color: color.map(Spanned::into_inner),
        body,
        cards: Vec::new(),
        prose_facts: Vec::new(),
    })
}
