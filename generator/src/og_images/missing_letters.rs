//! Reports letters that no font of the images has, with their position in the content.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chuhai::content::load::{Diagnostic, locate};
use chuhai::content::{Plot, SectionRef, Story};
use chuhai::pages::{ImageContent, SocialImage};

use super::text_fit::MissingLetters;

/// The letters of an image that no font has.
pub(super) struct MissingInImage {
    /// The page or plot, as named in messages.
    owner: String,
    /// Content files that may contain the letters, the likeliest first.
    files: Vec<String>,
    missing: MissingLetters,
}

/// Files whose text every image may show.
const SHARED: [&str; 3] = ["entities.toml", "story.toml", "ui-text.toml"];

impl MissingInImage {
    /// Letters that a page's image lacks.
    pub(super) fn of_page(image: &SocialImage, story: &Story, missing: MissingLetters) -> Self {
        let section = |section: SectionRef| format!("sections/{}.md", story[section].id);
        let (owner, files) = match &image.content {
            ImageContent::Story => ("the story".to_owned(), vec!["story.toml".to_owned()]),
            ImageContent::Section(section_ref) => {
                (format!("the section `{}`", story[*section_ref].id), vec![section(*section_ref)])
            }
            ImageContent::Fact(fact_ref) => {
                let fact = &story[*fact_ref];
                let file = format!("facts/{}/{}.toml", story[fact.section].id, fact.id);
                (format!("the fact `{}`", fact.id), vec![file, section(fact.section)])
            }
            ImageContent::Text { .. } => (format!("`{}`", image.file), vec!["ui-text.toml".to_owned()]),
        };
        Self::new(owner, files, missing)
    }

    /// Letters that a plot's image lacks.
    pub(super) fn of_plot(plot: &Plot, missing: MissingLetters) -> Self {
        let file = format!("plots/{}.toml", plot.id);
        Self::new(format!("the plot `{}`", plot.id), vec![file, "sources.toml".to_owned()], missing)
    }

    fn new(owner: String, mut files: Vec<String>, missing: MissingLetters) -> Self {
        files.extend(SHARED.map(str::to_owned));
        Self { owner, files, missing }
    }

    /// A diagnostic for each letter, at its position.
    pub(super) fn located(&self, content: &Path) -> Vec<Diagnostic> {
        let texts: Vec<_> =
            self.files.iter().map(|file| (file, read_optional(&content.join(file)))).collect();
        let each = self.missing.letters.iter().map(|letter| {
            let found =
                texts.iter().find_map(|(file, text)| Some((*file, text.as_str(), text.find(*letter)?)));
            let (file, text, offset) = found.unwrap_or((&self.files[0], "", 0));
            let one_letter = MissingLetters { letters: vec![*letter], ..self.missing.clone() };
            let expected =
                "letters that the fonts of preview images have (generator/fonts/README.md adds some)";
            let found = format!("{} in the {} of {}", one_letter.named(), self.missing.name, self.owner);
            self::diagnostic_at(file, text, offset, expected, &found)
        });
        each.collect()
    }
}

/// The text of a file; empty if the file is missing.
fn read_optional(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| {
        if error.kind() != ErrorKind::NotFound {
            eprintln!("error: cannot read {}: {error}", file.display());
        }
        String::new()
    })
}

/// A diagnostic at a byte offset of a file.
pub(super) fn diagnostic_at(
    file: &str,
    text: &str,
    offset: usize,
    expected: &str,
    found: &str,
) -> Diagnostic {
    let (line, column) = locate::position(text, offset);
    Diagnostic {
        file: file.to_owned(),
        line,
        column,
        expected: expected.to_owned(),
        found: found.to_owned(),
        suggestion: None,
        rule: "og_images",
    }
}
