//! Splits the CSS: inline styles for each kind of page, and `deferred.css`, which is loaded with the program.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};
use chuhai::content::{Section, Story};
use chuhai::routes::{Embed, Page};

use super::assets::read_and_remove;

/// The style of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Files of inline styles, by name.
    files: BTreeMap<&'static str, String>,
    deferred: String,
}

/// The files of inline styles, in cascade order: each is a layer of its own.
const FILES: [&str; 18] = [
    "tokens.css",
    "fonts.css",
    "base.css",
    "article.css",
    "site-header.css",
    "subpage.css",
    "footer.css",
    "map.css",
    "search.css",
    "fact-card.css",
    "fact-page.css",
    "endnotes.css",
    "fact-table.css",
    "preview.css",
    "plot.css",
    "toc.css",
    "guess.css",
    "embed.css",
];

/// The files that a kind of page does not need. Each distinct list adds a hash to the policy.
fn omitted_files(page: Page) -> &'static [&'static str] {
    match page {
        Page::Story => &["subpage.css", "fact-page.css", "endnotes.css", "fact-table.css", "embed.css"],
        Page::Section(_) => &["fact-page.css", "fact-table.css", "embed.css"],
        Page::Fact(_) => &["search.css", "fact-table.css", "plot.css", "guess.css", "embed.css"],
        Page::Listing(_) => &["map.css", "plot.css", "guess.css", "embed.css"],
        Page::Redirect(_) | Page::NotFound => &[
            "map.css",
            "search.css",
            "fact-card.css",
            "fact-page.css",
            "endnotes.css",
            "fact-table.css",
            "plot.css",
            "guess.css",
            "embed.css",
        ],
        Page::Embed(Embed::Fact(_)) => &[
            "site-header.css",
            "map.css",
            "search.css",
            "fact-table.css",
            "plot.css",
            "toc.css",
            "guess.css",
        ],
        Page::Embed(Embed::Story | Embed::Section(_)) => {
            &["site-header.css", "search.css", "fact-page.css", "fact-table.css", "toc.css"]
        }
    }
}

/// The files for what only the program shows. Embeds have none. They are in no layer, so that they override the others.
/// A late layer makes Chromium lay out the page again.
const DEFERRED_FILES: [&str; 6] = [
    "dialog.css",
    "share.css",
    "preferences.css",
    "embed-dialog.css",
    "search-results.css",
    "update-banner.css",
];

/// The fonts folder in `style/`.
const FONTS: &str = "fonts/";
/// The placeholder for the path to the site's root.
const ROOT: &str = "%ROOT%";

impl Style {
    /// Reads and removes the files of a folder. Adds the section colours to the tokens. Replaces `fonts/<name>.woff2`
    /// by the fingerprinted `<name>-….woff2`.
    ///
    /// # Errors
    ///
    /// If a file is missing or cannot be read, or names an unknown font.
    pub(super) fn read(folder: &Path, fonts: &[String], story: &Story) -> Result<Self> {
        let section_colors: String = story.sections.iter().map(section_color).collect();
        let files = FILES.map(|file| {
            let text = fonts.iter().fold(read_and_remove(folder, file)?, |text, font| {
                let (name, _) = font.rsplit_once('-').unwrap_or((font, ""));
                text.replace(&format!("{FONTS}{name}.woff2"), &format!("{ROOT}{font}"))
            });
            ensure!(!text.contains(FONTS), "style/{file} names a font that is none of {}", fonts.join(", "));
            let colors = if file == "tokens.css" { &*section_colors } else { "" };
            Ok((file, in_layer(file, &(text + colors))))
        });
        Ok(Self {
            files: files.into_iter().collect::<Result<_>>()?,
            deferred: DEFERRED_FILES
                .map(|file| read_and_remove(folder, file))
                .into_iter()
                .collect::<Result<_>>()?,
        })
    }

    /// The inline style of a page; `root` is its path to the site's root.
    pub fn inline_for(&self, page: Page, root: &str) -> String {
        let omitted = omitted_files(page);
        self.join(|file| !omitted.contains(&file), root)
    }

    /// Joins the files that are used.
    fn join(&self, is_used: impl Fn(&str) -> bool, root: &str) -> String {
        let used = FILES.into_iter().filter(|file| is_used(file)).filter_map(|file| self.files.get(file));
        used.map(|text| text.replace(ROOT, root)).collect()
    }

    /// The stylesheet that is loaded with the program.
    pub fn deferred(&self) -> &str {
        &self.deferred
    }

    /// All styles, as a file at the site's root.
    pub fn full_stylesheet(&self) -> String {
        self.join(|_| true, "") + self.deferred()
    }
}

/// Puts a file in the cascade layer of its name, so that later files override it whatever their selectors. Fonts need
/// none.
fn in_layer(file: &str, text: &str) -> String {
    match file.trim_end_matches(".css") {
        "fonts" => text.to_owned(),
        layer => format!("@layer {layer}{{{text}}}"),
    }
}

/// The CSS for a section's colour: its own, or the accent, even within another section's colour.
fn section_color(section: &Section) -> String {
    let color = match &section.color {
        Some([light, dark]) => format!("light-dark({light}, {dark})"),
        None => "var(--color-accent)".to_owned(),
    };
    format!("[data-section=\"{}\"] {{ --color-section: {color}; }}\n", section.id)
}
