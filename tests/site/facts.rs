//! All facts: searched, filtered, sorted, shared by their address, and downloaded as shown.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::server::{Host, Policy};

const FIELD: &str = "[data-action=search]";
const COUNT: &str = "document.querySelector('[data-facts=count]').textContent";
const STATUS: &str = "document.querySelector('[data-facts=status]').textContent";
const SHOWN: &str = "[...document.querySelectorAll('#facts tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.id)";

/// All facts as the data has them.
fn facts() -> Vec<Value> {
    let text = fs::read_to_string(xtask::root::dist().join("facts.json")).expect("the data");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    all["facts"].as_array().expect("facts").clone()
}

/// The ids of facts that suit, in the order of the story.
fn ids(suits: impl Fn(&Value) -> bool) -> Vec<String> {
    let id = |fact: &Value| fact["id"].as_str().unwrap_or_default().to_owned();
    facts().iter().filter(|fact| suits(fact)).map(id).collect()
}

async fn shown(reader: &Reader) -> WebDriverResult<Vec<String>> {
    Ok(serde_json::from_value(reader.ask(SHOWN).await?).expect("ids"))
}

async fn at(query: &str) -> WebDriverResult<Reader> {
    Reader::at(&format!("/facts/{query}"), Wish::default()).await
}

/// Types in place of what is in the field, and waits until what is left is told.
async fn search(reader: &Reader, words: &str) -> WebDriverResult<()> {
    let field = reader.driver.find(By::Css(FIELD)).await?;
    field.clear().await?;
    field.send_keys(words).await?;
    told(reader).await
}

/// Waits until count, status and address agree on something other than all.
async fn told(reader: &Reader) -> WebDriverResult<()> {
    let count = format!("{SHOWN}.length + ' of {} facts'", facts().len());
    reader.until(&format!("{COUNT} === {count} && {STATUS} === {COUNT} && location.search !== ''")).await
}

async fn choose(reader: &Reader, name: &str, value: &str) -> WebDriverResult<()> {
    reader.click(&format!("[name={name}] > [value='{value}']")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_whole_table_is_there_with_its_files_and_no_control() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/facts/?region=japan").await?;
    assert_eq!(shown(&reader).await?, ids(|_| true));
    let seen = "[...document.querySelectorAll('[data-action], [data-action] *, select')].filter((control) => control.checkVisibility({ visibilityProperty: true })).length";
    assert_eq!(reader.ask(seen).await?, 0);
    assert_eq!(reader.ask(COUNT).await?, format!("{} facts", facts().len()));
    for file in ["facts.csv", "facts.json"] {
        let link = format!(
            "document.querySelector(\"main p:not([hidden]) > a[href='../{file}']\").checkVisibility()"
        );
        assert_eq!(reader.ask(&link).await?, true, "{file}");
    }
    reader.click("#india-kajal a").await?;
    reader.until("location.pathname === '/f/india-kajal/'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_leaves_the_facts_that_hold_the_words_and_tells_how_many() -> WebDriverResult<()> {
    let reader = at("").await?;
    search(&reader, "kajal").await?;
    let found = shown(&reader).await?;
    assert!(found.contains(&"india-kajal".to_owned()) && found.len() < 20, "{found:?}");
    let names = "[...document.querySelectorAll('#facts tbody tr:not([hidden])')].every((row) => row.textContent.includes('Kajal'))";
    assert_eq!(reader.ask(names).await?, true);
    assert_eq!(reader.ask("location.search").await?, "?q=kajal");
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_finds_the_same_facts_in_either_script_and_with_a_letter_wrong() -> WebDriverResult<()> {
    let reader = at("").await?;
    search(&reader, "Douyin").await?;
    let found = shown(&reader).await?;
    assert!(!found.is_empty() && found.len() < 40, "{found:?}");
    for name in ["抖音", "Douyim"] {
        search(&reader, name).await?;
        assert_eq!(shown(&reader).await?, found, "{name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_leave_what_suits_all_of_them() -> WebDriverResult<()> {
    let reader = at("").await?;
    choose(&reader, "region", "united-states").await?;
    told(&reader).await?;
    let states = |fact: &Value| fact["section"]["id"] == "united-states";
    assert_eq!(shown(&reader).await?, ids(states));
    choose(&reader, "kind", "audience-size").await?;
    reader.until("location.search.includes('kind=')").await?;
    let sizes = |fact: &Value| states(fact) && fact["kind"] == "audience size";
    assert_eq!(shown(&reader).await?, ids(sizes));
    choose(&reader, "confidence", "high").await?;
    choose(&reader, "year", "2019").await?;
    choose(&reader, "entity", "tiktok").await?;
    reader.until("location.search.includes('entity=') && location.search.includes('year=')").await?;
    let named = |fact: &Value, id: &str| {
        fact["entities"].as_array().is_some_and(|all| all.iter().any(|entity| entity["id"] == id))
    };
    let year = |fact: &Value| fact["as_of"].as_str().is_some_and(|day| day.starts_with("2019"));
    let rest = ids(|fact| {
        sizes(fact) && fact["confidence"]["word"] == "high" && year(fact) && named(fact, "tiktok")
    });
    assert_eq!(shown(&reader).await?, rest);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn any_column_sorts_upwards_downwards_and_back() -> WebDriverResult<()> {
    let reader = at("").await?;
    let number = |id: &String| {
        let fact = facts().into_iter().find(|fact| fact["id"] == id.as_str()).expect("a fact");
        fact["figure"]["value"].as_f64().or(fact["figure"]["to"].as_f64())
    };
    let head = "th[data-column=figure]";
    let order = |way: &str| format!("document.querySelector('{head}').ariaSort === '{way}'");
    for (way, query) in [("ascending", "?sort=figure"), ("descending", "?sort=-figure")] {
        reader.click(&format!("{head} button")).await?;
        reader.until(&format!("{} && location.search === '{query}'", order(way))).await?;
        let numbers: Vec<_> = shown(&reader).await?.iter().map(number).collect();
        let last = numbers.iter().position(Option::is_none).expect("a fact without a figure");
        assert!(numbers[last..].iter().all(Option::is_none), "those without a figure come last");
        let upwards =
            |pair: &[Option<f64>]| if way == "ascending" { pair[0] <= pair[1] } else { pair[0] >= pair[1] };
        assert!(numbers[..last].windows(2).all(upwards), "{way}: {numbers:?}");
    }
    reader.click(&format!("{head} button")).await?;
    reader.until(&format!("{} && location.search === ''", order("none"))).await?;
    assert_eq!(shown(&reader).await?, ids(|_| true));
    for column in ["fact", "entity", "region", "kind", "when", "confidence"] {
        reader.click(&format!("th[data-column={column}] button")).await?;
        reader
            .until(&format!("document.querySelector('th[data-column={column}]').ariaSort === 'ascending'"))
            .await?;
        assert_eq!(
            reader
                .ask("document.querySelectorAll('[aria-sort=ascending], [aria-sort=descending]').length")
                .await?,
            1
        );
        let focused = format!("document.activeElement.closest('th').dataset.column === '{column}'");
        assert_eq!(reader.ask(&focused).await?, true, "the focus stays");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_shows_what_it_was_kept_for() -> WebDriverResult<()> {
    let reader = at("").await?;
    search(&reader, "tiktok & 抖音").await?;
    search(&reader, "tiktok").await?;
    choose(&reader, "region", "japan").await?;
    reader.click("th[data-column=when] button").await?;
    choose(&reader, "view", "cards").await?;
    reader.until("location.search === '?q=tiktok&region=japan&view=cards&sort=when'").await?;
    let before = shown(&reader).await?;
    let query = reader.ask("location.search").await?;
    let other = at(query.as_str().unwrap_or_default()).await?;
    told(&other).await?;
    assert_eq!(shown(&other).await?, before);
    let fields = "[...document.querySelectorAll('main [name]')].map((field) => field.value).join()";
    assert_eq!(other.ask(fields).await?, reader.ask(fields).await?);
    assert_eq!(other.ask("getComputedStyle(document.querySelector('#facts tbody')).display").await?, "grid");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_any_kind_survive_the_address() -> WebDriverResult<()> {
    let words = "抖音 & <b>50%</b> #+=?é";
    let reader = at("").await?;
    reader.driver.find(By::Css(FIELD)).await?.send_keys(words).await?;
    reader.until("location.search !== ''").await?;
    reader.driver.refresh().await?;
    reader.until_alive().await?;
    reader.until(&format!("document.querySelector('{FIELD}').value === {}", json!(words))).await?;
    assert_eq!(reader.ask("location.hash").await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_back_from_a_fact_finds_what_they_left() -> WebDriverResult<()> {
    let reader = at("").await?;
    choose(&reader, "region", "japan").await?;
    let japan = shown(&reader).await?;
    // At once: the address must not wait for a reader who goes.
    reader.click("#facts tbody tr:not([hidden]) a").await?;
    reader.until("location.pathname.startsWith('/f/')").await?;
    reader.driver.back().await?;
    reader.until("location.pathname === '/facts/'").await?;
    reader.until_alive().await?;
    reader.until(&format!("{SHOWN}.length === {}", japan.len())).await?;
    assert_eq!(shown(&reader).await?, japan);
    assert_eq!(reader.ask("document.querySelector('[name=region]').value").await?, "japan");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_address_leaves_everything_as_it_is() -> WebDriverResult<()> {
    let long = format!("?region={}", "x".repeat(5000));
    for query in [
        "?region=nowhere&kind=%E0%A4%A&sort=bogus&view=list",
        "?q=%00%FF&&&=&==&q=&region",
        "?sort=-&sort=figure&year=<script>alert(1)</script>",
        "?__proto__=1&constructor=2&kind=']%20,%20*",
        &long,
    ] {
        let reader = at(query).await?;
        reader.until("document.querySelector('[name=region]').value === ''").await?;
        reader.click(FIELD).await?;
        assert_eq!(shown(&reader).await?, ids(|_| true), "{query}");
        let empty = "[...document.querySelectorAll('main [name]')].every((field) => field.value === '')";
        assert_eq!(reader.ask(empty).await?, true, "{query}");
        search(&reader, "tiktok").await?;
        assert_eq!(reader.console().await?, Vec::<String>::new(), "{query}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_suits_that_is_said_and_one_step_shows_all() -> WebDriverResult<()> {
    let reader = at("?view=cards").await?;
    search(&reader, "<b>zzzzqqqq").await?;
    assert_eq!(shown(&reader).await?, Vec::<String>::new());
    assert_eq!(reader.ask("document.querySelector('[data-facts=none]').checkVisibility()").await?, true);
    reader.click("[data-facts=clear]").await?;
    reader.until("location.search === '?view=cards'").await?;
    assert_eq!(shown(&reader).await?, ids(|_| true));
    assert_eq!(reader.ask(&format!("document.activeElement.matches('{FIELD}')")).await?, true);
    let gone = "![...document.querySelectorAll('[data-facts=none], [data-facts=clear]')].some((part) => part.checkVisibility())";
    assert_eq!(reader.ask(gone).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_leads_to_the_field_and_clears_it() -> WebDriverResult<()> {
    let reader = at("").await?;
    reader.driver.find(By::Css("header.site a")).await?.focus().await?;
    reader.driver.active_element().await?.send_keys("/").await?;
    reader.until(&format!("document.activeElement.matches('{FIELD}')")).await?;
    search(&reader, "vmate").await?;
    reader.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    reader.until("location.search === ''").await?;
    assert_eq!(shown(&reader).await?, ids(|_| true));
    Ok(())
}

/// Catches what is handed out, and reads it.
const CATCH: &str = "window.caught = []; URL.createObjectURL = (file) => { file.text().then((text) => window.caught.push(text)); return '#'; }";

async fn caught(reader: &Reader, link: &str) -> WebDriverResult<String> {
    reader.driver.execute(CATCH, Vec::new()).await?;
    reader.click(&format!("[data-action=download] a[download='{link}']")).await?;
    reader.until("window.caught.length === 1").await?;
    Ok(reader.ask("window.caught[0]").await?.as_str().unwrap_or_default().to_owned())
}

fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_downloaded_is_what_is_shown_and_equals_the_data() -> WebDriverResult<()> {
    let wish = Wish { host: Host { policy: Some(Policy::Ours), ..Host::default() }, ..Wish::default() };
    let reader = Reader::at("/facts/?region=japan&sort=-fact", wish).await?;
    told(&reader).await?;
    let shown = shown(&reader).await?;
    assert!(shown.len() > 3 && shown.len() < 60, "{shown:?}");

    let text = caught(&reader, "facts-shown.json").await?;
    let handed: Value = serde_json::from_str(&text).expect("JSON");
    let all = facts();
    let fact = |id: &String| all.iter().find(|fact| fact["id"] == id.as_str()).expect("a fact").clone();
    assert_eq!(handed["facts"], Value::Array(shown.iter().map(fact).collect()));
    assert!(handed["$schema"].is_string() && handed["licence"].is_object(), "the head of the file");

    let whole = fs::read_to_string(xtask::root::dist().join("facts.csv")).expect("the table");
    let all = rows(&whole);
    let row = |id: &String| all.iter().find(|row| &row["id"] == id).expect("a row").clone();
    let text = caught(&reader, "facts-shown.csv").await?;
    assert_eq!(rows(&text), shown.iter().map(row).collect::<Vec<_>>());
    assert_eq!(text.lines().next(), whole.lines().next(), "the same columns");
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_download_fails_the_files_of_all_facts_stay() -> WebDriverResult<()> {
    let reader = at("?region=japan").await?;
    reader.driver.execute("window.fetch = () => Promise.reject(new Error('no'));", Vec::new()).await?;
    reader.click("[data-action=download] a").await?;
    reader
        .until(
            "!document.querySelector('[data-action=download]').checkVisibility({ visibilityProperty: true })",
        )
        .await?;
    assert_eq!(
        reader.ask("document.querySelector(\"main a[href='../facts.csv']\").checkVisibility()").await?,
        true
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_address_cannot_be_kept_the_table_answers_all_the_same() -> WebDriverResult<()> {
    let reader = at("").await?;
    let denied = "history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };";
    reader.driver.execute(denied, Vec::new()).await?;
    choose(&reader, "region", "japan").await?;
    reader.until(&format!("{STATUS} === {COUNT}")).await?;
    assert_eq!(shown(&reader).await?, ids(|fact| fact["section"]["id"] == "japan"));
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_cards_on_a_narrow_screen_and_nothing_is_cut_off_at_any_width() -> WebDriverResult<()> {
    for (width, display) in
        [(320, "grid"), (768, "grid"), (1024, "table-row-group"), (1440, "table-row-group")]
    {
        let reader = Reader::at("/facts/", Wish { width, ..Wish::default() }).await?;
        let body = "getComputedStyle(document.querySelector('#facts tbody')).display";
        assert_eq!(reader.ask(body).await?, display, "at {width} px");
        let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(reader.ask(hidden).await?, 0, "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_has_the_whole_table_and_no_control() -> WebDriverResult<()> {
    let reader = Reader::at("/facts/", Wish { width: 680, ..Wish::default() }).await?;
    reader.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    assert_eq!(shown(&reader).await?, ids(|_| true));
    assert_eq!(
        reader.ask("getComputedStyle(document.querySelector('#facts tbody')).display").await?,
        "table-row-group"
    );
    let seen = "[...document.querySelectorAll('main :is([data-action], select)')].filter((control) => control.checkVisibility()).length";
    assert_eq!(reader.ask(seen).await?, 0);
    let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(reader.ask(hidden).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_the_controls_come_to_life() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let reader = Reader::at("/facts/", Wish { width, ..Wish::default() }).await?;
        let shifts = "const done = arguments[0]; let moved = 0; new PerformanceObserver((list) => { for (const entry of \
                      list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true }); \
                      requestIdleCallback(() => requestIdleCallback(() => done(moved)));";
        let moved = reader.driver.execute_async(shifts, Vec::new()).await?.json().clone();
        assert_eq!(moved.as_f64(), Some(0.0), "at {width} px");
    }
    Ok(())
}
