//! Writes a page's metadata as tags for its `<head>`.

use chuhai::content::Story;
use chuhai::pages::{PageMeta, SocialImage};
use url::Url;
use yew::{Html, html};

use crate::og_images::{HEIGHT, WIDTH};

/// The tags after the title. URLs for other sites are absolute; those for the browser are relative.
pub(super) fn tags(meta: &PageMeta, story: &Story, site_url: &str, root: &str) -> Html {
    let PageMeta {
        short_title,
        description,
        canonical,
        is_indexable,
        image,
        alternates,
        editions,
        citation,
        ..
    } = meta;
    let address = canonical.as_ref().map(|path| [site_url, path].concat());
    let cited = address.as_deref().filter(|_| !citation.is_empty());
    let ui = &story.ui;
    html! {
        <>
            {named("description", description)}
            // Without it, reading views take the first name on the page as the author.
            {named("author", &story.credited_names().join(", "))}
            if !is_indexable { {named("robots", "noindex")} }
            if let Some(address) = &address {
                <link rel="canonical" href={address.clone()} />
                {property("og:url", address)}
                {property("og:type", "article")}
                {property("og:title", short_title)}
                {property("og:description", description)}
                {property("og:site_name", &ui.site_name)}
                {property("og:locale", &ui.language.replace('-', "_"))}
            }
            if let Some(image) = image { {social_image(image, meta, site_url)} }
            {for alternates.iter().map(|other| html! {
                <link rel="alternate" type={other.kind} href={[root, &other.file].concat()} title={other.title.clone()} />
            })}
            {for editions.iter().map(|(language, path)| html! {
                <link rel="alternate" hreflang={language.clone()} href={joined(site_url, path)} />
            })}
            {for citation.iter().map(|(name, content)| named(name, content))}
            {for cited.map(|address| named("citation_public_url", address))}
        </>
    }
}

fn social_image(SocialImage { file, alt, .. }: &SocialImage, meta: &PageMeta, site_url: &str) -> Html {
    let address = [site_url, file].concat();
    html! {
        <>
            {property("og:image", &address)}
            {property("og:image:width", &WIDTH.to_string())}
            {property("og:image:height", &HEIGHT.to_string())}
            {property("og:image:type", "image/png")}
            {property("og:image:alt", alt)}
            {named("twitter:card", "summary_large_image")}
            {named("twitter:title", &meta.short_title)}
            {named("twitter:description", &meta.description)}
            {named("twitter:image", &address)}
            {named("twitter:image:alt", alt)}
        </>
    }
}

/// An absolute URL: the address itself, or the site's URL with a path.
fn joined(site_url: &str, path: &str) -> String {
    Url::parse(site_url)
        .and_then(|url| url.join(path))
        .map_or_else(|_| [site_url, path].concat(), String::from)
}

fn named(name: &str, content: &str) -> Html {
    html! { <meta name={name.to_owned()} content={content.to_owned()} /> }
}

fn property(name: &str, content: &str) -> Html {
    html! { <meta property={name.to_owned()} content={content.to_owned()} /> }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn the_address_of_an_edition_is_joined_to_the_sites() {
        let site_url = "https://example.org/sea/zh/";
        assert_eq!(joined(site_url, "s/harbour/"), "https://example.org/sea/zh/s/harbour/");
        assert_eq!(joined(site_url, "../s/harbour/"), "https://example.org/sea/s/harbour/");
        assert_eq!(joined(site_url, "https://de.example/"), "https://de.example/");
    }
}
