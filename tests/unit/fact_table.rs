//! The page of all facts: its rows equal the data, with filter and sort keys.

use std::collections::BTreeSet;
use std::sync::Arc;

use chuhai::components::fact_table::FactTableControlsProps;
use chuhai::components::fact_table::export::csv;
use chuhai::components::fact_table::query::TableOptions;
use chuhai::content::{ClaimKind, EntityKind, Story};
use chuhai::routes::{Listing, Page};
use generator::data::{FactData, FactsData};
use scraper::{ElementRef, Html, Selector};

use crate::data::{SITE, printed};
use crate::fixture_content::{FixtureContent, body, real_story};

const FACTS: Page = Page::Listing(Listing::Facts);

fn page(story: &Arc<Story>, page: Page) -> Html {
    Html::parse_fragment(&body(page, story))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(place: ElementRef<'_>) -> String {
    place.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cells(row: ElementRef<'_>) -> Vec<String> {
    row.select(&Selector::parse("th, td").expect("a selector")).map(text).collect()
}

fn attribute<'a>(place: ElementRef<'a>, name: &str) -> &'a str {
    place.value().attr(name).unwrap_or_else(|| panic!("no {name}"))
}

/// The id that links to a row target.
fn id<'a>(row: ElementRef<'a>) -> &'a str {
    let anchor = row.select(&Selector::parse("th > .anchor").expect("a selector")).next();
    attribute(anchor.expect("an anchor"), "id")
}

/// The rows of the page, each with its fact as data: those with a figure come first.
fn rows<'a>(html: &'a Html, data: &'a FactsData) -> Vec<(ElementRef<'a>, &'a FactData)> {
    let rows = all(html, "#facts tbody tr");
    assert_eq!(rows.len(), data.facts.len(), "a row a fact");
    let (with_figure, without): (Vec<_>, Vec<_>) = data.facts.iter().partition(|fact| fact.figure.is_some());
    rows.into_iter().zip([with_figure, without].concat()).collect()
}

#[test]
fn every_fact_is_a_row_with_its_data_and_a_link_to_its_page() {
    let story = real_story();
    let (html, data) = (page(&story, FACTS), FactsData::new(&story, SITE));
    for (row, fact) in rows(&html, &data) {
        let cells = cells(row);
        let figure = fact.figure.as_ref().map(printed);
        assert_eq!(id(row), fact.id);
        assert_eq!(cells[0], fact.title);
        assert_eq!(cells[1], figure.unwrap_or_default(), "{}", fact.id);
        let named = cells[2].split(", ").all(|name| fact.entities.iter().any(|entity| entity.name == name));
        assert!(named, "{}: {}", fact.id, cells[2]);
        assert_eq!(cells[3], fact.section.region);
        let verdict = fact.verdict.as_ref().map(|verdict| verdict.label.clone()).unwrap_or_default();
        assert_eq!(cells[5..], [fact.when.clone(), verdict], "{}", fact.id);
        let only =
            |selector: &str| row.select(&Selector::parse(selector).expect("a selector")).next().expect("one");
        assert_eq!(attribute(only("time"), "datetime"), fact.date);
        assert_eq!(
            format!("{SITE}{}", attribute(only("th a"), "href").trim_start_matches("../")),
            fact.address
        );
    }
}

#[test]
fn every_filter_offers_exactly_the_values_of_the_rows() {
    let story = real_story();
    let (html, data) = (page(&story, FACTS), FactsData::new(&story, SITE));
    let mut held = BTreeSet::new();
    for (row, fact) in rows(&html, &data) {
        let tags: BTreeSet<_> = attribute(row, "data-tags").split(' ').map(str::to_owned).collect();
        let mut expected = vec![
            format!("region={}", fact.section.id),
            format!("kind={}", fact.kind.as_str().replace(' ', "-")),
            format!("year={}", &fact.date[..4]),
        ];
        let verdict = fact
            .verdict
            .as_ref()
            .map(|verdict| format!("verdict={}", verdict.word.as_str().replace(' ', "-")));
        expected.extend(verdict);
        expected.extend(fact.entities.iter().map(|entity| format!("entity={}", entity.id)));
        assert!(expected.iter().all(|tag| tags.contains(tag)), "{}: {tags:?}", fact.id);
        held.extend(tags);
    }
    let mut offered = BTreeSet::new();
    for select in all(&html, ".filters select:not([name=view], [name=sort])") {
        let options = Selector::parse("option:not([value=''])").expect("a selector");
        let tag = |option| format!("{}={}", attribute(select, "name"), attribute(option, "value"));
        offered.extend(select.select(&options).map(tag));
    }
    // A country is filtered by its region.
    let named =
        data.facts.iter().flat_map(|fact| &fact.entities).filter(|entity| entity.kind == EntityKind::Region);
    let places: BTreeSet<_> = named.map(|entity| format!("entity={}", entity.id)).collect();
    let missing: Vec<_> = held.difference(&offered).filter(|tag| !places.contains(*tag)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "not offered");
    let empty: Vec<_> = offered.difference(&held).collect();
    assert_eq!(empty, Vec::<&String>::new(), "offered, but no row has it");
}

/// The facts sorted by the rank of a column, without those that have none.
fn order(html: &Html, column: usize) -> Vec<(usize, String)> {
    let place =
        |row: &ElementRef<'_>| attribute(*row, "data-ranks").split(' ').nth(column)?.parse::<usize>().ok();
    let mut rows: Vec<_> = all(html, "#facts tbody tr")
        .into_iter()
        .filter_map(|row| Some((place(&row)?, id(row).to_owned())))
        .collect();
    rows.sort_by_key(|(place, _)| *place);
    rows
}

#[test]
fn figures_are_ranked_by_their_number_and_facts_without_one_have_no_rank() {
    let story = real_story();
    let (html, data) = (page(&story, FACTS), FactsData::new(&story, SITE));
    let number = |id: &str| {
        let fact = data.facts.iter().find(|fact| fact.id == id).expect("a fact");
        let figure = fact.figure.as_ref().expect("a figure");
        figure.value.as_ref().or(figure.to.as_ref()).and_then(serde_json::Number::as_f64).expect("a number")
    };
    let order = order(&html, 1);
    assert_eq!(order.len(), data.facts.iter().filter(|fact| fact.figure.is_some()).count());
    for pair in order.windows(2) {
        let ((one, first), (other, second)) = (&pair[0], &pair[1]);
        assert!(number(first) <= number(second), "{first} before {second}");
        assert_eq!(one == other, number(first) == number(second), "{first} and {second} share a place");
    }
}

#[test]
fn times_are_ranked_by_their_first_day_and_regions_by_the_order_of_sections() {
    let html = page(&FixtureContent::new().story(), FACTS);
    let ids = |column| order(&html, column).into_iter().map(|(_, id)| id).collect::<Vec<_>>();
    let times = [
        "boats-count",
        "heron-cook",
        "heron-crew",
        "ref-remark",
        "heron-left",
        "heron-speed",
        "after-return",
    ];
    assert_eq!(ids(5), times);
    let places = order(&html, 3).into_iter().map(|(place, _)| place).collect::<Vec<_>>();
    assert_eq!(places, [0, 0, 0, 1, 1, 1, 2]);
}

#[test]
fn an_entity_in_the_filter_has_its_names_in_other_scripts() {
    let fields = fields();
    let mut options = fields.filters.iter().flat_map(|filter| &filter.options);
    let heron = options.find(|option| option.value == "heron").expect("an option");
    assert_eq!(heron.names, ["青鹭"]);
}

fn fields() -> TableOptions {
    let html = page(&FixtureContent::new().story(), FACTS);
    let island = all(&html, "[data-island=fact-table]");
    let props: FactTableControlsProps =
        serde_json::from_str(attribute(island[0], "data-props")).expect("props");
    props.fields
}

/// The query string after these parameters were parsed into fields and written again.
fn address(fields: &TableOptions, requested: &[(&str, &str)]) -> String {
    let parameter =
        |name: &str| requested.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    let query = fields.query(parameter);
    let pairs = fields.parameters(&query).into_iter().map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("&")
}

#[test]
fn the_query_string_keeps_known_values_and_drops_unknown_ones() {
    let fields = fields();
    let kept = [("q", "100%"), ("region", "harbour"), ("view", "cards"), ("sort", "-figure")];
    assert_eq!(address(&fields, &kept), "q=100%&region=harbour&view=cards&sort=-figure");
    let wrong = [("region", "nowhere"), ("view", "list"), ("sort", "-"), ("kind", "']"), ("__proto__", "1")];
    assert_eq!(address(&fields, &wrong), "");
    let long = "x".repeat(5000);
    assert_eq!(address(&fields, &[("q", &long)]).len(), "q=".len() + 100);
}

#[test]
fn a_column_sorts_upwards_downwards_and_back() {
    let fields = fields();
    let mut sorted = fields.query(|_| None);
    for sort in ["fact", "-fact", "", "fact"] {
        sorted = sorted.sorted_by(0);
        let parameters = fields.parameters(&sorted);
        assert_eq!(parameters.first().map_or("", |(_, value)| value), sort);
    }
    assert_eq!(sorted.sorted_by(1).sort.map(|sort| (sort.column, sort.is_descending)), Some((1, false)));
}

#[test]
fn clearing_the_filters_keeps_view_and_order() {
    let fields = fields();
    let requested = [("q", "boat"), ("region", "harbour"), ("view", "cards"), ("sort", "when")];
    let parameter =
        |name: &str| requested.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    let query = fields.query(parameter);
    assert!(fields.is_filtering(&query));
    assert_eq!(fields.tags(&query), ["region=harbour"]);
    let cleared = fields.cleared(&query);
    assert!(!fields.is_filtering(&cleared));
    let view_and_order = [("view", "cards".to_owned()), ("sort", "when".to_owned())];
    assert_eq!(fields.parameters(&cleared), view_and_order);
}

#[test]
fn rows_of_the_csv_are_picked_by_id_in_the_given_order() {
    let whole = "id,claim\na,one\nb,\"two\nlines, \"\"quoted\"\"\"\nab,three\n";
    let csv = |ids: &[&str]| csv(whole, &ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    assert_eq!(csv(&["ab", "a"]).as_deref(), Some("id,claim\nab,three\na,one\n"));
    assert_eq!(csv(&["b"]).as_deref(), Some("id,claim\nb,\"two\nlines, \"\"quoted\"\"\"\n"));
    assert_eq!(csv(&["c"]), None);
}

#[test]
fn every_kind_of_claim_has_a_label() {
    for story in [real_story(), FixtureContent::new().story()] {
        for (word, kind) in ClaimKind::ALL {
            assert!(story.ui.facts.kinds.contains_key(*word), "no words for {word}");
            assert_ne!(story.ui.facts.kind_label(*kind), *word);
        }
    }
}

#[test]
fn every_page_but_an_embed_links_to_all_facts_which_link_to_the_data() {
    let story = FixtureContent::new().story();
    for at in Page::all(&story).into_iter().filter(|page| !page.is_embed()) {
        let link = format!("footer a[href='{}facts/']", at.root(&story));
        assert_eq!(all(&page(&story, at), &link).len(), 1, "{}", at.file(&story));
    }
    let html = page(&story, FACTS);
    for file in ["facts.csv", "facts.json"] {
        assert_eq!(all(&html, &format!(".files > a[href='../{file}']")).len(), 1, "{file}");
    }
}

/// The style hides these attributes until a script can answer.
#[test]
fn every_control_of_the_table_can_be_hidden_until_a_script_answers() {
    const HIDDEN: &str = ":is([data-action], [data-island]) :is(button, input, select), button[data-action]";
    let (html, fields) = (page(&FixtureContent::new().story(), FACTS), fields());
    let controls = all(&html, "main :is(button, input, select)");
    let search_and_files = 3;
    let known = search_and_files + fields.filters.len() + fields.columns.len();
    assert!(controls.len() >= known, "{} controls", controls.len());
    let hidden = all(&html, &format!("main :is({HIDDEN})"));
    assert_eq!(hidden.len(), controls.len());
}
