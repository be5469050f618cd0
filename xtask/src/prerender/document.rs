//! A page's markup into a whole HTML file: the shell from `index.html`, the head as data, the body. Knows nothing
//! of what the page shows.

use chuhai::pages::{Document, Page};
use chuhai::story::words::Words;

use super::assets::Assets;

/// From a page to the site's root. The page for wrong addresses answers at any depth, so its way must be absolute.
pub fn base(page: Page) -> String {
    match page {
        Page::NotFound => "/".to_owned(),
        _ => page.root().to_owned(),
    }
}

/// The whole file.
pub fn html(page: &Document, words: &Words, base: &str, shell: &str, assets: &Assets) -> String {
    let Assets { style, start, glue, wasm, icon } = assets;
    let title =
        if page.title.is_empty() { words.site.clone() } else { format!("{} · {}", page.title, words.site) };
    let head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}{icon}\">\n\
         <link rel=\"stylesheet\" href=\"{base}{style}\">\n\
         <script defer src=\"{base}{start}\" data-glue=\"{base}{glue}\" data-wasm=\"{base}{wasm}\"></script>\n",
        escape(&title),
        escape(&page.description),
    );
    shell
        .replacen("<html>", &format!("<html lang=\"{}\">", escape(&words.language)), 1)
        .replacen("</head>", &format!("{head}</head>"), 1)
        .replacen("<body>", &format!("<body>\n{}", page.body), 1)
}

/// Text for an attribute or an element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
