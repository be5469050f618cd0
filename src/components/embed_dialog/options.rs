//! The options of an embed: page, kind of snippet, theme, width.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::snippet::SnippetKind;
use crate::url_paths::EMBEDS;

/// What can be embedded besides the page's cards.
#[derive(Clone, Debug, Deserialize_tuple, PartialEq, Serialize_tuple)]
pub struct EmbedTargets {
    /// The story's title.
    pub story: String,
    /// Sections that the page shows or belongs to: path below the site's root, and title.
    pub sections: Vec<(String, String)>,
}

impl EmbedTargets {
    /// The title of a path. `facts` are the paths and titles of the page's cards.
    pub fn title<'a>(&'a self, path: &str, facts: &'a [(String, String)]) -> &'a str {
        let mut named = self.sections.iter().chain(facts);
        named.find(|(known, _)| known == path).map_or(&self.story, |(_, title)| title)
    }
}

/// The colours of an embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedTheme {
    /// The theme of the reader's system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl EmbedTheme {
    /// All themes, in the order of the options.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in URLs; empty for [`EmbedTheme::Auto`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The query of the embed's URL.
    pub fn query(self) -> String {
        match self {
            Self::Auto => String::new(),
            theme => ["?theme=", theme.name()].concat(),
        }
    }
}

/// Widths of the preview, in pixels.
pub(super) const WIDTHS: [u32; 3] = [320, 600, 900];

/// The options that the reader has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedOptions {
    /// The path of the embedded page below the site's root.
    pub path: String,
    /// The kind of snippet.
    pub kind: SnippetKind,
    /// The theme, for kinds that carry it.
    pub theme: EmbedTheme,
    /// The width of the preview, in pixels.
    pub width: u32,
}

impl Default for EmbedOptions {
    fn default() -> Self {
        Self { path: String::new(), kind: SnippetKind::Iframe, theme: EmbedTheme::Auto, width: 600 }
    }
}

impl EmbedOptions {
    /// The theme of the snippet and the preview.
    pub fn effective_theme(&self) -> EmbedTheme {
        if self.kind.carries_theme() { self.theme } else { EmbedTheme::Auto }
    }

    /// The URL of the embed.
    pub fn url(&self, site: &str) -> String {
        [site, EMBEDS, &self.path, &self.effective_theme().query()].concat()
    }
}
