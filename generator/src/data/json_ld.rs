//! Describes pages as JSON-LD (schema.org): article, data set, claims, breadcrumbs. Contains only dates from the
//! content.

use chuhai::content::{Entity, EntityKind, Fact, Figure, Measure, Qualifier, SourceArticle, Story};
use chuhai::routes::{FACTS_CSV, FACTS_JSON, Listing, Page};
use chuhai::ui_text::UiText;
use serde_json::{Value, json};

use super::fact::FactData;
use super::{FACTS_SCHEMA, FactsData};

/// The page that lists the data set.
const DATASET_PAGE: Page = Page::Listing(Listing::Facts);

/// A page's structured data. `None` for pages that are not citable.
pub fn structured(page: Page, story: &Story, site_url: &str) -> Option<Value> {
    if !page.is_citable() {
        return None;
    }
    let mut graph = Vec::new();
    if page == Page::Story {
        graph.push(article(story, site_url));
    }
    if matches!(page, Page::Story | DATASET_PAGE) {
        graph.push(dataset(story, site_url));
    }
    if let Page::Fact(fact) = page {
        let data = FactData::new(fact, story, site_url);
        graph.push(claim(&data, story, site_url));
        graph.extend(observation(&data, story[fact].figure.as_ref(), &story.ui));
    }
    graph.push(if page == Page::Story {
        publisher(story, site_url)
    } else {
        breadcrumbs(page, story, site_url)
    });
    Some(json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// Serializes JSON-LD so that HTML parsers find no markup in it.
pub fn json_ld_script(structured: &Value) -> String {
    structured.to_string().replace('<', "\\u003c")
}

fn article(story: &Story, site_url: &str) -> Value {
    let references = story.references.iter();
    let references = references.map(|reference| citation_text(&reference.title, &reference.outlet, None));
    let meta = Page::Story.meta(story);
    without_nulls(json!({
        "@type": "Article",
        "@id": article_id(site_url),
        "url": site_url,
        "mainEntityOfPage": site_url,
        "headline": story.title,
        "description": meta.description,
        "image": meta.image.map(|image| format!("{site_url}{}", image.file)),
        "inLanguage": story.ui.language,
        "datePublished": story.ids.first_published().map(|day| day.to_string()),
        "dateModified": story.updated.map(|day| day.to_string()),
        "author": authors(story, site_url),
        "publisher": { "@id": publisher_id(site_url) },
        "license": story.ui.licence_url,
        "isAccessibleForFree": true,
        "isBasedOn": story.source_article.as_ref().map(source_article),
        "citation": references.collect::<Vec<_>>(),
    }))
}

/// The authors; the publication where it alone signs.
fn authors(story: &Story, site_url: &str) -> Value {
    if story.authors.is_empty() {
        return json!({ "@id": publisher_id(site_url) });
    }
    story.authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect()
}

fn without_nulls(mut object: Value) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.retain(|_, value| !value.is_null());
    }
    object
}

/// A source as text, which schema.org allows and which is shorter than a node.
fn citation_text(title: &str, outlet: &str, address: Option<&String>) -> String {
    let address = address.map(|address| format!(", {address}")).unwrap_or_default();
    format!("{title}, {outlet}{address}")
}

fn source_article(article: &SourceArticle) -> Value {
    let editor = article.editor.as_ref().map(|name| json!({ "@type": "Person", "name": name }));
    without_nulls(json!({
        "@type": "Article",
        "author": { "@type": "Person", "name": article.author },
        "editor": editor,
        "publisher": without_nulls(json!({ "@type": "Organization", "name": article.outlet, "alternateName": article.outlet_script })),
        "datePublished": article.date.to_string(),
        "inLanguage": article.language,
    }))
}

fn dataset(story: &Story, site_url: &str) -> Value {
    let dates = story.facts.iter().map(Fact::period);
    let (first, last): (Vec<_>, Vec<_>) = dates.unzip();
    let covered =
        first.into_iter().min().zip(last.into_iter().max()).map(|(first, last)| format!("{first}/{last}"));
    let regions = story.entities.iter().filter(|entity| entity.kind == EntityKind::Region);
    let regions: Vec<_> = regions.map(|region| json!({ "@type": "Place", "name": region.name })).collect();
    let file = |name: &str, kind: &str| json!({ "@type": "DataDownload", "contentUrl": format!("{site_url}{name}"), "encodingFormat": kind });
    without_nulls(json!({
        "@type": "Dataset",
        "@id": dataset_id(site_url),
        "name": FactsData::title(story),
        "description": FactsData::description(story),
        "url": dataset_page(story, site_url),
        "datePublished": story.ids.first_published().map(|day| day.to_string()),
        "dateModified": story.updated.map(|day| day.to_string()),
        "inLanguage": story.ui.language,
        "creator": publisher(story, site_url),
        "license": story.ui.licence_url,
        "isAccessibleForFree": true,
        "isPartOf": { "@type": "Article", "@id": article_id(site_url), "headline": story.title, "url": site_url },
        "temporalCoverage": covered,
        "spatialCoverage": regions,
        "distribution": [file(FACTS_JSON, "application/json"), file(FACTS_CSV, "text/csv")],
    }))
}

/// A fact as a claim, with the sources that it was checked against.
fn claim(fact: &FactData, story: &Story, site_url: &str) -> Value {
    let records = fact.records.iter();
    let records = records.map(|record| citation_text(&record.title, &record.outlet, record.urls.first()));
    let range = fact.date_from.as_ref().zip(fact.date_to.as_ref());
    let covered = range.map_or_else(|| fact.date.clone(), |(from, to)| format!("{from}/{to}"));
    let mut claim = json!({
        "@type": "Claim",
        "@id": format!("{}#claim", fact.address),
        "url": fact.address,
        "name": fact.title,
        "text": fact.claim,
        "image": fact.image,
        "inLanguage": story.ui.language,
        "license": fact.licence.address,
        "temporalCoverage": covered,
        "citation": records.collect::<Vec<_>>(),
        "about": fact.entities.iter().map(thing).collect::<Vec<_>>(),
        "appearance": {
            "@type": "WebPageElement",
            "@id": fact.in_story,
            "url": fact.in_story,
            "isPartOf": { "@type": "Article", "@id": article_id(site_url), "url": site_url, "headline": story.title },
        },
        "isPartOf": { "@type": "Dataset", "@id": dataset_id(site_url), "name": FactsData::title(story), "url": dataset_page(story, site_url) },
    });
    // As a keyword. A review would have to rate the claim and name its author.
    if let Some(verdict) = &fact.verdict {
        claim["keywords"] = json!({
            "@type": "DefinedTerm",
            "termCode": verdict.word,
            "name": verdict.label,
            "inDefinedTermSet": format!("{site_url}{FACTS_SCHEMA}#/$defs/verdict"),
        });
    }
    // Facts of later events are not in the source article.
    if let Some(article) = story.source_article.as_ref().filter(|_| fact.article.is_some()) {
        claim["firstAppearance"] = source_article(article);
    }
    claim
}

/// The figure as an observation. `None` for years and ranks. It names neither what is observed nor when: these may differ
/// from the claim's entity and date.
fn observation(fact: &FactData, figure: Option<&Figure>, ui: &UiText) -> Option<Value> {
    let figure = figure?;
    let (code, unit) = unit(figure)?;
    let data = fact.figure.as_ref()?;
    let mut node = without_nulls(json!({
        "@type": "Observation",
        "@id": format!("{}#figure", fact.address),
        "name": fact.title,
        "description": ui.attributed_text(figure),
        "measuredProperty": { "@type": "Property", "name": figure.unit },
        "unitCode": code,
        "unitText": unit,
        "subjectOf": { "@type": "Claim", "@id": format!("{}#claim", fact.address) },
    }));
    match (&data.value, &data.from, &data.to) {
        (Some(value), _, _) => node[bound(figure.qualifier)] = json!(value),
        (None, from, to) => {
            let falls = from.as_ref().zip(to.as_ref()).is_some_and(|(from, to)| from.as_f64() > to.as_f64());
            let (least, most) = if falls { (to, from) } else { (from, to) };
            node["minValue"] = json!(least);
            node["maxValue"] = json!(most);
        }
    }
    Some(node)
}

/// The property of a number: a limit, if the figure is one.
fn bound(qualifier: Option<Qualifier>) -> &'static str {
    match qualifier {
        Some(Qualifier::MoreThan | Qualifier::AtLeast) => "minValue",
        Some(Qualifier::LessThan | Qualifier::UpTo) => "maxValue",
        Some(Qualifier::About | Qualifier::Nearly) | None => "value",
    }
}

/// The unit as UN/CEFACT code and as text. `None` for years and ranks.
fn unit(figure: &Figure) -> Option<(Option<&str>, Option<&str>)> {
    match figure.measure {
        Measure::Count => Some((None, Some(&figure.unit))),
        Measure::Percent => Some((Some("P1"), Some("%"))),
        Measure::Ratio => Some((Some("C62"), None)),
        Measure::Money => Some((None, figure.currency.as_deref())),
        Measure::Hours => Some((Some("HUR"), None)),
        Measure::Days => Some((Some("DAY"), None)),
        Measure::Months => Some((Some("MON"), None)),
        Measure::Years => Some((Some("ANN"), None)),
        Measure::Rank | Measure::Year => None,
    }
}

fn thing(entity: &Entity) -> Value {
    json!({ "@type": "Thing", "name": entity.name })
}

fn publisher(story: &Story, site_url: &str) -> Value {
    without_nulls(json!({
        "@type": "Organization",
        "name": story.ui.site_name,
        "@id": publisher_id(site_url),
        "url": site_url,
        "alternateName": story.ui.site_native_name,
    }))
}

/// The breadcrumbs from the story to a page, through its section.
fn breadcrumbs(page: Page, story: &Story, site_url: &str) -> Value {
    let section = page.section(story).map(Page::Section).filter(|section| *section != page);
    let pages = section.into_iter().chain([page]).map(|page| page_step(page, story, site_url));
    let steps: Vec<_> = [(story.title.clone(), site_url.to_owned())]
        .into_iter()
        .chain(pages)
        .enumerate()
        .map(|(index, (name, item))| json!({ "@type": "ListItem", "position": index + 1, "name": name, "item": item }))
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": steps })
}

fn page_step(page: Page, story: &Story, site_url: &str) -> (String, String) {
    let name = if let Page::Section(section) = page {
        story[section].short_name.clone()
    } else {
        page.meta(story).short_title
    };
    (name, format!("{site_url}{}", page.path(story)))
}

fn article_id(site_url: &str) -> String {
    format!("{site_url}#article")
}

fn dataset_id(site_url: &str) -> String {
    format!("{site_url}#facts")
}

/// The address of the page that lists the data set.
fn dataset_page(story: &Story, site_url: &str) -> String {
    format!("{site_url}{}", DATASET_PAGE.path(story))
}

fn publisher_id(site_url: &str) -> String {
    format!("{site_url}#publisher")
}
