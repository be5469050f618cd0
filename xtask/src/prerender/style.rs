//! The style: what stands in a page, which is the files for what the page holds, for reading style holds up the first
//! paint; and what comes with the program, which is the files for what only the program shows.

use std::path::Path;

use anyhow::Result;

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
    holders: &'static [&'static str],
}

/// The files that stand in pages, and in whose; `index.html` lists them for Trunk to bring.
const FILES: [(&str, &[&str]); 15] = [
    ("tokens.css", &[]),
    ("base.css", &[]),
    ("article.css", &[]),
    ("site-header.css", &["class=\"site-header\""]),
    ("subpage.css", &["class=\"page", "class=\"site-footer\""]),
    ("map.css", &["class=\"map\"", "class=\"section-map\""]),
    ("search.css", &["class=\"search\""]),
    ("fact-card.css", &["class=\"fact", "class=\"verdict\""]),
    ("endnotes.css", &["class=\"notes\"", "data-entity"]),
    ("fact-table.css", &["class=\"page all-facts\""]),
    ("glossary-popover.css", &["data-entity"]),
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

impl Style {
    /// Takes the files out of a folder.
    ///
    /// # Errors
    ///
    /// If one is missing or cannot be read.
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let pieces = FILES.map(|(file, holders)| Ok(Piece { text: take(folder, file)?, holders }));
        let controls = CONTROLS.map(|file| take(folder, file));
        Ok(Self {
            pieces: pieces.into_iter().collect::<Result<_>>()?,
            controls: controls.into_iter().collect::<Result<_>>()?,
        })
    }

    /// The style that stands in a page with this markup.
    pub fn of(&self, markup: &str) -> String {
        let held = |piece: &&Piece| {
            piece.holders.is_empty() || piece.holders.iter().any(|holder| markup.contains(holder))
        };
        self.pieces.iter().filter(held).map(|piece| piece.text.as_str()).collect()
    }

    /// The style that comes with the program.
    pub fn controls(&self) -> &str {
        &self.controls
    }

    /// All of it.
    pub fn whole(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).chain([self.controls()]).collect()
    }
}
