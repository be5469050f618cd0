//! The page of all facts: search, filters, sorting, narrow screens, print.

mod address;
mod downloads;

use std::fs;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet;
use crate::scripts::{LAYOUT_SHIFTS, OVERFLOW};

const FIELD: &str = "[data-action=search]";
const COUNT: &str = "document.querySelector('[data-ref=count]').textContent";
const STATUS: &str = "document.querySelector('[data-island=fact-table] [role=status]').textContent";
const SHOWN: &str = "[...document.querySelectorAll('#facts tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('.anchor').id)";

/// All facts of `facts.json`.
fn facts() -> Vec<Value> {
    let text = fs::read_to_string(fleet::site_dir().join("facts.json")).expect("the data");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    all["facts"].as_array().expect("facts").clone()
}

/// The ids of matching facts, in the order of the table: those with a figure first.
fn ids(suits: impl Fn(&Value) -> bool) -> Vec<String> {
    let id = |fact: &Value| fact["id"].as_str().unwrap_or_default().to_owned();
    let (with_figure, without): (Vec<_>, Vec<_>) =
        facts().into_iter().filter(suits).partition(|fact| fact["figure"].is_object());
    [with_figure, without].concat().iter().map(id).collect()
}

async fn shown(browser: &Browser) -> WebDriverResult<Vec<String>> {
    Ok(serde_json::from_value(browser.evaluate(SHOWN).await?).expect("ids"))
}

async fn open_facts(query: &str) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive(&format!("/facts/{query}"), BrowserOptions::default()).await?;
    // Facts are visible without it, but the driver treats the content of a closed `<details>` as hidden.
    browser.evaluate("void (document.querySelector('.filter-panel').open = true)").await?;
    Ok(browser)
}

/// Replaces the search term, and waits for the results.
async fn search(browser: &Browser, words: &str) -> WebDriverResult<()> {
    let field = browser.driver.find(By::Css(FIELD)).await?;
    field.clear().await?;
    field.send_keys(words).await?;
    wait_for_results(browser).await
}

/// Waits until count, status and URL agree on a filtered result.
async fn wait_for_results(browser: &Browser) -> WebDriverResult<()> {
    let count = format!("{SHOWN}.length + ' of {} facts'", facts().len());
    browser.wait_for(&format!("{COUNT} === {count} && {STATUS} === {COUNT} && location.search !== ''")).await
}

async fn choose(browser: &Browser, name: &str, value: &str) -> WebDriverResult<()> {
    browser.click(&format!("[name={name}] > [value='{value}']")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_whole_table_is_there_with_its_files_and_no_control() -> WebDriverResult<()> {
    let browser = Browser::new(BrowserOptions { scripts: false, ..BrowserOptions::default() }).await?;
    browser.open("/facts/?region=islands").await?;
    assert_eq!(shown(&browser).await?, ids(|_| true));
    let visible_count = "[...document.querySelectorAll('[data-action]:not([popovertarget]), [data-action] *, select')].filter((control) => control.checkVisibility({ visibilityProperty: true })).length";
    assert_eq!(browser.evaluate(visible_count).await?, 0);
    assert_eq!(browser.evaluate(COUNT).await?, format!("{} facts", facts().len()));
    for file in ["facts.csv", "facts.json"] {
        let link = format!("document.querySelector(\"main > .files a[href='../{file}']\").checkVisibility()");
        assert_eq!(browser.evaluate(&link).await?, true, "{file}");
    }
    browser.click("#ha-petrel-found + a").await?;
    browser.wait_for("location.pathname === '/f/ha-petrel-found/'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_leaves_the_facts_that_contain_the_words_and_counts_them() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    search(&browser, "petrel").await?;
    let found = shown(&browser).await?;
    assert!(found.contains(&"ha-petrel-found".to_owned()) && found.len() < facts().len(), "{found:?}");
    let names = "[...document.querySelectorAll('#facts tbody tr:not([hidden])')].every((row) => row.textContent.includes('Petrel'))";
    assert_eq!(browser.evaluate(names).await?, true);
    assert_eq!(browser.evaluate("location.search").await?, "?q=petrel");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_finds_the_same_facts_in_either_script_and_with_a_letter_wrong() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    search(&browser, "Dunlin").await?;
    let found = shown(&browser).await?;
    assert!(!found.is_empty() && found.len() < facts().len(), "{found:?}");
    for name in ["滨鹬", "Dunlim"] {
        search(&browser, name).await?;
        assert_eq!(shown(&browser).await?, found, "{name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_leave_the_facts_that_match_all_of_them() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    choose(&browser, "region", "delta").await?;
    wait_for_results(&browser).await?;
    let states = |fact: &Value| fact["section"]["id"] == "delta";
    assert_eq!(shown(&browser).await?, ids(states));
    choose(&browser, "kind", "audience-size").await?;
    browser.wait_for("location.search.includes('kind=')").await?;
    let sizes = |fact: &Value| states(fact) && fact["kind"] == "audience size";
    assert_eq!(shown(&browser).await?, ids(sizes));
    choose(&browser, "verdict", "confirmed").await?;
    choose(&browser, "year", "2019").await?;
    choose(&browser, "entity", "kittiwake").await?;
    browser.wait_for("location.search.includes('entity=') && location.search.includes('year=')").await?;
    let named = |fact: &Value, id: &str| {
        fact["entities"].as_array().is_some_and(|all| all.iter().any(|entity| entity["id"] == id))
    };
    let year = |fact: &Value| fact["date"].as_str().is_some_and(|day| day.starts_with("2019"));
    let rest = ids(|fact| {
        sizes(fact) && fact["verdict"]["word"] == "confirmed" && year(fact) && named(fact, "kittiwake")
    });
    assert_eq!(shown(&browser).await?, rest);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn any_column_sorts_upwards_downwards_and_back() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    let facts = facts();
    let number = |id: &String| {
        let fact = facts.iter().find(|fact| fact["id"] == id.as_str()).expect("a fact");
        fact["figure"]["value"].as_f64().or(fact["figure"]["to"].as_f64())
    };
    let head = "th[data-column=figure]";
    let order = |way: &str| format!("document.querySelector('{head}').ariaSort === '{way}'");
    for (way, query) in [("ascending", "?sort=figure"), ("descending", "?sort=-figure")] {
        browser.click(&format!("{head} button")).await?;
        browser.wait_for(&format!("{} && location.search === '{query}'", order(way))).await?;
        let numbers: Vec<_> = shown(&browser).await?.iter().map(number).collect();
        let last = numbers.iter().position(Option::is_none).expect("a fact without a figure");
        assert!(numbers[last..].iter().all(Option::is_none), "those without a figure come last");
        let upwards =
            |pair: &[Option<f64>]| if way == "ascending" { pair[0] <= pair[1] } else { pair[0] >= pair[1] };
        assert!(numbers[..last].windows(2).all(upwards), "{way}: {numbers:?}");
    }
    browser.click(&format!("{head} button")).await?;
    browser.wait_for(&format!("{} && location.search === ''", order("none"))).await?;
    assert_eq!(shown(&browser).await?, ids(|_| true));
    for column in ["fact", "entity", "region", "kind", "when", "verdict"] {
        browser.click(&format!("th[data-column={column}] button")).await?;
        browser
            .wait_for(&format!("document.querySelector('th[data-column={column}]').ariaSort === 'ascending'"))
            .await?;
        assert_eq!(
            browser
                .evaluate("document.querySelectorAll('[aria-sort=ascending], [aria-sort=descending]').length")
                .await?,
            1
        );
        let focused = format!("document.activeElement.closest('th').dataset.column === '{column}'");
        assert_eq!(browser.evaluate(&focused).await?, true, "the focus stays");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_head_pressed_before_the_program_has_loaded_sorts_once() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/facts/").await?;
    browser.click("th[data-column=figure] button").await?;
    browser.server.release_wasm();
    browser.wait_for("!document.querySelector('[data-island]:not([data-alive])')").await?;
    browser.wait_for("document.querySelector('th[data-column=figure]').ariaSort === 'ascending'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_result_says_so_and_one_press_shows_all_facts() -> WebDriverResult<()> {
    let browser = open_facts("?view=cards").await?;
    search(&browser, "<b>zzzzqqqq").await?;
    assert_eq!(shown(&browser).await?, Vec::<String>::new());
    assert_eq!(browser.evaluate("document.querySelector('[data-ref=none]').checkVisibility()").await?, true);
    browser.click("[data-ref=clear]").await?;
    browser.wait_for("location.search === '?view=cards'").await?;
    assert_eq!(shown(&browser).await?, ids(|_| true));
    assert_eq!(browser.evaluate(&format!("document.activeElement.matches('{FIELD}')")).await?, true);
    let gone = "![...document.querySelectorAll('[data-ref=none], [data-ref=clear]')].some((part) => part.checkVisibility())";
    assert_eq!(browser.evaluate(gone).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_leads_to_the_field_and_clears_it() -> WebDriverResult<()> {
    let browser = open_facts("?region=islands").await?;
    let is_in_field =
        format!("location.search === '?region=islands' && document.activeElement.matches('{FIELD}')");
    browser.driver.find(By::Css(".site-header a")).await?.focus().await?;
    browser.driver.active_element().await?.send_keys("/").await?;
    browser.wait_for(&is_in_field).await?;
    browser.driver.find(By::Css(".site-header a")).await?.focus().await?;
    browser.click("[data-action=open-search]").await?;
    browser.wait_for(&is_in_field).await?;
    browser.click("[data-ref=clear]").await?;
    search(&browser, "avocet").await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.wait_for("location.search === ''").await?;
    assert_eq!(shown(&browser).await?, ids(|_| true));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_cards_on_a_narrow_screen_and_nothing_is_cut_off_at_any_width() -> WebDriverResult<()> {
    for (width, display) in
        [(320, "grid"), (768, "grid"), (1024, "table-row-group"), (1440, "table-row-group")]
    {
        let browser =
            Browser::open_alive("/facts/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        let body = "getComputedStyle(document.querySelector('#facts tbody')).display";
        assert_eq!(browser.evaluate(body).await?, display, "at {width} px");
        assert_eq!(browser.evaluate(OVERFLOW).await?, 0, "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_can_be_chosen_at_any_width_beside_the_filters_where_these_are_folded()
-> WebDriverResult<()> {
    let browser = Browser::open_alive("/facts/", BrowserOptions::default()).await?;
    for (width, open, there) in
        [(390, false, false), (390, true, true), (768, false, true), (1280, false, true)]
    {
        browser.set_width_and_wait(width).await?;
        browser.evaluate(&format!("void (document.querySelector('.filter-panel').open = {open})")).await?;
        let heads = "[...document.querySelectorAll('#facts [data-action=sort]')].every((head) => head.checkVisibility())";
        browser.wait_for(&format!("{heads} === {there}")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_has_the_whole_table_and_no_control() -> WebDriverResult<()> {
    let browser =
        Browser::open_alive("/facts/", BrowserOptions { width: 680, ..BrowserOptions::default() }).await?;
    browser.emulate_print().await?;
    assert_eq!(shown(&browser).await?, ids(|_| true));
    assert_eq!(
        browser.evaluate("getComputedStyle(document.querySelector('#facts tbody')).display").await?,
        "table-row-group"
    );
    let visible_count = "[...document.querySelectorAll('main :is([data-action], select)')].filter((control) => control.checkVisibility()).length";
    assert_eq!(browser.evaluate(visible_count).await?, 0);
    assert_eq!(browser.evaluate(OVERFLOW).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn mounting_the_controls_moves_nothing() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let browser =
            Browser::open_alive("/facts/", BrowserOptions { width, ..BrowserOptions::default() }).await?;
        let moved = browser.driver.execute_async(LAYOUT_SHIFTS, Vec::new()).await?.json().clone();
        assert_eq!(moved, json!([]), "at {width} px");
    }
    Ok(())
}
