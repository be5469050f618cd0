//! The style: what stands in a page, which is the files for what the page holds, for reading style holds up the first
//! paint; and what comes with the program, which is the files for what only the program shows.

use std::path::Path;

use anyhow::{Result, ensure};
use chuhai::content::{Section, Story};

use super::assets::take;

/// The style, in the order of the cascade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pieces: Vec<Piece>,
    controls: String,
}

/// One file of what stands in pages.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    /// A page has it if its markup holds one of these; if none is named, every page has it.
    holders: Vec<String>,
}

/// The files that stand in pages, and in whose.
const FILES: [(&str, &[&str]); 16] = [
    ("tokens.css", &[]),
    ("fonts.css", &[]),
    ("base.css", &[]),
    ("article.css", &[]),
    ("site-header.css", &["class=\"site-header\""]),
    ("subpage.css", &["class=\"page", "class=\"site-footer\""]),
    ("map.css", &["class=\"map\"", "class=\"section-map\""]),
    ("search.css", &["class=\"search\""]),
    ("fact-card.css", &["class=\"fact", "class=\"verdict\""]),
    ("endnotes.css", &["class=\"notes\"", "data-entity"]),
    ("fact-table.css", &["class=\"page all-facts\""]),
    ("preview.css", &["data-entity", "data-fact-link"]),
    ("chart.css", &["class=\"plot\""]),
    ("toc.css", &["class=\"toc\"", "class=\"pager\""]),
    ("quiz.css", &["class=\"guess\""]),
    ("embed.css", &["class=\"embed\""]),
];

/// The files for what only the program shows. An embed has nothing of the kind. They stand in no layer, so that they come
/// last: where a layer arrives later Chromium lays out anew all that shows, since a layer may bring fonts.
const CONTROLS: [&str; 6] = [
    "dialog.css",
    "share.css",
    "preferences.css",
    "embed-dialog.css",
    "search-results.css",
    "update-banner.css",
];

/// Where the files of `style/` have the fonts, and what stands for the way to the site's root until a page is known.
const FONTS: &str = "fonts/";
const ROOT: &str = "%ROOT%";

impl Style {
    /// Takes the files out of a folder, and adds the colours of the story's sections. The fonts that they name as `fonts/<name>.woff2` are these, at the site's root,
    /// whose names begin with the same `<name>-`.
    ///
    /// # Errors
    ///
    /// If one is missing or cannot be read, or names another font.
    pub(super) fn take(folder: &Path, fonts: &[String], story: &Story) -> Result<Self> {
        let pieces = FILES.map(|(file, holders)| {
            let text = fonts.iter().fold(take(folder, file)?, |text, font| {
                let (name, _) = font.rsplit_once('-').unwrap_or((font, ""));
                text.replace(&format!("{FONTS}{name}.woff2"), &format!("{ROOT}{font}"))
            });
            ensure!(!text.contains(FONTS), "style/{file} names a font that is none of {}", fonts.join(", "));
            Ok(Piece { text, holders: holders.iter().map(|holder| (*holder).to_owned()).collect() })
        });
        let controls = CONTROLS.map(|file| take(folder, file));
        let mut pieces = pieces.into_iter().collect::<Result<Vec<_>>>()?;
        // After the tokens, which they belong to.
        pieces.splice(1..1, story.sections.iter().filter_map(section_color));
        Ok(Self { pieces, controls: controls.into_iter().collect::<Result<_>>()? })
    }

    /// The style that stands in a page with this markup, from which this leads to the site's root.
    pub fn of(&self, markup: &str, root: &str) -> String {
        let held = |piece: &&Piece| {
            piece.holders.is_empty() || piece.holders.iter().any(|holder| markup.contains(holder))
        };
        self.pieces.iter().filter(held).map(|piece| piece.text.replace(ROOT, root)).collect()
    }

    /// The style that comes with the program.
    pub fn controls(&self) -> &str {
        &self.controls
    }

    /// All of it, as a file at the site's root.
    pub fn whole(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| piece.text.replace(ROOT, ""));
        pieces.chain([self.controls().to_owned()]).collect()
    }
}

/// The colour of a section, for pages that hold something of it.
fn section_color(section: &Section) -> Option<Piece> {
    let [light, dark] = section.color.as_ref()?;
    let holder = format!("data-section=\"{}\"", section.id);
    let text =
        format!("@layer tokens {{ [{holder}] {{ --color-section: light-dark({light}, {dark}); }} }}\n");
    Some(Piece { text, holders: vec![holder] })
}
