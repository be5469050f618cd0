//! Writes the web app manifest, and the tags for it.

use std::path::Path;

use anyhow::Result;
use chuhai::content::Story;
use chuhai::template::fill;
use serde_json::{Value, json};
use yew::{Html, html};

use super::assets::Assets;
use crate::paths::write_file;

/// The manifest's file, below the site's root.
pub const FILE: &str = "manifest.webmanifest";

/// The manifest. Its URLs are relative to its own, so that the site works in any folder. Without an `id`, which browsers
/// resolve against the origin, each folder is an app of its own.
pub fn describe(story: &Story, assets: &Assets) -> Value {
    let ui = &story.ui;
    let [small, large, maskable] = &assets.app_icons;
    let icon = |file: &str, size: u32, purpose: &str| json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let [background, _] = &assets.theme_colors;
    json!({
        "name": fill(&ui.meta.title, &[("title", &story.title), ("site", &ui.site_name)]),
        "short_name": ui.site_name,
        "description": story.description,
        "lang": ui.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        // Shows Back and the address bar, because every fact has a URL.
        "display_override": ["minimal-ui"],
        "background_color": background,
        "theme_color": background,
        "icons": [icon(small, 192, "any"), icon(large, 512, "any"), icon(maskable, 512, "maskable")],
    })
}

/// Writes the manifest.
///
/// # Errors
///
/// If it cannot be written.
pub(super) fn write(story: &Story, assets: &Assets, folder: &Path) -> Result<()> {
    write_file(&folder.join(FILE), describe(story, assets).to_string())
}

/// The tag that makes a page installable.
pub(super) fn link_tag(root: &str) -> Html {
    html! { <link rel="manifest" href={[root, FILE].concat()} /> }
}
