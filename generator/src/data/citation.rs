//! Cites a page as plain text, BibTeX, RIS and CSL-JSON, each a file beside the page.

use anyhow::{Context, Result};
use biblatex::{Chunk, ChunksExt, Spanned};
use chuhai::components::share::CitationFormat;
use chuhai::content::Story;
use chuhai::content::date::PartialDate;
use chuhai::routes::Page;
use chuhai::template::fill;
use serde_json::json;

/// The months as BibTeX macros, which each style writes in its own way.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Characters that `biblatex` does not escape for TeX: each with a stand-in while it escapes the others, and its command.
const TEX: [(char, char, &str); 3] = [
    ('\\', '\u{e000}', "\\textbackslash{}"),
    ('~', '\u{e001}', "\\textasciitilde{}"),
    ('^', '\u{e002}', "\\textasciicircum{}"),
];

/// Escapes a text for TeX.
fn tex(text: &str, escape_others: impl Fn(String) -> String) -> String {
    let text = TEX
        .iter()
        .fold(text.to_owned(), |text, (sign, stand_in, _)| text.replace(*sign, &stand_in.to_string()));
    TEX.iter().fold(escape_others(text), |text, (_, stand_in, command)| text.replace(*stand_in, command))
}

/// The data of a page's citation.
struct Citation {
    id: String,
    /// Names of persons, or of the publication.
    authors: Vec<String>,
    title: String,
    /// The title of the story that the page belongs to; `None` for the story.
    container: Option<String>,
    /// The day on which the page's id was registered.
    date: PartialDate,
    address: String,
    /// The credit of the source article, if there is one.
    note: Option<String>,
    language: String,
}

/// A page's citation in each format. Empty for pages that are not citable.
///
/// # Errors
///
/// If the page has no date, or a format cannot contain its text.
pub fn citations(page: Page, story: &Story, site_url: &str) -> Result<Vec<(CitationFormat, String)>> {
    let Some(citation) = Citation::of(page, story, site_url)? else { return Ok(Vec::new()) };
    let texts = CitationFormat::ALL.map(|format| Ok((format, citation.text(format, story)?)));
    texts.into_iter().collect()
}

impl Citation {
    fn of(page: Page, story: &Story, site_url: &str) -> Result<Option<Self>> {
        if !page.is_citable() {
            return Ok(None);
        }
        let path = page.path(story);
        let id = path.trim_end_matches('/').rsplit('/').next().filter(|id| !id.is_empty()).unwrap_or("story");
        let date = page.published(story);
        Ok(Some(Self {
            id: format!("{}-{id}", key(&story.ui.site_name)),
            authors: story.credited_names().to_vec(),
            title: page.cited_title(story),
            container: (page != Page::Story).then(|| story.title.clone()),
            date: date.with_context(|| format!("`{id}` is on no list of published ids"))?,
            address: format!("{site_url}{path}"),
            note: story.fill_source_article(&story.ui.share.retold()).filter(|_| is_retold(page, story)),
            language: story.ui.language.clone(),
        }))
    }

    fn text(&self, format: CitationFormat, story: &Story) -> Result<String> {
        Ok(match format {
            CitationFormat::Plain => self.plain(story),
            CitationFormat::BibTex => self.bibtex(),
            CitationFormat::Ris => self.ris(),
            CitationFormat::CslJson => self.csl()?,
        })
    }

    fn plain(&self, story: &Story) -> String {
        let labels = &story.ui.share;
        let pattern = if self.container.is_some() { labels.cite_part() } else { labels.cite_story() };
        let values = [
            ("author", &*self.authors.join(", ")),
            ("title", &self.title),
            ("story", self.container.as_deref().unwrap_or_default()),
            ("date", &story.ui.format_date(self.date)),
            ("link", &self.address),
        ];
        let citation = fill(&pattern, &values);
        let whole = self.note.as_deref().map(|retold| {
            fill(&story.ui.meta.citation_retold, &[("citation", &citation), ("retold", retold)])
        });
        whole.unwrap_or(citation) + "\n"
    }

    /// An entry with the date twice: year and month for BibTeX, the whole date for biber.
    fn bibtex(&self) -> String {
        let field = |chunk, is_address| [Spanned::detached(chunk)].to_biblatex_string(is_address);
        let words = |words: &str| tex(words, |words| field(Chunk::Normal(words), false));
        // Double braces keep a company from being parsed as a person, and a title from losing capitals.
        let name = |words: &str| tex(words, |words| field(Chunk::Verbatim(words), false));
        let month = self.date.month.and_then(|month| MONTHS.get(usize::from(month) - 1));
        let fields = [
            (
                "author",
                Some(self.authors.iter().map(|author| name(author)).collect::<Vec<_>>().join(" and ")),
            ),
            ("title", Some(name(&self.title))),
            ("howpublished", self.container.as_deref().map(words)),
            ("year", Some(words(&self.date.year.to_string()))),
            ("month", month.map(|month| (*month).to_owned())),
            ("date", Some(words(&self.date.to_string()))),
            ("url", Some(field(Chunk::Normal(self.address.clone()), true))),
            ("note", self.note.as_deref().map(words)),
        ];
        let lines = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {},\n", value?)));
        format!("@misc{{{},\n{}}}\n", self.id, lines.collect::<String>())
    }

    /// The tags of the RIS format, one per line, with CRLF line ends.
    fn ris(&self) -> String {
        let mut tags = vec![("TY", "ELEC"), ("ID", &*self.id)];
        tags.extend(self.authors.iter().map(|author| ("AU", author.as_str())));
        tags.push(("TI", &self.title));
        tags.extend(self.container.as_deref().map(|container| ("T2", container)));
        let (year, day) = (self.date.year.to_string(), self.date.with_slashes());
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
            "author": self.authors.iter().map(|author| json!({ "literal": author })).collect::<Vec<_>>(),
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

/// Whether a page retells the source article. Facts of later events do not.
fn is_retold(page: Page, story: &Story) -> bool {
    if let Page::Fact(fact) = page {
        return !story[fact].is_later();
    }
    page.section(story).is_none_or(|section| {
        let mut facts = story.facts_in_order().filter(|fact| story[*fact].section == section).peekable();
        facts.peek().is_none() || facts.any(|fact| !story[fact].is_later())
    })
}

/// The start of a citation key: the name's ASCII letters and digits, in lower case.
fn key(site: &str) -> String {
    let letters = site.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphanumeric);
    Some(letters.collect::<String>()).filter(|key| !key.is_empty()).unwrap_or_else(|| "story".to_owned())
}
