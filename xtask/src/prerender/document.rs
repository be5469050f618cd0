//! A page's markup into a whole HTML file: the shell from `index.html`, the head, the body.

use chuhai::content::Story;
use chuhai::pages::{Document, Page};
use chuhai::pattern::escaped;

use super::assets::Assets;
use super::{ascii, embed_page, head, manifest, oembed};
use crate::paths;

/// From a page to the site's root. The page for wrong addresses answers at any depth, so its way must be absolute.
pub(super) fn base(page: Page, site: &str) -> String {
    match page {
        Page::NotFound => paths::site_path(site),
        _ => page.root().to_owned(),
    }
}

/// What every page of a site stands in.
pub(super) struct Shell<'a> {
    /// `index.html`, as Trunk leaves it.
    pub(super) text: &'a str,
    /// What the site tells.
    pub(super) story: &'a Story,
    /// The site's address.
    pub(super) site: &'a str,
    /// What its pages need.
    pub(super) assets: &'a Assets,
}

impl Shell<'_> {
    /// The whole file. What machines read of a page comes first in its head: some of them read no further than they
    /// must.
    ///
    /// The script is `async`, though it marks what the reader has chosen (colours, text size), which the first paint
    /// should have: no paint waits for it. Were it to wait, every reader would pay a round trip for the few who have
    /// chosen something (150 ms, 1.6 Mbit/s: first paint after 580 ms instead of 390). Those few have been here before,
    /// and have the script in their cache, under a name that changes only with what is in it: none of 6 such loads was
    /// painted without the choice. With the cache emptied but the choice kept, 5 of 6 were painted once as the system
    /// has it; a high `fetchpriority` left 4 of 6. A host that lets nothing be cached puts its readers there.
    pub(super) fn html(&self, at: Page, page: &Document, style: &str, structured: Option<&str>) -> String {
        let Self { text, story, site, assets } = *self;
        let base = &base(at, site);
        let words = &story.ui;
        let Assets { style_file, start, glue, wasm, icon, .. } = assets;
        let head = format!(
            "{}{}{}<link rel=\"icon\" type=\"image/png\" href=\"{base}{icon}\">\n\
             <script async src=\"{base}{start}\" data-style=\"{base}{style_file}\"{} data-glue=\"{base}{glue}\" \
             data-wasm=\"{base}{wasm}\"></script>\n<style>{style}</style>\n{}",
            head::title(&page.head),
            oembed::discovery(at, story, site),
            head::tags(&page.head, words, site, base) + &embed_page::head(at, base, assets),
            controls(at, base, assets),
            manifest::head(at, base, assets),
        );
        let shell: Vec<_> =
            text.lines().filter(|line| belongs_in_page(line) && embed_page::suits(at, line)).collect();
        let page = shell
            .join("\n")
            .replacen("<html>", &format!("<html lang=\"{}\"{}>", escaped(&words.language), mark(at)), 1)
            .replacen("</head>", &format!("{head}</head>"), 1)
            .replacen("<body>", &format!("<body>\n{}", embed_page::body(at, &page.body, site)), 1)
            .replacen(
                "</body>",
                &[
                    &data_block(structured),
                    &paper(at, base, assets),
                    &unscripted_style(base, style_file),
                    "</body>",
                ]
                .concat(),
                1,
            );
        // A boolean attribute needs no value; thousands of them are a few kilobytes to read.
        ascii::html(&page.replace(" hidden=\"hidden\"", " hidden"))
    }
}

/// The marks on `<html>` by which the style knows what is around a page's text. It asks there: asking by `:has()` what a
/// whole page holds costs as much as the page is long, whenever anything in it shows or hides, and the answer comes
/// when the page's head is painted already.
fn mark(page: Page) -> &'static str {
    match page {
        Page::Story => " data-story",
        Page::Facts => " data-page=\"facts\"",
        page if page.is_embed() => " data-embed",
        _ => " data-page",
    }
}

/// Where the style is of what only the program shows. An embed has nothing of the kind.
fn controls(page: Page, base: &str, assets: &Assets) -> String {
    if page.is_embed() {
        return String::new();
    }
    format!(" data-controls=\"{base}{}\"", assets.controls)
}

/// The style of a page on paper, near the end: in the head it holds up the first paint a little. A frame keeps its height
/// on paper too, so what it holds must not unfold.
fn paper(page: Page, base: &str, assets: &Assets) -> String {
    if page.is_embed() {
        return String::new();
    }
    format!("<link rel=\"stylesheet\" media=\"print\" href=\"{base}{}\">\n", assets.print)
}

/// The page as structured data: no script, though it stands in that element. Near the end, where it holds up nothing.
fn data_block(structured: Option<&str>) -> String {
    structured
        .map(|data| format!("\n<script type=\"application/ld+json\">{}</script>\n", ascii::json(data)))
        .unwrap_or_default()
}

/// The style once more for readers without scripts, should their host's policy refuse what stands in the page.
/// Last in the body, where it holds up nothing.
fn unscripted_style(base: &str, file: &str) -> String {
    format!("<noscript><link rel=\"stylesheet\" href=\"{base}{file}\"></noscript>\n")
}

/// What is left of the shell: not its remark, not Trunk's list of what to build.
fn belongs_in_page(line: &str) -> bool {
    !(line.trim().is_empty() || line.contains("data-trunk") || line.starts_with("<!--"))
}
