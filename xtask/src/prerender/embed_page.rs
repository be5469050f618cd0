//! The parts of a document that only embed pages have.

use chuhai::pages::Page;

use super::assets::Assets;

/// Whether a line of the shell suits the page. A frame that names its colour schemes is painted opaque where they are
/// not the host's (csswg-drafts#4772).
pub(super) fn suits(page: Page, line: &str) -> bool {
    !(page.is_embed() && line.contains("color-scheme"))
}

/// Its part of the head: it lets the browser size its frame, and speaks
/// to its host. The script holds up the first paint on purpose: it sets the theme that the address asks for.
pub(super) fn head(page: Page, base: &str, assets: &Assets) -> String {
    if !page.is_embed() {
        return String::new();
    }
    format!(
        "<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">\n\
         <script src=\"{base}{}\"></script>\n",
        assets.frame,
    )
}

/// Its body, in which the addresses that people read are whole: the host's page is at another.
pub(super) fn body(page: Page, body: &str, site: &str) -> String {
    if !page.is_embed() {
        return body.to_owned();
    }
    let site = site.split_once("://").map_or(site, |(_, site)| site);
    ["f", "s"]
        .iter()
        .fold(body.to_owned(), |body, kind| body.replace(&format!(">/{kind}/"), &format!(">{site}{kind}/")))
}
