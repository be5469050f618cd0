//! A page's markup into a whole HTML file: the head, the scripts and styles, the body.

use chuhai::content::Story;
use chuhai::pages::Document;
use chuhai::routes::Page;
use chuhai::template::escaped;

use super::assets::Assets;
use super::{embed_page, head, manifest, oembed};
use crate::paths;

/// From a page to the site's root. The page for wrong addresses answers at any depth, so its way must be absolute.
pub(super) fn base(page: Page, site: &str) -> String {
    match page {
        Page::NotFound => paths::site_path(site),
        _ => page.root().to_owned(),
    }
}

/// What every page of a site is written with.
pub(super) struct Shell<'a> {
    /// The story.
    pub(super) story: &'a Story,
    /// The site's address.
    pub(super) site: &'a str,
    /// The files that pages need.
    pub(super) assets: &'a Assets,
}

impl Shell<'_> {
    /// The whole file. Metadata comes first in the head: some machines read no further than they must.
    pub(super) fn html(
        &self,
        page: Page,
        document: &Document,
        body: &str,
        style: &str,
        json_ld: Option<&str>,
    ) -> String {
        let Self { story, site, assets } = *self;
        let base = &base(page, site);
        let ui = &story.ui;
        let json_ld = json_ld.map(|json| format!("<script type=\"application/ld+json\">{json}</script>\n"));
        [
            "<!DOCTYPE html>\n",
            &format!("<html lang=\"{}\"{}>\n<head>\n", escaped(&ui.language), mark(page)),
            "<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            &first_paint(page, assets),
            &head::title(&document.meta),
            &oembed::discovery(page, story, site),
            &head::tags(&document.meta, ui, site, base),
            &embed_page::head(page, base, assets),
            &fonts(base, assets),
            &format!("<link rel=\"icon\" type=\"image/png\" href=\"{base}{}\">\n", assets.icon),
            &boot(page, base, story, assets),
            &format!("<style>{style}</style>\n"),
            &manifest::head(page, base, assets),
            "</head>\n<body>\n",
            &embed_page::body(page, body),
            &json_ld.unwrap_or_default(),
            &print_stylesheet(page, base, assets),
            // Last in the body, where it holds up nothing: the style for readers without scripts, should their host's
            // policy refuse what stands in the page.
            &format!("<noscript><link rel=\"stylesheet\" href=\"{base}{}\"></noscript>\n", assets.style_file),
            "</body>\n</html>\n",
        ]
        .concat()
    }
}

/// The marks on `<html>` by which the style knows the kind of page. Asking by `:has()` instead costs as much as the
/// page is long, whenever anything in it shows or hides.
fn mark(page: Page) -> &'static str {
    match page {
        Page::Story => " data-story",
        Page::Facts => " data-page=\"facts\"",
        Page::NotFound => " data-page=\"404\"",
        page if page.is_embed() => " data-embed",
        _ => " data-page",
    }
}

/// The reader's choices, applied before the first paint. A page in a frame is its host's to dress, and names no colour
/// scheme: a frame is painted opaque where its scheme is not the host's (csswg-drafts#4772).
fn first_paint(page: Page, assets: &Assets) -> String {
    let scheme = if page.is_embed() { "" } else { "<meta name=\"color-scheme\" content=\"light dark\">\n" };
    format!("{scheme}<script>{}</script>\n", assets.first_paint)
}

/// Fetches the fonts of text and labels early: a font that comes late is not used, so that no word moves.
fn fonts(base: &str, assets: &Assets) -> String {
    let [text, label, _] = &assets.fonts;
    let preload = |font| {
        format!("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{base}{font}\">\n")
    };
    [text, label].map(preload).concat()
}

/// The loader, with the addresses of what it may load. An embed has no stylesheet for controls and no shortcuts.
fn boot(page: Page, base: &str, story: &Story, assets: &Assets) -> String {
    let Assets { boot, glue, wasm, style_file, controls, .. } = assets;
    let failed = escaped(&story.ui.program_failed);
    let page_only = match page.is_embed() {
        true => String::new(),
        false => format!(" data-controls=\"{base}{controls}\" data-hotkeys=\"?/nops\""),
    };
    format!(
        "<script defer src=\"{base}{boot}\" data-glue=\"{base}{glue}\" data-wasm=\"{base}{wasm}\" \
         data-style=\"{base}{style_file}\"{page_only} data-failed=\"{failed}\"></script>\n"
    )
}

/// The style of a page on paper, near the end: in the head it holds up the first paint a little. A frame keeps its height
/// on paper too, so what it holds must not unfold.
fn print_stylesheet(page: Page, base: &str, assets: &Assets) -> String {
    if page.is_embed() {
        return String::new();
    }
    format!("<link rel=\"stylesheet\" media=\"print\" href=\"{base}{}\">\n", assets.print)
}
