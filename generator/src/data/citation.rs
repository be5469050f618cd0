//! Cites a page as plain text, BibTeX, RIS and CSL-JSON, each a file beside the page.

use anyhow::{Context, Result, anyhow};
use biblatex::{Chunk, Entry, EntryType, Spanned};
use chuhai::content::Story;
use chuhai::content::date::PartialDate;
use chuhai::routes::Page;
use chuhai::template::fill;
use serde_json::json;

/// What is cited of a page.
struct Citation {
    id: String,
    author: String,
    title: String,
    /// The story that it is a part of; none for the story itself.
    container: Option<String>,
    /// The day on which the page's id came on the list of published ids.
    date: PartialDate,
    address: String,
    /// What is retold, if anything is.
    note: Option<String>,
    language: String,
}

/// The citation of a page as files, each by its ending; nothing for a page that is in no list.
///
/// # Errors
///
/// If the page has no date, or a format cannot hold it.
pub fn citations(page: Page, story: &Story, site: &str) -> Result<Vec<(&'static str, String)>> {
    let Some(citation) = Citation::of(page, story, site)? else { return Ok(Vec::new()) };
    Ok(vec![
        ("txt", citation.plain(story)),
        ("bib", citation.bibtex()?),
        ("ris", citation.ris()),
        ("json", citation.csl()?),
    ])
}

impl Citation {
    fn of(page: Page, story: &Story, site: &str) -> Result<Option<Self>> {
        let published = &story.ids;
        let (id, title, date) = match page {
            Page::Story => ("story", story.title.clone(), published.sections.values().min()),
            Page::Section(at) => {
                (story[at].id.as_str(), story[at].title.clone(), published.sections.get(&at))
            }
            Page::Fact(at) => (story[at].id.as_str(), story[at].title.clone(), published.facts.get(&at)),
            Page::Listing(listing) => {
                (listing.id(), listing.text(story).title, published.sections.values().min())
            }
            Page::Redirect(_) | Page::NotFound | Page::Embed(_) => return Ok(None),
        };
        Ok(Some(Self {
            id: format!("{}-{id}", key(&story.ui.site)),
            author: story.ui.site.clone(),
            title,
            container: (page != Page::Story).then(|| story.title.clone()),
            date: *date.with_context(|| format!("`{id}` is on no list of published ids"))?,
            address: format!("{site}{}", page.path(story)),
            note: story.of_article(&story.ui.share.retold),
            language: story.ui.language.clone(),
        }))
    }

    fn plain(&self, story: &Story) -> String {
        let words = &story.ui.share;
        let pattern = if self.container.is_some() { &words.cite_part } else { &words.cite_story };
        let values = [
            ("author", self.author.as_str()),
            ("title", &self.title),
            ("story", self.container.as_deref().unwrap_or_default()),
            ("date", &story.ui.date(self.date)),
            ("link", &self.address),
        ];
        let citation = fill(pattern, &values);
        let whole = self.note.as_deref().map(|retold| {
            fill(&story.ui.meta.citation_retold, &[("citation", &citation), ("retold", retold)])
        });
        whole.unwrap_or(citation) + "\n"
    }

    fn bibtex(&self) -> Result<String> {
        let mut entry = Entry::new(self.id.clone(), EntryType::Misc);
        let mut set = |name: &str, chunk: Chunk| entry.set(name, vec![Spanned::detached(chunk)]);
        // Verbatim, so that a firm is not read as a person with a family name, nor a name loses its capitals.
        set("author", Chunk::Verbatim(self.author.clone()));
        set("title", Chunk::Normal(self.title.clone()));
        if let Some(container) = &self.container {
            set("howpublished", Chunk::Normal(container.clone()));
        }
        set("year", Chunk::Normal(self.date.year.to_string()));
        if let Some(month) = self.date.month {
            set("month", Chunk::Normal(month.to_string()));
        }
        set("url", Chunk::Normal(self.address.clone()));
        if let Some(note) = &self.note {
            set("note", Chunk::Normal(note.clone()));
        }
        let text = entry.to_bibtex_string().map_err(|error| anyhow!("{}: {error}", self.id))?;
        Ok(text + "\n")
    }

    /// The tags of the RIS format as reference managers export it, a tag a line and CRLF at its end.
    fn ris(&self) -> String {
        let day = [Some(self.date.year.to_string()), two_digits(self.date.month), two_digits(self.date.day)];
        let day: Vec<_> = day.into_iter().flatten().collect();
        let mut tags = vec![("TY", "ELEC"), ("ID", &self.id), ("AU", &self.author), ("TI", &self.title)];
        tags.extend(self.container.as_deref().map(|container| ("T2", container)));
        let (year, day) = (self.date.year.to_string(), day.join("/"));
        tags.extend([("PY", year.as_str()), ("DA", &day), ("UR", &self.address), ("LA", &self.language)]);
        tags.extend(self.note.as_deref().map(|note| ("N1", note)));
        tags.push(("ER", ""));
        tags.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
    }

    /// An item of the Citation Style Language's input data (schema 1.0).
    fn csl(&self) -> Result<String> {
        let date = [Some(self.date.year), self.date.month.map(u16::from), self.date.day.map(u16::from)];
        let mut item = json!({
            "id": self.id,
            "type": "webpage",
            "author": [{ "literal": self.author }],
            "title": self.title,
            "issued": { "date-parts": [date.into_iter().flatten().collect::<Vec<_>>()] },
            "URL": self.address,
            "language": self.language,
        });
        if let Some(note) = &self.note {
            item["note"] = json!(note);
        }
        if let Some(container) = &self.container {
            item["container-title"] = json!(container);
        }
        Ok(serde_json::to_string_pretty(&json!([item]))? + "\n")
    }
}

/// A name as a citation key begins: small Latin letters and figures.
fn key(site: &str) -> String {
    let letters = site.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphanumeric);
    Some(letters.collect::<String>()).filter(|key| !key.is_empty()).unwrap_or_else(|| "story".to_owned())
}

fn two_digits(part: Option<u8>) -> Option<String> {
    part.map(|part| format!("{part:02}"))
}
