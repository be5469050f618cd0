//! Parts of URLs that pages and program share. Folders are below the site's root, with a trailing slash.

/// The folder of the facts' pages.
pub const FACTS: &str = "f/";

/// The folder of the sections' pages.
pub const SECTIONS: &str = "s/";

/// The folder of embeds: the story, and the same folders for facts and sections.
pub const EMBEDS: &str = "e/";

/// The folder of preview images: `story.png`, and the same folders for facts and sections.
pub const IMAGES: &str = "og/";

/// The anchor of an entity's definition.
#[must_use]
pub fn entity_anchor(id: &str) -> String {
    ["entity-", id].concat()
}
