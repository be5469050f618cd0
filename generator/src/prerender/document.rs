//! A page as a whole HTML document: head, styles, scripts, body.

use chuhai::content::Story;
use chuhai::pages::Document;
use chuhai::routes::Page;
use yew::{AttrValue, Html, html};

use super::assets::Assets;
use super::{manifest, meta_tags, oembed};
use crate::paths;

/// The way from a page to the site's root. The page for wrong addresses answers at any depth, so its way is absolute.
pub(super) fn base(page: Page, site: &str) -> String {
    if page == Page::NotFound { paths::site_path(site) } else { page.root().to_owned() }
}

/// What every page of a site is written with.
pub(super) struct DocumentContext<'a> {
    /// The story.
    pub(super) story: &'a Story,
    /// The site's address.
    pub(super) site: &'a str,
    /// The files that pages need.
    pub(super) assets: &'a Assets,
}

impl DocumentContext<'_> {
    /// The document. Metadata comes first in the head: some machines read no further than they must.
    pub(super) fn html(&self, page: Page, document: Document, style: &str, json_ld: Option<&str>) -> Html {
        let Self { story, site, assets } = *self;
        let base = &base(page, site);
        let ui = &story.ui;
        let kind = match page {
            Page::Listing(listing) => Some(listing.id()),
            Page::NotFound => Some("404"),
            Page::Section(_) | Page::Fact(_) | Page::Redirect(_) => Some(""),
            Page::Story | Page::Embed(_) => None,
        };
        // The style knows the kind of page by these marks. Asking by `:has()` instead costs as much as the page is long,
        // whenever anything in it shows or hides.
        html! {
            <html
                lang={ui.language.clone()}
                data-story={(page == Page::Story).then_some("")}
                data-page={kind}
                data-embed={page.is_embed().then_some("")}
            >
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    {first_paint(page, base, assets)}
                    <title>{&document.meta.title}</title>
                    {oembed::discovery(page, story, site)}
                    {meta_tags::tags(&document.meta, ui, site, base)}
                    if page.is_embed() { {embed_head(base, assets)} }
                    <link rel="icon" type="image/png" href={[base, assets.icon.as_str()].concat()} />
                    {boot(page, base, story, assets)}
                    <style>{raw(style)}</style>
                    if !page.is_embed() { {manifest::link_tags(base, assets)} }
                </head>
                <body>
                    {document.body}
                    if let Some(json) = json_ld { <script type="application/ld+json">{raw(json)}</script> }
                    // On paper a frame keeps its height, so what it holds must not unfold. At the end, where it does not hold
                    // up the first paint.
                    if !page.is_embed() {
                        <link rel="stylesheet" media="print" href={[base, assets.print.as_str()].concat()} />
                    }
                    // The style for readers without scripts, should their host's policy refuse what stands in the page.
                    <noscript><link rel="stylesheet" href={[base, assets.style_file.as_str()].concat()} /></noscript>
                </body>
            </html>
        }
    }
}

/// Text of a style or a script, in which nothing is escaped.
fn raw(text: &str) -> Html {
    Html::from_html_unchecked(AttrValue::from(text.to_owned()))
}

/// The reader's choices, applied before the first paint, and the fonts of text and labels, fetched early. A page in a frame
/// is its host's to dress, and names no colour scheme: a frame is painted opaque where its scheme is not the host's
/// (csswg-drafts#4772).
fn first_paint(page: Page, base: &str, assets: &Assets) -> Html {
    let [text, label, ..] = &assets.fonts;
    let fonts = [text, label].map(|font| [base, font].concat());
    let preload =
        |font: &String| html! { <link as="font" rel="preload" crossorigin="" href={font.clone()} /> };
    html! {
        <>
            if !page.is_embed() { <meta name="color-scheme" content="light dark" /> }
            <script data-preload={fonts.join(" ")}>{raw(&assets.first_paint)}</script>
            <noscript>{for fonts.iter().map(preload)}</noscript>
        </>
    }
}

/// What a page in a frame has in its head: lets the browser size the frame, opens links outside of it, and speaks to the
/// host. The script holds up the first paint on purpose: it sets the theme that the address asks for.
fn embed_head(base: &str, assets: &Assets) -> Html {
    html! {
        <>
            <meta name="responsive-embedded-sizing" content="allow-origins=*" />
            <base target="_blank" />
            <script src={[base, assets.embed_frame.as_str()].concat()}></script>
        </>
    }
}

/// The loader, with the addresses of what it may load. An embed has no stylesheet for controls and no shortcuts.
fn boot(page: Page, base: &str, story: &Story, assets: &Assets) -> Html {
    let Assets { boot, glue, wasm, style_file, controls, .. } = assets;
    let at = |file: &str| [base, file].concat();
    html! {
        <script
            defer=true
            src={at(boot)}
            data-glue={at(glue)}
            data-wasm={at(wasm)}
            data-style={at(style_file)}
            data-controls={(!page.is_embed()).then(|| at(controls))}
            data-hotkeys={Some(page.hotkeys()).filter(|keys| !keys.is_empty())}
            data-failed={story.ui.program_failed.clone()}
        ></script>
    }
}
