//! Writes a page's metadata as `<head>` tags.

use chuhai::content::ui_text::UiText;
use chuhai::pages::{PageMeta, SocialImage};
use chuhai::template::escaped;

/// How large every picture is.
const SIZE: (u32, u32) = (1200, 630);

/// The title, which comes before all else.
pub(super) fn title(head: &PageMeta) -> String {
    format!("<title>{}</title>\n", escaped(&head.title))
}

/// The tags, a line each. Addresses that others follow from afar are absolute; those of a browser lead from the page.
pub(super) fn tags(head: &PageMeta, words: &UiText, site: &str, base: &str) -> String {
    let PageMeta { short_title, description, canonical, listed, picture, alternates, citation, .. } = head;
    let mut tags = vec![named("description", description)];
    // Reading views take the first name near the top for the author's, unless they are told.
    tags.push(named("author", &words.site));
    if !listed {
        tags.push(named("robots", "noindex"));
    }
    if let Some(path) = canonical {
        let address = format!("{site}{path}");
        tags.push(format!("<link rel=\"canonical\" href=\"{}\">", escaped(&address)));
        tags.push(property("og:url", &address));
        tags.push(property("og:type", "article"));
        tags.push(property("og:title", short_title));
        tags.push(property("og:description", description));
        tags.push(property("og:site_name", &words.site));
        tags.push(property("og:locale", &words.language.replace('-', "_")));
    }
    if let Some(SocialImage { file, words }) = picture {
        let address = format!("{site}{file}");
        tags.push(property("og:image", &address));
        tags.push(property("og:image:width", &SIZE.0.to_string()));
        tags.push(property("og:image:height", &SIZE.1.to_string()));
        tags.push(property("og:image:type", "image/png"));
        tags.push(property("og:image:alt", words));
        tags.push(named("twitter:card", "summary_large_image"));
        tags.push(named("twitter:title", short_title));
        tags.push(named("twitter:description", description));
        tags.push(named("twitter:image", &address));
        tags.push(named("twitter:image:alt", words));
    }
    for other in alternates {
        tags.push(format!(
            "<link rel=\"alternate\" type=\"{}\" href=\"{base}{}\" title=\"{}\">",
            other.kind,
            escaped(&other.file),
            escaped(&other.title)
        ));
    }
    for (name, content) in citation {
        tags.push(named(name, content));
    }
    if let (false, Some(path)) = (citation.is_empty(), canonical) {
        tags.push(named("citation_public_url", &format!("{site}{path}")));
    }
    tags.push(String::new());
    tags.join("\n")
}

fn named(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escaped(content))
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", escaped(content))
}
