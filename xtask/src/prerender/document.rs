//! A page's markup into a whole HTML file: the shell from `index.html`, the head as data, the body. Knows nothing
//! of what the page shows.

use chuhai::pages::{Document, Page};
use chuhai::story::Story;

use super::assets::Assets;
use super::{framed, oembed};

/// From a page to the site's root. The page for wrong addresses answers at any depth, so its way must be absolute.
pub(super) fn base(page: Page) -> String {
    match page {
        Page::NotFound => "/".to_owned(),
        _ => page.root().to_owned(),
    }
}

/// The whole file.
pub(super) fn html(
    at: Page,
    page: &Document,
    story: &Story,
    base: &str,
    shell: &str,
    assets: &Assets,
) -> String {
    let words = &story.words;
    let Assets { style, style_file, start, glue, wasm, icon, .. } = assets;
    let title =
        if page.title.is_empty() { words.site.clone() } else { format!("{} · {}", page.title, words.site) };
    let head = format!(
        "<title>{}</title>\n{}<meta name=\"description\" content=\"{}\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}{icon}\">\n\
         <script defer src=\"{base}{start}\" data-style=\"{base}{style_file}\" data-glue=\"{base}{glue}\" \
         data-wasm=\"{base}{wasm}\"></script>\n<style>{style}</style>\n",
        escape(&title),
        oembed::discovery(at, story) + &framed::head(at, story, base, assets),
        escape(&page.description),
    );
    let shell: Vec<_> =
        shell.lines().filter(|line| belongs_in_page(line) && framed::suits(at, line)).collect();
    shell
        .join("\n")
        .replacen("<html>", &format!("<html lang=\"{}\"{}>", escape(&words.language), framed::mark(at)), 1)
        .replacen("</head>", &format!("{head}</head>"), 1)
        .replacen("<body>", &format!("<body>\n{}", page.body), 1)
        .replacen("</body>", &format!("{}</body>", unscripted_style(base, style_file)), 1)
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

/// Text for an attribute or an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
