//! The style that stands in a page: the files for what the page holds, for reading style holds up the first paint. Knows
//! of a page only its markup.

use std::path::Path;

use anyhow::Result;

use super::assets::take;

/// The style, in the order of the cascade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style(Vec<Piece>);

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    /// A page has it if its markup holds one of these; if none is named, every page has it.
    holders: &'static [&'static str],
}

/// The files, and whose they are; `index.html` lists them for Trunk to bring.
const FILES: [(&str, &[&str]); 17] = [
    ("tokens.css", &[]),
    ("base.css", &[]),
    ("story.css", &[]),
    ("map.css", &["class=\"map\"", "class=\"strip\""]),
    ("fact.css", &["class=\"fact", "class=\"confidence\""]),
    ("dialog.css", &["<dialog"]),
    ("share.css", &["<dialog aria-labelledby=\"share-title\""]),
    ("comfort.css", &["class=\"site\""]),
    ("embed-dialog.css", &["class=\"embed-dialog\""]),
    ("search.css", &["class=\"search\""]),
    ("notes.css", &["class=\"notes\"", "data-entity"]),
    ("facts.css", &["class=\"page all-facts\""]),
    ("definitions.css", &["data-entity"]),
    ("plot.css", &["class=\"plot\""]),
    ("way.css", &["class=\"bar\"", "class=\"neighbours\""]),
    ("guess.css", &["class=\"guess\""]),
    ("embed.css", &["class=\"embed\""]),
];

impl Style {
    /// Takes the files out of a folder.
    ///
    /// # Errors
    ///
    /// If one is missing or cannot be read.
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let pieces = FILES.map(|(file, holders)| Ok(Piece { text: take(folder, file)?, holders }));
        pieces.into_iter().collect::<Result<_>>().map(Self)
    }

    /// The style of a page with this markup.
    pub fn of(&self, markup: &str) -> String {
        let held = |piece: &&Piece| {
            piece.holders.is_empty() || piece.holders.iter().any(|holder| markup.contains(holder))
        };
        self.0.iter().filter(held).map(|piece| piece.text.as_str()).collect()
    }

    /// All of it.
    pub fn whole(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }
}
