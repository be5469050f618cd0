//! The reading position: the section at the reading line, and how much of its text is above. Counts paragraphs, so that
//! open cards do not change it.

use web_sys::DomRect;

use super::{Element, ElementExt, attempt, dom, scroll};

/// The text of a section.
const TEXT_SELECTOR: &str = ".passage > p";

/// A position in the text. Positions are ordered.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct ReadingPosition {
    /// The index of the section among the given ids.
    pub section: usize,
    /// The index of the paragraph in the section.
    pub paragraph: usize,
    /// The share of the paragraph above the reading line, in percent.
    pub percent: u32,
}

/// The reader's progress.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadingState {
    /// Before the text.
    BeforeText,
    /// In the text, at a position.
    InText(ReadingPosition),
    /// At the notes or below.
    AfterText,
}

/// The sections of the story, the notes last. Empty on other pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections(Vec<ReadSection>);

#[derive(Clone, Debug, PartialEq)]
struct ReadSection {
    element: Element,
    text: Vec<Element>,
}

impl Sections {
    /// Finds the sections with these ids. Empty if one is missing, because the page is not the story.
    pub fn find<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let section = |id| {
            let element = dom::by_id(id).ok()?;
            let text = element.find_all(TEXT_SELECTOR);
            Some(ReadSection { element, text })
        };
        Self(ids.map(section).collect::<Option<_>>().unwrap_or_default())
    }

    /// The reader's progress.
    pub fn state(&self) -> ReadingState {
        let Some(notes) = self.0.len().checked_sub(1) else { return ReadingState::BeforeText };
        let line = scroll::reading_line_y();
        let begun = self.0.partition_point(|section| scroll::top_of(&section.element) <= line);
        match begun.checked_sub(1) {
            None => ReadingState::BeforeText,
            Some(at) if at < notes => match self.0.get(at) {
                Some(section) => ReadingState::InText(section.position(at)),
                None => ReadingState::BeforeText,
            },
            Some(_) => ReadingState::AfterText,
        }
    }

    /// The index of the current section, which may be the notes.
    pub fn current(&self, state: ReadingState) -> Option<usize> {
        match state {
            ReadingState::BeforeText => None,
            ReadingState::InText(position) => Some(position.section),
            ReadingState::AfterText => self.0.len().checked_sub(1),
        }
    }

    /// The sections, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.0.iter().map(|section| &section.element)
    }

    /// The share of the text above the reading line, from 0 to 1.
    pub fn progress(&self, state: ReadingState) -> f64 {
        let ReadingState::InText(position) = state else {
            return f64::from(state == ReadingState::AfterText);
        };
        let count =
            |sections: &[ReadSection]| sections.iter().map(|section| section.text.len()).sum::<usize>();
        let all = count(self.0.split_last().map_or(&[][..], |(_, story)| story));
        let before = count(self.0.get(..position.section).unwrap_or_default()) + position.paragraph;
        (before as f64 + f64::from(position.percent) / 100.0) / (all.max(1) as f64)
    }

    /// Scrolls a position to the reading line. Returns its paragraph.
    pub fn scroll_to(&self, position: ReadingPosition) -> Option<Element> {
        let text = &self.0.get(position.section)?.text;
        let paragraph = text.get(position.paragraph).or(text.last())?;
        let bounds = paragraph.get_bounding_client_rect();
        let place = bounds.top() + bounds.height() * f64::from(position.percent.min(100)) / 100.0;
        attempt(|| scroll::scroll_by(place - scroll::reading_line_y()));
        Some(paragraph.clone())
    }
}

impl ReadSection {
    /// The position at the reading line, in the last paragraph that starts above it.
    fn position(&self, at: usize) -> ReadingPosition {
        let line = scroll::reading_line_y();
        let begun = self.text.partition_point(|paragraph| scroll::top_of(paragraph) <= line);
        let paragraph = begun.saturating_sub(1);
        let above =
            |bounds: DomRect| ((line - bounds.top()) / bounds.height() * 100.0).clamp(0.0, 100.0) as u32;
        let bounds = self.text.get(paragraph).map(|paragraph| paragraph.get_bounding_client_rect());
        ReadingPosition { section: at, paragraph, percent: bounds.map_or(0, above) }
    }
}
