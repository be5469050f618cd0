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
const FILES: [(&str, &[&str]); 14] = [
    ("tokens.css", &[]),
    ("base.css", &[]),
    ("story.css", &[]),
    ("page.css", &["class=\"page"]),
    ("map.css", &["class=\"map\"", "class=\"strip\""]),
    ("search.css", &["class=\"search\""]),
    ("fact.css", &["class=\"fact", "class=\"confidence\""]),
    ("notes.css", &["class=\"notes\"", "data-entity"]),
    ("facts.css", &["class=\"page all-facts\""]),
    ("definitions.css", &["data-entity"]),
    ("plot.css", &["class=\"plot\""]),
    ("way.css", &["class=\"bar\"", "class=\"neighbours\""]),
    ("guess.css", &["class=\"guess\""]),
    ("embed.css", &["class=\"embed\""]),
];

/// The files for what only the program shows. An embed has nothing of the kind. They stand in no layer, so that they come
/// last: where a layer arrives later Chromium lays out anew all that shows, since a layer may bring fonts (4× throttle,
/// ten times the story's length: 40 to 50 ms; without a layer 4).
const CONTROLS: [&str; 7] =
    ["dialog.css", "share.css", "comfort.css", "embed-dialog.css", "results.css", "bar.css", "newer.css"];

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
