//! A page's metadata as tags of its `<head>`.

use chuhai::content::ui_text::UiText;
use chuhai::pages::{PageMeta, SocialImage};
use yew::{Html, html};

use crate::og_images::{HEIGHT, WIDTH};

/// The tags after the title. Addresses that others follow from afar are absolute; those of a browser lead from the page.
pub(super) fn tags(head: &PageMeta, words: &UiText, site: &str, base: &str) -> Html {
    let PageMeta { short_title, description, canonical, is_listed, picture, alternates, citation, .. } = head;
    let address = canonical.as_ref().map(|path| [site, path].concat());
    let cited = address.as_deref().filter(|_| !citation.is_empty());
    html! {
        <>
            {named("description", description)}
            // Reading views take the first name near the top for the author's, unless they are told.
            {named("author", &words.site)}
            if !is_listed { {named("robots", "noindex")} }
            if let Some(address) = &address {
                <link rel="canonical" href={address.clone()} />
                {property("og:url", address)}
                {property("og:type", "article")}
                {property("og:title", short_title)}
                {property("og:description", description)}
                {property("og:site_name", &words.site)}
                {property("og:locale", &words.language.replace('-', "_"))}
            }
            if let Some(picture) = picture { {social_image(picture, head, site)} }
            {for alternates.iter().map(|other| html! {
                <link rel="alternate" type={other.kind} href={[base, &other.file].concat()} title={other.title.clone()} />
            })}
            {for citation.iter().map(|(name, content)| named(name, content))}
            {for cited.map(|address| named("citation_public_url", address))}
        </>
    }
}

/// The picture, for previews.
fn social_image(SocialImage { file, alt }: &SocialImage, head: &PageMeta, site: &str) -> Html {
    let address = [site, file].concat();
    html! {
        <>
            {property("og:image", &address)}
            {property("og:image:width", &WIDTH.to_string())}
            {property("og:image:height", &HEIGHT.to_string())}
            {property("og:image:type", "image/png")}
            {property("og:image:alt", alt)}
            {named("twitter:card", "summary_large_image")}
            {named("twitter:title", &head.short_title)}
            {named("twitter:description", &head.description)}
            {named("twitter:image", &address)}
            {named("twitter:image:alt", alt)}
        </>
    }
}

fn named(name: &str, content: &str) -> Html {
    html! { <meta name={name.to_owned()} content={content.to_owned()} /> }
}

fn property(name: &str, content: &str) -> Html {
    html! { <meta property={name.to_owned()} content={content.to_owned()} /> }
}
