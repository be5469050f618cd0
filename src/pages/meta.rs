//! A page's metadata: title, description, URL, image, data.

use super::ListingText;
use crate::content::text::{Block, plain, truncate};
use crate::content::{FactRef, MAX_DESCRIPTION, SectionRef, Story};
use crate::routes::{FACTS_CSV, FACTS_JSON, FEED, Page};
use crate::template::fill;

/// Shorter descriptions are extended.
const MIN_DESCRIPTION: usize = 100;
/// The longest alt text on X.
const MAX_ALT: usize = 420;

/// A page's metadata. All paths are below the site's root.
#[derive(Clone, Debug, PartialEq)]
pub struct PageMeta {
    /// The title, with the publication's name.
    pub title: String,
    /// The title without it, for uses that name the publication separately.
    pub short_title: String,
    /// The description, 100 to 200 characters.
    pub description: String,
    /// The path of the canonical URL; `None` for a page at any URL.
    pub canonical: Option<String>,
    /// Whether search engines may index it.
    pub is_indexable: bool,
    /// The image for link previews.
    pub image: Option<SocialImage>,
    /// The same content in other forms.
    pub alternates: Vec<AlternateLink>,
    /// The page in every edition, including this one: language and URL. Empty without other editions.
    pub editions: Vec<(String, String)>,
    /// The citation for Google Scholar and Zotero: names and values of `<meta>` elements.
    pub citation: Vec<(&'static str, String)>,
}

/// An image for link previews, with its alt text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialImage {
    /// The file.
    pub file: String,
    /// The alt text.
    pub alt: String,
    /// What it shows.
    pub content: ImageContent,
}

/// What an image for link previews shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageContent {
    /// The story's title, above its map if it has one.
    Story,
    /// The title and standfirst of a section.
    Section(SectionRef),
    /// A fact: its figure or title, with entity, date and verdict.
    Fact(FactRef),
    /// The texts of any other page.
    Text {
        /// The title.
        title: String,
        /// The text below it.
        lead: String,
        /// A label in the footer.
        label: String,
    },
}

/// The same content in another form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternateLink {
    /// The file.
    pub file: String,
    /// The media type.
    pub kind: &'static str,
    /// The title.
    pub title: String,
}

impl Page {
    /// The metadata of a page. A redirect has that of its target.
    pub fn meta(self, story: &Story) -> PageMeta {
        match self {
            Page::Redirect(_) => {
                let title = [("title", story.ui.redirect.title.as_str()), ("site", &story.ui.site_name)];
                PageMeta {
                    title: fill(&story.ui.meta.title, &title),
                    is_indexable: false,
                    editions: Vec::new(),
                    ..self.successor(story).own_meta(story)
                }
            }
            Page::Embed(_) => PageMeta {
                is_indexable: false,
                alternates: Vec::new(),
                editions: Vec::new(),
                citation: Vec::new(),
                ..self.shown_page().own_meta(story)
            },
            Page::Story | Page::Section(_) | Page::Fact(_) | Page::Listing(_) | Page::NotFound => {
                self.own_meta(story)
            }
        }
    }

    /// The title by which the page is cited; empty for pages that are not citable.
    pub fn cited_title(self, story: &Story) -> String {
        match self {
            Page::Story => story.title.clone(),
            Page::Section(section) => story[section].title.clone(),
            Page::Fact(fact) => story[fact].title.clone(),
            Page::Listing(listing) => listing.text(story).title,
            Page::Redirect(_) | Page::NotFound | Page::Embed(_) => String::new(),
        }
    }

    fn own_meta(self, story: &Story) -> PageMeta {
        let text = &story.ui.meta;
        let (short_title, description, image) = match self {
            Page::Story => {
                let cards = story.ui.card_count_text(story.card_count());
                let values = [
                    ("title", story.title.as_str()),
                    ("standfirst", &plain(&story.standfirst)),
                    ("cards", &cards),
                ];
                let alt = fill(&text.story_image, &values);
                (story.title.clone(), story.description.clone(), Some((alt, ImageContent::Story)))
            }
            Page::Section(section_ref) => section(section_ref, story),
            Page::Fact(fact_ref) => (
                story[fact_ref].title.clone(),
                fact_description(fact_ref, story),
                Some((fact_image_alt(fact_ref, story), ImageContent::Fact(fact_ref))),
            ),
            Page::Listing(listing) => {
                let ListingText { title, lead, description, total } = listing.text(story);
                let alt = format!("{title}. {lead} {total}.");
                let content = ImageContent::Text { title: title.clone(), lead, label: total };
                (title, description, Some((alt, content)))
            }
            Page::NotFound | Page::Redirect(_) | Page::Embed(_) => {
                let ui = &story.ui.not_found;
                (ui.title.clone(), ui.advice.clone(), None)
            }
        };
        let image = self.image(story).zip(image).map(|(file, (alt, content))| SocialImage {
            file,
            alt: truncate(&alt, MAX_ALT),
            content,
        });
        PageMeta {
            title: fill(&text.title, &[("title", &short_title), ("site", &story.ui.site_name)]),
            description: truncate(&description, MAX_DESCRIPTION),
            canonical: (self != Page::NotFound).then(|| self.path(story)),
            is_indexable: self != Page::NotFound,
            image,
            alternates: self.alternates(story),
            editions: self.editions(story),
            citation: if self.is_citable() { self.citation(story) } else { Vec::new() },
            short_title,
        }
    }

    fn editions(self, story: &Story) -> Vec<(String, String)> {
        if self == Page::NotFound || story.editions.is_empty() {
            return Vec::new();
        }
        let path = self.path(story);
        let others =
            story.editions.iter().map(|other| (other.language.clone(), [&*other.address, &path].concat()));
        [(story.ui.language.clone(), path.clone())].into_iter().chain(others).collect()
    }

    /// The citation as `<meta>` tags: names and contents.
    fn citation(self, story: &Story) -> Vec<(&'static str, String)> {
        let mut citation = vec![("citation_title", self.cited_title(story))];
        citation.extend(story.credited_names().iter().map(|name| ("citation_author", name.clone())));
        citation.push(("citation_publisher", story.ui.site_name.clone()));
        citation.push(("citation_language", story.ui.language.clone()));
        let published = self.published(story);
        citation.extend(published.map(|day| ("citation_publication_date", day.with_slashes())));
        citation
    }

    /// Alternates of the page: one fact's data, the feed, and all data for the story and listings.
    fn alternates(self, story: &Story) -> Vec<AlternateLink> {
        let text = &story.ui.meta;
        let alternate = |file: &str, kind, title: &str| AlternateLink {
            file: file.to_owned(),
            kind,
            title: title.to_owned(),
        };
        let feed = alternate(FEED, "application/atom+xml", &text.feed);
        match self {
            Page::Story | Page::Listing(_) => vec![
                feed,
                alternate(FACTS_JSON, "application/json", &text.facts_json),
                alternate(FACTS_CSV, "text/csv", &text.facts_csv),
            ],
            Page::Section(_) => vec![feed],
            Page::Fact(fact) => {
                vec![feed, alternate(&fact_json(fact, story), "application/json", &text.fact_json)]
            }
            Page::NotFound | Page::Redirect(_) | Page::Embed(_) => Vec::new(),
        }
    }
}

/// The file of one fact as JSON, below the site's root.
pub fn fact_json(fact: FactRef, story: &Story) -> String {
    format!("{}fact.json", Page::Fact(fact).path(story))
}

fn section(section_ref: SectionRef, story: &Story) -> (String, String, Option<(String, ImageContent)>) {
    let section = &story[section_ref];
    let text = &story.ui.meta;
    let standfirst = plain(&section.standfirst);
    let values =
        [("section", section.short_name.as_str()), ("title", &section.title), ("standfirst", &standfirst)];
    let first = section.body.iter().find_map(|block| match block {
        Block::Paragraph(words) => Some(plain(words)),
        Block::Cards(_) | Block::Plot(_) | Block::Guess(_) | Block::LaterEvents(_) => None,
    });
    let description = pad_description(standfirst.clone(), first);
    let alt = fill(&text.section_image, &values);
    (fill(&text.section, &values), description, Some((alt, ImageContent::Section(section_ref))))
}

/// The verdict and the claim; if these are short, also background.
fn fact_description(fact_ref: FactRef, story: &Story) -> String {
    let fact = &story[fact_ref];
    let note = fact.notes.first().map(|note| plain(note));
    let text = &story.ui.meta;
    let values = [("verdict", story.ui.verdict_or_kind(fact)), ("claim", &plain(&fact.claim))];
    let last = fill(&text.fact_more, &fact_values(fact_ref, story).each_ref().map(as_str_pair));
    let more = [Some(plain(&fact.context)), note, Some(plain(&fact.why)), Some(last)];
    more.into_iter().fold(fill(&text.fact_description, &values), pad_description)
}

fn pad_description(text: String, more: Option<String>) -> String {
    match more {
        Some(more) if text.chars().count() < MIN_DESCRIPTION && !more.is_empty() => format!("{text} {more}"),
        _ => text,
    }
}

/// The alt text of a fact's image, with its sources.
fn fact_image_alt(fact_ref: FactRef, story: &Story) -> String {
    let text = &story.ui.meta;
    let pattern = if story[fact_ref].figure.is_some() { &text.figure_image } else { &text.fact_image };
    let image = fill(pattern, &fact_values(fact_ref, story).each_ref().map(as_str_pair));
    match story.source_names(&story[fact_ref]).join("; ").as_str() {
        "" => image,
        sources => fill(&text.image_sources, &[("image", &image), ("sources", sources)]),
    }
}

/// The values of placeholders in a fact's metadata.
fn fact_values(fact_ref: FactRef, story: &Story) -> [(&'static str, String); 5] {
    let fact = &story[fact_ref];
    let entity = fact.entities.first().map_or("", |entity| story[*entity].name.as_str());
    [
        ("figure", fact.figure.as_ref().map(|figure| story.ui.attributed_text(figure)).unwrap_or_default()),
        ("title", fact.title.clone()),
        ("entity", entity.to_owned()),
        ("when", story.display_date(fact)),
        ("verdict", story.ui.verdict_or_kind(fact).to_owned()),
    ]
}

fn as_str_pair<'a>((name, value): &'a (&'static str, String)) -> (&'static str, &'a str) {
    (*name, value.as_str())
}
