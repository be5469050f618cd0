//! Checks that entities are linked at their first mention in the story and in a section. Reads the text before parsing.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::content::parse::{ContentFile, ContentFiles, backticked, body_span};
use crate::content::{Entity, Section};

/// Reports first mentions without a link, second links in a section, and links to entities that are `never-linked`.
/// Names within other links do not count.
pub(super) fn check(
    sections: &[Option<Section>],
    entities: &[Option<Entity>],
    content_files: &ContentFiles<'_>,
) {
    let mut linked = BTreeSet::new();
    for section in sections.iter().flatten() {
        let Some(reporter) = content_files.section_file(&section.id) else { continue };
        let text = &reporter.file.text;
        let mentions = mentions(reporter.file, entities);
        // A link with a wrong id may be the missing link.
        let mut named = text.split("](@").skip(1).filter_map(|rest| rest.split(')').next());
        let is_known = |id: &str| entities.iter().flatten().any(|entity| entity.id == id);
        let has_unknown_link = named.any(|id| !is_known(id));
        for entity in entities.iter().flatten() {
            let link_target = format!("](@{})", entity.id);
            let link_offsets: Vec<_> = text.match_indices(&link_target).map(|(offset, _)| offset).collect();
            let most = usize::from(!entity.never_linked);
            for again in link_offsets.iter().skip(most) {
                let (expected, found) = match entity.never_linked {
                    true => {
                        (format!("no mark for {}, which is `never-linked`", backticked(&entity.id)), "one")
                    }
                    false => {
                        (format!("{} marked once in a section", backticked(&entity.id)), "a second mark")
                    }
                };
                reporter.error(*again..*again, expected, found);
            }
            let named_spans = mentions.iter().filter(|(_, named)| std::ptr::eq(*named, entity));
            let bare = named_spans
                .map(|(span, _)| span)
                .find(|span| enclosing_link_target(text, span.end).is_none());
            let missing_link = match link_offsets.first() {
                Some(first) => bare.filter(|span| span.start < *first),
                None => bare.filter(|_| !linked.contains(&entity.id)),
            };
            if let Some(span) = missing_link.filter(|_| !entity.never_linked && !has_unknown_link) {
                let expected = format!("`[{}{link_target}`, for its first mention", &text[span.clone()]);
                reporter.error(span.clone(), expected, "no mark");
            }
            if !link_offsets.is_empty() || bare.is_some() {
                linked.insert(&entity.id);
            }
        }
    }
}

/// Every name in a section's standfirst and body, in order. Of overlapping names, only the longest.
fn mentions<'a>(file: &ContentFile, entities: &'a [Option<Entity>]) -> Vec<(Range<usize>, &'a Entity)> {
    let text = &file.text;
    let checked_spans = [file.value_span("standfirst"), body_span(text)];
    let mut found: Vec<(Range<usize>, &Entity)> = Vec::new();
    for entity in entities.iter().flatten() {
        for name in entity.aliases.iter().chain([&entity.name]) {
            // The loader has replaced straight apostrophes in names.
            let name = name.replace('’', "'");
            let spans = text.match_indices(&name).map(|(start, _)| start..start + name.len());
            let named =
                spans.filter(|span| checked_spans.iter().any(|checked| checked.contains(&span.start)));
            found.extend(named.filter(|span| is_whole_word(text, span)).map(|span| (span, entity)));
        }
    }
    let within = |inner: &Range<usize>, outer: &Range<usize>| {
        inner != outer && outer.start <= inner.start && inner.end <= outer.end
    };
    let longest = |(span, _): &&(Range<usize>, _)| !found.iter().any(|(other, _)| within(span, other));
    let mut longest: Vec<_> = found.iter().filter(longest).cloned().collect();
    longest.sort_by_key(|(span, _)| span.start);
    longest
}

/// Whether a name is a whole word and not part of an id.
fn is_whole_word(text: &str, span: &Range<usize>) -> bool {
    let parts = |letter: &char| letter.is_alphanumeric() || "-+#@:".contains(*letter);
    let (before, after) = (text[..span.start].chars().next_back(), text[span.end..].chars().next());
    !before.is_some_and(|letter| parts(&letter))
        && !after.is_some_and(|letter| letter != ':' && parts(&letter))
}

/// The target of the link around this offset, if there is one.
fn enclosing_link_target(text: &str, offset: usize) -> Option<&str> {
    let rest = &text[offset..];
    rest[rest.find(['[', ']'])?..].strip_prefix("](")
}
