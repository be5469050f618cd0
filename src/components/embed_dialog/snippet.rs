//! Snippets that embed a page in another site.

use yew::AttrValue;

use super::options::EmbedOptions;
use crate::template::{escape, fill};
use crate::ui_text::EmbedText;
use crate::url_paths::{FACTS, SECTIONS};

/// Without `height`, which would override `frame-sizing`.
const IFRAME_TEMPLATE: &str = "<iframe src=\"{frame}\" title=\"{title}\" width=\"100%\" \
                     loading=\"lazy\" credentialless \
                     style=\"display: block; border: 0; min-height: {height}px; frame-sizing: content-height\"></iframe>\n\
                     <p><a href=\"{site}{path}\">{title}</a></p>";

const ELEMENT_TEMPLATE: &str = "<script async src=\"{site}embed.js\"></script>\n\
                       <chuhai-embed{what}{theme} height=\"{reserved}\" \
                       style=\"display: block; min-height: {reserved}px\"><a href=\"{site}{path}\">{title}</a></chuhai-embed>";

/// What the element reserves for the story or a section, in pixels. They grow below what the reader sees; where no
/// script comes, the rest would be a hole.
const MAX_RESERVED_HEIGHT: u32 = 1000;

const URL_TEMPLATE: &str = "{site}{path}";

/// AMP resizes a visible frame only after the reader presses the button.
const AMP_TEMPLATE: &str = "<amp-iframe src=\"{frame}\" title=\"{title}\" layout=\"fixed-height\" height=\"{height}\"\n  \
                   sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" frameborder=\"0\" resizable>\n  \
                   <button overflow>{more}</button>\n  \
                   <p placeholder><a href=\"{site}{path}\">{title}</a></p>\n\
                   </amp-iframe>";

/// A kind of snippet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnippetKind {
    /// An `<iframe>`.
    Iframe,
    /// The `<chuhai-embed>` element.
    Element,
    /// The URL alone, for hosts with oEmbed.
    Url,
    /// An `<amp-iframe>`.
    Amp,
}

impl SnippetKind {
    /// All kinds, in the order of the options.
    pub const ALL: [Self; 4] = [Self::Iframe, Self::Element, Self::Url, Self::Amp];

    /// The label.
    pub fn label(self, text: &EmbedText) -> AttrValue {
        match self {
            Self::Iframe => text.iframe(),
            Self::Element => text.element(),
            Self::Url => text.url(),
            Self::Amp => text.amp(),
        }
    }

    /// The hint: where this kind is suitable.
    pub fn hint(self, text: &EmbedText) -> AttrValue {
        match self {
            Self::Iframe => text.iframe_hint(),
            Self::Element => text.element_hint(),
            Self::Url => text.url_hint(),
            Self::Amp => text.amp_hint(),
        }
    }

    /// Whether the snippet carries the theme. A plain URL cannot.
    pub fn carries_theme(self) -> bool {
        self != Self::Url
    }

    fn template(self) -> &'static str {
        match self {
            Self::Iframe => IFRAME_TEMPLATE,
            Self::Element => ELEMENT_TEMPLATE,
            Self::Url => URL_TEMPLATE,
            Self::Amp => AMP_TEMPLATE,
        }
    }
}

impl EmbedOptions {
    /// The snippet for an embed with this title and height in pixels. `site` is the absolute URL of the site's root;
    /// `more` is the label of AMP's button.
    pub fn snippet(&self, site: &str, title: &str, height: u32, more: &str) -> String {
        let reserved = if self.path.starts_with(FACTS) { height } else { height.min(MAX_RESERVED_HEIGHT) };
        let values: [(&str, &str); 9] = [
            ("site", site),
            ("path", &self.path),
            ("frame", &self.url(site)),
            ("what", &target_attribute(&self.path)),
            ("theme", &attribute("theme", self.effective_theme().name())),
            ("title", &escape(title)),
            ("height", &height.to_string()),
            ("reserved", &reserved.to_string()),
            ("more", &escape(more)),
        ];
        fill(self.kind.template(), &values)
    }
}

/// The attribute with the fact or section of a path; empty for the story.
fn target_attribute(path: &str) -> String {
    let folders = [("fact", FACTS), ("section", SECTIONS)];
    let named = folders.into_iter().find_map(|(name, folder)| Some((name, path.strip_prefix(folder)?)));
    named.map_or_else(String::new, |(name, id)| attribute(name, id.trim_end_matches('/')))
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { [" ", name, "=\"", value, "\""].concat() }
}
