//! Renders a page as an HTML document: head, styles, scripts, body.

use chuhai::content::Story;
use chuhai::routes::Page;
use yew::{AttrValue, Html, html};

use super::assets::Assets;
use super::{Pages, meta_tags, oembed, web_app_manifest};
use crate::{data, paths};

/// The path from a page to the site's root. A URL for the 404 page, which is served at any depth.
pub(super) fn root(page: Page, story: &Story, site_url: &str) -> String {
    if page == Page::NotFound { paths::site_path(site_url) } else { page.root(story) }
}

impl Pages {
    /// The HTML document of a page. Metadata is first in the head, because some parsers stop early.
    pub(super) fn document(&self, page: Page) -> Html {
        let Self { story, site_url, assets, .. } = self;
        let root = &root(page, story, site_url);
        let document = page.document(story, root);
        let style = assets.style.inline_for(page, root);
        let json_ld = data::structured(page, story, site_url).as_ref().map(data::json_ld_script);
        let ui = &story.ui;
        // CSS selects the kind of page by these attributes, because `:has()` is slow on long pages.
        html! {
            <html
                lang={ui.language.clone()}
                data-story={(page == Page::Story).then_some("")}
                data-page={page.kind()}
                data-embed={page.is_embed().then_some("")}
            >
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    {first_paint(page, root, assets)}
                    <title>{&document.meta.title}</title>
                    {oembed::discovery(page, story, site_url)}
                    {meta_tags::tags(&document.meta, story, site_url, root)}
                    if page.is_embed() { {embed_head(root, assets)} }
                    <link rel="icon" type="image/png" href={[root, assets.icon.as_str()].concat()} />
                    {boot(page, root, story, assets)}
                    <style>{raw(&style)}</style>
                    if !page.is_embed() { {web_app_manifest::link_tag(root)} }
                </head>
                <body>
                    {document.body}
                    if let Some(json) = &json_ld { <script type="application/ld+json">{raw(json)}</script> }
                    // Embeds have no print style: a printed frame keeps its height, so its cards must stay closed.
                    // Last, so that it does not delay the first paint.
                    if !page.is_embed() {
                        <link rel="stylesheet" media="print" href={[root, assets.print.as_str()].concat()} />
                    }
                    // For readers without scripts, if the host's policy refuses inline styles.
                    <noscript><link rel="stylesheet" href={[root, assets.style_file.as_str()].concat()} /></noscript>
                </body>
            </html>
        }
    }
}

/// The text of a style or a script, unescaped.
fn raw(text: &str) -> Html {
    Html::from_html_unchecked(AttrValue::from(text.to_owned()))
}

/// Applies preferences before the first paint, and preloads the fonts of text and labels. Embeds declare no color
/// scheme: a frame whose scheme differs from the host's is painted opaque (csswg-drafts#4772).
fn first_paint(page: Page, root: &str, assets: &Assets) -> Html {
    let [text, label, ..] = &assets.fonts;
    let fonts = [text, label].map(|font| [root, font].concat());
    let preload =
        |font: &String| html! { <link as="font" rel="preload" crossorigin="" href={font.clone()} /> };
    let [light, dark] = assets.theme_colors.clone();
    html! {
        <>
            if !page.is_embed() {
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content={light} media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content={dark} media="(prefers-color-scheme: dark)" />
            }
            <script data-preload={fonts.join(" ")}>{raw(&assets.first_paint)}</script>
            <noscript>{for fonts.iter().map(preload)}</noscript>
        </>
    }
}

/// The head of an embed: allows sizing by the browser, opens links outside the frame, and loads embed-frame.js. That
/// script blocks the first paint on purpose, because it sets the theme.
fn embed_head(root: &str, assets: &Assets) -> Html {
    html! {
        <>
            <meta name="responsive-embedded-sizing" content="allow-origins=*" />
            <base target="_blank" />
            <script src={[root, assets.embed_frame.as_str()].concat()}></script>
        </>
    }
}

/// The script element of the loader, with the URLs of the files that it loads. Embeds have no deferred stylesheet and
/// no shortcuts.
fn boot(page: Page, root: &str, story: &Story, assets: &Assets) -> Html {
    let Assets { boot, program, wasm, style_file, deferred_style, .. } = assets;
    let address = |file: &str| [root, file].concat();
    html! {
        <script
            defer=true
            src={address(boot)}
            data-program={address(program)}
            data-wasm={address(wasm)}
            data-style={address(style_file)}
            data-deferred={(!page.is_embed()).then(|| address(deferred_style))}
            data-hotkeys={Some(page.hotkeys()).filter(|keys| !keys.is_empty())}
            data-error={story.ui.program_failed.clone()}
        ></script>
    }
}
