//! The facts as data: HTML, previews, JSON, CSV and JSON-LD agree.

use std::collections::BTreeMap;
use std::fs;

use chuhai::content::{Qualifier, StatedBy, Story};
use chuhai::routes::Page;
use generator::data::{self, FactData, FactsData, FigureData};
use scraper::{Html, Selector};
use serde_json::{Number, Value, json};

use crate::fixture_content::{FixtureContent, assert_mistakes, body, real_story, the_fleet};

pub const SITE: &str = "https://example.org/sea/";

/// The nodes of a page's structured data.
pub fn nodes(page: Page, story: &Story) -> Vec<Value> {
    let structured = data::structured(page, story, SITE);
    structured.and_then(|data| data["@graph"].as_array().cloned()).unwrap_or_default()
}

/// The rows of the CSV, by column.
fn rows(table: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table);
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// The written data files, by path.
fn written(story: &Story) -> impl Fn(&str) -> Vec<u8> + use<> {
    let folder = tempfile::tempdir().expect("a folder");
    data::write(story, SITE, folder.path()).expect("data");
    move |file| fs::read(folder.path().join(file)).unwrap_or_else(|_| panic!("no {file}"))
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

fn words(html: &str, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector");
    let text: String = Html::parse_fragment(html).select(&selector).flat_map(|found| found.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `consumers/data.test.mjs` compares every column of the table with the record.
/// The figure as pages print it.
pub(crate) fn printed(figure: &FigureData) -> String {
    let lead = if figure.stated_by == StatedBy::Record { "On record: " } else { "" };
    format!("{lead}{} {}", figure.text, figure.unit)
}

#[test]
fn every_fact_has_a_record_a_row_and_a_file_of_its_record() {
    let story = real_story();
    let file = written(&story);
    let all = json(&file("facts.json"));
    let facts = all["facts"].as_array().expect("facts");
    let ids: Vec<_> = story.facts_in_order().map(|at| story[at].id.as_str()).collect();
    assert_eq!(facts.iter().filter_map(|fact| fact["id"].as_str()).collect::<Vec<_>>(), ids);
    let rows = rows(&file("facts.csv"));
    assert_eq!(rows.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>(), ids);
    for (fact, id) in facts.iter().zip(ids) {
        let mut own = json(&file(&format!("f/{id}/fact.json")));
        let schema = own.as_object_mut().and_then(|fields| fields.remove("$schema"));
        assert_eq!(schema, Some(json!(format!("{SITE}facts.schema.json#/$defs/fact"))));
        assert_eq!(&own, fact);
    }
}

#[test]
fn a_figure_is_the_same_on_the_page_in_alt_text_in_csv_and_in_structured_data() {
    let story = real_story();
    let all = FactsData::new(&story, SITE);
    let rows = rows(&data::facts_csv(&all.facts).expect("a table"));
    let mut figures = 0;
    for ((at, fact), row) in story.facts_in_order().zip(&all.facts).zip(&rows) {
        let Some(figure) = &fact.figure else {
            assert_eq!((row["figure"].as_str(), row["unit"].as_str()), ("", ""), "{}", fact.id);
            continue;
        };
        figures += 1;
        let said = printed(figure);
        let page = Page::Fact(at).document(&story, "../../");
        let image = page.meta.image.expect("an image");
        assert_eq!(words(&body(Page::Fact(at), &story), ".fact .figure"), said, "the card of {}", fact.id);
        assert!(image.alt.starts_with(&format!("{said}. ")), "the image of {}: {}", fact.id, image.alt);
        assert_eq!([&row["figure"], &row["unit"]], [&figure.text, &figure.unit], "the row of {}", fact.id);
        let nodes = nodes(Page::Fact(at), &story);
        // `figure_measures` checks which figures have none.
        let Some(observed) = nodes.iter().find(|node| node["@type"] == "Observation") else { continue };
        assert_eq!(
            (&observed["description"], &observed["measuredProperty"]["name"]),
            (&json!(said), &json!(figure.unit))
        );
        let numbers = ["value", "minValue", "maxValue"].map(|name| observed.get(name).cloned());
        // "More than" is a minimum, "up to" a maximum.
        let bounds = match figure.qualifier {
            Some(Qualifier::MoreThan | Qualifier::AtLeast) => [&None, &figure.value, &None],
            Some(Qualifier::LessThan | Qualifier::UpTo) => [&None, &None, &figure.value],
            Some(Qualifier::About | Qualifier::Nearly) | None => [&figure.value, &None, &None],
        };
        // Structured data has the minimum first, also for a figure that falls.
        let falls =
            figure.from.as_ref().and_then(Number::as_f64) > figure.to.as_ref().and_then(Number::as_f64);
        let (least, most) = if falls { (&figure.to, &figure.from) } else { (&figure.from, &figure.to) };
        let own = if figure.value.is_some() { bounds } else { [&None, least, most] };
        let own = own.map(|number| number.clone().map(Value::Number));
        assert_eq!(numbers, own, "the structured data of {}", fact.id);
    }
    assert!(figures > 0, "no fact has a figure");
}

#[test]
fn a_figure_that_a_source_states_is_marked_on_card_and_image_and_in_the_data() {
    let speed = "facts/outward/heron-speed.toml";
    let by_record = "stated-by = \"record\"\nvalue = 9";
    let fixture = || FixtureContent::new().edit(speed, "value = 9", by_record);
    assert_mistakes(
        fixture(),
        &[&format!("{speed}:11:13: expected at least one of `records`, which states the figure, found none")],
    );
    let story = fixture().edit(speed, "title =", "records = [\"S1\"]\ntitle =").story();
    let at = story.facts_in_order().find(|fact| story[*fact].id == "heron-speed").expect("the speed");
    let said = "On record: up to 9 knots";
    assert_eq!(words(&body(Page::Fact(at), &story), ".fact .figure"), said);
    let page = Page::Fact(at).document(&story, "../../");
    assert!(page.meta.image.expect("an image").alt.starts_with(&format!("{said}. ")));
    let fact = FactData::new(at, &story, SITE);
    assert_eq!(fact.figure.expect("a figure").stated_by, StatedBy::Record);
}

#[test]
fn the_page_of_a_fact_shows_everything_that_its_record_holds() {
    let story = real_story();
    let data = FactsData::new(&story, SITE);
    for (at, fact) in story.facts_in_order().zip(&data.facts) {
        let card = words(&body(Page::Fact(at), &story), "article.fact");
        let mut said = vec![fact.title.clone(), fact.claim.clone(), fact.when.clone()];
        said.extend(fact.verdict.iter().map(|verdict| verdict.label.clone()));
        said.extend(fact.notes.clone());
        let more = [&fact.why, &fact.adds, &fact.context, &fact.yardstick, &fact.article];
        said.extend(more.into_iter().flatten().cloned());
        said.extend(
            fact.references.iter().map(|reference| format!("[{}] {}", reference.number, reference.outlet)),
        );
        said.extend(fact.records.iter().map(|record| format!("{} {}", record.id, record.outlet)));
        for words in &said {
            assert!(card.contains(words), "{}: the card does not say {words:?}", fact.id);
        }
    }
}

#[test]
fn a_record_of_the_fixture_is_complete() {
    let story = FixtureContent::new().story();
    let file = written(&story);
    let fact = json(&file("f/heron-crew/fact.json"));
    assert_eq!(
        fact,
        json!({
            "$schema": "https://example.org/sea/facts.schema.json#/$defs/fact",
            "id": "heron-crew",
            "address": "https://example.org/sea/f/heron-crew/",
            "in_story": "https://example.org/sea/#heron-crew",
            "picture": "https://example.org/sea/og/f/heron-crew.png",
            "section": {
                "id": "harbour", "title": "In the harbour", "region": "Harbour",
                "address": "https://example.org/sea/s/harbour/",
            },
            "title": "The crew grew",
            "kind": "audience size",
            "card": true,
            "stands_on": null,
            "figure": {
                "text": "8 → 12", "value": null, "from": 8, "to": 12, "unit": "hands", "measure": "count",
                "currency": null, "qualifier": null, "stated_by": "claim", "derived": "8 + 4 = 12",
            },
            "date": "2019-12-17",
            "precision": "day",
            "date_from": null, "date_to": null, "when": "17 December 2019",
            "entities": [&story.entities[0]],
            "era": null,
            "verdict": { "word": "confirmed", "label": "Confirmed" },
            "why": "The log counts 12.",
            "claim": "The crew of the Heron grew from 8 to 12.",
            "adds": "Four joined in one night.",
            "context": "She is the larger one.",
            "yardstick": "That is 4 more.",
            "notes": ["The log says 11."],
            "article": "The Harbour Gazette, early 2020: the article retold here",
            "references": [{
                "id": "ref-01", "number": 1, "title": "Log of the Heron", "outlet": "The Harbour", "outlet_script": null,
                "printed_date": "2019-13", "likely_date": "December 2019",
                "basis": "our match",
            }],
            "records": [{
                "id": "S1", "title": "The log itself", "outlet": "Archive", "date": "2020",
                "urls": ["https://example.org/log"],
            }],
            "licence": {
                "name": "CC BY 4.0",
                "address": "https://creativecommons.org/licenses/by/4.0/",
            },
        })
    );
}

#[test]
fn the_table_keeps_to_rfc_4180() {
    let claim = "claim = \"There are 2 boats.\"";
    let quoted = "claim = \"There are 2 boats, \\\"at least\\\".\"";
    let story = FixtureContent::new().edit("facts/harbour/boats-count.toml", claim, quoted).story();
    let table = String::from_utf8(written(&story)("facts.csv")).expect("UTF-8");
    assert!(table.starts_with("\u{feff}id,address,section,"), "{table}");
    assert!(table.ends_with("\r\n"));
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    assert!(table.contains("\"There are 2 boats, “at least”.\""), "{table}");
    let names = table.lines().next().expect("a row of names").split(',').count();
    let rows = rows(table.as_bytes());
    assert_eq!(rows.len(), story.facts.len());
    assert!(rows.iter().all(|row| row.len() == names), "two columns share a name");
}

#[test]
fn parallel_columns_have_the_same_number_of_values() {
    const ALIKE: [&[&str]; 3] = [
        &["entities", "entity_ids", "entity_scripts"],
        &["reference_ids", "references"],
        &["record_ids", "records", "record_urls"],
    ];
    let mut two_addresses = 0;
    for story in [real_story(), the_fleet()] {
        let facts = FactsData::new(&story, SITE).facts;
        for (row, fact) in rows(&data::facts_csv(&facts).expect("a table")).iter().zip(&facts) {
            for columns in ALIKE {
                let counts: Vec<_> = columns.iter().map(|name| row[*name].split(" | ").count()).collect();
                assert!(
                    counts.iter().all(|count| *count == counts[0]),
                    "{columns:?} of {}: {counts:?}",
                    fact.id
                );
            }
            for (addresses, record) in row["record_urls"].split(" | ").zip(&fact.records) {
                assert_eq!(addresses.split(' ').collect::<Vec<_>>(), record.urls, "{}", fact.id);
                two_addresses += usize::from(record.urls.len() > 1);
            }
            for (scripts, entity) in row["entity_scripts"].split(" | ").zip(&fact.entities) {
                for (language, name) in &entity.scripts {
                    assert!(
                        scripts.split("; ").any(|one| one == format!("{language}: {name}")),
                        "{}",
                        fact.id
                    );
                }
            }
        }
    }
    assert!(two_addresses > 0, "no record has two addresses");
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    for row in rows(&data::facts_csv(&FactsData::new(&the_fleet(), SITE).facts).expect("a table")) {
        for (column, cell) in &row {
            let is_formula =
                cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
            assert!(!is_formula, "{column} of {}: {cell}", row["id"]);
        }
    }
}

#[test]
fn a_negative_number_is_no_formula() {
    let speed = "facts/outward/heron-speed.toml";
    let story = FixtureContent::new().edit(speed, "value = 9", "value = -9").story();
    let table = data::facts_csv(&FactsData::new(&story, SITE).facts).expect("a table");
    let row = rows(&table).into_iter().find(|row| row["id"] == "heron-speed").expect("a row");
    assert_eq!(row["value"], "-9");
}

#[test]
fn the_story_is_published_on_the_day_of_its_first_section_and_updated_on_the_stated_day() {
    let later = "outward = \"2021-05-06\"";
    let fixture = FixtureContent::new().edit("ids.toml", "outward = \"2020-03-01\"", later);
    let dates = |fixture: FixtureContent| {
        let story = fixture.story();
        let article =
            data::structured(Page::Story, &story, SITE).expect("structured data")["@graph"][0].clone();
        let data = serde_json::to_value(FactsData::new(&story, SITE)).expect("JSON");
        let feed = String::from_utf8(data::feed(&story, SITE).expect("a feed")).expect("UTF-8");
        let (_, feed) = feed.split_once("<updated>").expect("a day");
        let day = |value: &Value| value.as_str().map(str::to_owned);
        assert_eq!(
            (&article["datePublished"], &article["dateModified"]),
            (&data["published"], &data["updated"])
        );
        (day(&data["published"]), day(&data["updated"]), feed[..10].to_owned(), story.byline().join("\n"))
    };
    let (published, updated, feed, byline) = dates(fixture);
    assert_eq!((published.as_deref(), updated.as_deref(), &*feed), (Some("2020-03-01"), None, "2021-05-06"));
    assert!(byline.contains("\nPublished 1\u{a0}March\u{a0}2020\u{a0}·"), "{byline}");

    let updated = "updated = \"2022-07-08\"\nstandfirst =";
    let (published, updated, feed, byline) =
        dates(FixtureContent::new().edit("story.toml", "standfirst =", updated));
    let days = (published.as_deref(), updated.as_deref(), &*feed);
    assert_eq!(days, (Some("2020-03-01"), Some("2022-07-08"), "2022-07-08"));
    let line = "\nPublished 1\u{a0}March\u{a0}2020, updated 8\u{a0}July\u{a0}2022\u{a0}·";
    assert!(byline.contains(line), "{byline}");
    let same_year = "updated = \"2020-07-08\"\nstandfirst =";
    let byline = FixtureContent::new().edit("story.toml", "standfirst =", same_year).story().byline();
    assert!(
        byline[1].starts_with("Published 1\u{a0}March\u{a0}2020, updated 8\u{a0}July\u{a0}·"),
        "{byline:?}"
    );
}

#[test]
fn one_id_of_structured_data_has_one_type_and_one_address() {
    fn visit<'a>(node: &'a Value, seen: &mut BTreeMap<(String, &'static str), &'a Value>) {
        for key in ["@type", "url"] {
            if let (Some(id), Some(value)) = (node["@id"].as_str(), node.get(key)) {
                assert_eq!(*seen.entry((id.to_owned(), key)).or_insert(value), value, "{key} of {id}");
            }
        }
        let within: Vec<_> = match node {
            Value::Object(fields) => fields.values().collect(),
            Value::Array(nodes) => nodes.iter().collect(),
            _ => Vec::new(),
        };
        within.into_iter().for_each(|node| visit(node, seen));
    }
    let story = real_story();
    let all: Vec<_> = Page::all(&story).into_iter().flat_map(|page| nodes(page, &story)).collect();
    let mut seen = BTreeMap::new();
    all.iter().for_each(|node| visit(node, &mut seen));
    assert!(!seen.is_empty(), "no node has an id");
}

#[test]
fn a_claim_has_its_verdict_as_a_keyword() {
    let story = real_story();
    for at in story.facts_in_order() {
        let nodes = nodes(Page::Fact(at), &story);
        let claim = nodes.iter().find(|node| node["@type"] == "Claim").expect("a claim");
        let expected = story[at].verdict.map_or(Value::Null, |verdict| json!(verdict.as_str()));
        assert_eq!(claim["keywords"]["termCode"], expected, "{}", story[at].id);
    }
}

#[test]
fn structured_data_has_no_markup_and_reviews_no_claim() {
    let title = "title = \"The crew </script> grew\"";
    let story = FixtureContent::new()
        .edit("facts/harbour/heron-crew.toml", "title = \"The crew grew\"", title)
        .story();
    for page in Page::all(&story) {
        let Some(structured) = data::structured(page, &story, SITE) else { continue };
        let block = data::json_ld_script(&structured);
        assert!(
            !block.contains('<') && !block.contains("ClaimReview") && !block.contains("FAQPage"),
            "{block}"
        );
        assert_eq!(serde_json::from_str::<Value>(&block).expect("JSON"), structured);
    }
}

#[test]
fn the_sitemap_has_every_listed_page_and_the_feed_every_fact_and_neither_a_former_id() {
    let moved = "boats-count = \"2020-03-01\"\nheron-size = \"heron-speed\"";
    let story = FixtureContent::new().edit("ids.toml", "boats-count = \"2020-03-01\"", moved).story();
    let file = written(&story);
    let texts = |file: &str, name: &str| {
        let starts = format!("<{name}>{SITE}");
        let text = file.split(&starts).skip(1).filter_map(|rest| rest.split_once("</"));
        let mut paths: Vec<_> = text.map(|(path, _)| path.to_owned()).collect();
        paths.sort();
        paths
    };
    let facts = [
        "f/after-return/",
        "f/boats-count/",
        "f/heron-cook/",
        "f/heron-crew/",
        "f/heron-left/",
        "f/heron-speed/",
        "f/ref-remark/",
    ]
    .map(str::to_owned);
    let pages = ["", "facts/", "s/harbour/", "s/notes/", "s/outward/"].map(str::to_owned);
    let mut expected = [facts.as_slice(), &pages].concat();
    expected.sort();
    let sitemap = String::from_utf8(file("sitemap.xml")).expect("UTF-8");
    assert_eq!(texts(&sitemap, "loc"), expected);
    let feed = String::from_utf8(file("feed.xml")).expect("UTF-8");
    let (head, entries) = feed.split_once("<entry>").expect("an entry");
    assert_eq!(texts(entries, "id"), facts);
    let newest = "f/heron-crew/";
    assert!(entries.trim_start().starts_with(&format!("<id>{SITE}{newest}</id>")), "{entries}");
    assert!(head.contains("<updated>2020-03-02T00:00:00Z</updated>"), "{head}");
    assert_eq!(
        file("robots.txt"),
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sea/sitemap.xml\n"
    );
}
