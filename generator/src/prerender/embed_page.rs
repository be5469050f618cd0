//! What the file of a page made for a frame has that no other page has.

use chuhai::routes::Page;

use super::assets::Assets;

/// Its part of the head: lets the browser size its frame, and speaks to its host. The script holds up the first paint on
/// purpose: it sets the theme that the address asks for.
pub(super) fn head(page: Page, base: &str, assets: &Assets) -> String {
    if !page.is_embed() {
        return String::new();
    }
    format!(
        "<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">\n\
         <script src=\"{base}{}\"></script>\n",
        assets.embed_frame,
    )
}

/// Its body: links that leave the page leave the frame too.
pub(super) fn body(page: Page, body: &str) -> String {
    if page.is_embed() { open_links_in_new_tab(body) } else { body.to_owned() }
}

fn open_links_in_new_tab(html: &str) -> String {
    let mut parts = html.split("<a ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let tag = part.split('>').next().unwrap_or_default();
        out += if tag.contains("href=\"#") { "<a " } else { "<a target=\"_blank\" rel=\"noopener\" " };
        out += part;
    }
    out
}
