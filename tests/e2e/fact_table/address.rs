//! The state of the fact table in the URL, and invalid URLs.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{COUNT, FIELD, SHOWN, STATUS, choose, ids, open_facts, search, shown, wait_for_results};

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_url_restores_search_filters_view_and_order() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    search(&browser, "kittiwake & 滨鹬").await?;
    search(&browser, "kittiwake").await?;
    choose(&browser, "region", "islands").await?;
    browser.click("th[data-column=when] button").await?;
    choose(&browser, "view", "cards").await?;
    browser.wait_for("location.search === '?q=kittiwake&region=islands&view=cards&sort=when'").await?;
    let before = shown(&browser).await?;
    let query = browser.evaluate("location.search").await?;
    let other = open_facts(query.as_str().unwrap_or_default()).await?;
    wait_for_results(&other).await?;
    assert_eq!(shown(&other).await?, before);
    let fields = "[...document.querySelectorAll('main [name]')].map((field) => field.value).join()";
    assert_eq!(other.evaluate(fields).await?, browser.evaluate(fields).await?);
    assert_eq!(
        other.evaluate("getComputedStyle(document.querySelector('#facts tbody')).display").await?,
        "grid"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn any_search_words_survive_in_the_url() -> WebDriverResult<()> {
    let words = "滨鹬 & <b>50%</b> #+=?é";
    let browser = open_facts("").await?;
    browser.driver.find(By::Css(FIELD)).await?.send_keys(words).await?;
    let named = format!("new URLSearchParams(location.search).get('q') === {}", json!(words));
    browser.wait_for(&named).await?;
    browser.driver.refresh().await?;
    browser.start_program().await?;
    browser.wait_for(&format!("document.querySelector('{FIELD}').value === {}", json!(words))).await?;
    assert_eq!(browser.evaluate("location.hash").await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn back_from_a_fact_restores_filters_and_order() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    choose(&browser, "region", "islands").await?;
    let islands = shown(&browser).await?;
    // At once: the address must not wait for a reader who goes.
    browser.click("#facts tbody tr:not([hidden]) a").await?;
    browser.wait_for("location.pathname.startsWith('/f/')").await?;
    browser.driver.back().await?;
    browser.wait_for("location.pathname === '/facts/'").await?;
    browser.start_program().await?;
    browser.wait_for(&format!("{SHOWN}.length === {}", islands.len())).await?;
    assert_eq!(shown(&browser).await?, islands);
    assert_eq!(browser.evaluate("document.querySelector('[name=region]').value").await?, "islands");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_query_string_changes_nothing() -> WebDriverResult<()> {
    let long = format!("?region={}", "x".repeat(5000));
    for query in [
        "?region=nowhere&kind=%E0%A4%A&sort=bogus&view=list",
        "?q=%00%FF&&&=&==&q=&region",
        "?sort=-&sort=figure&year=<script>alert(1)</script>",
        "?__proto__=1&constructor=2&kind=']%20,%20*",
        &long,
    ] {
        let browser = open_facts(query).await?;
        browser.wait_for("document.querySelector('[name=region]').value === ''").await?;
        browser.click(FIELD).await?;
        assert_eq!(shown(&browser).await?, ids(|_| true), "{query}");
        let empty = "[...document.querySelectorAll('main [name]')].every((field) => field.value === '')";
        assert_eq!(browser.evaluate(empty).await?, true, "{query}");
        search(&browser, "kittiwake").await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{query}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_works_where_the_url_cannot_be_changed() -> WebDriverResult<()> {
    let browser = open_facts("").await?;
    let denied = "history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };";
    browser.driver.execute(denied, Vec::new()).await?;
    choose(&browser, "region", "islands").await?;
    browser.wait_for(&format!("{STATUS} === {COUNT}")).await?;
    assert_eq!(shown(&browser).await?, ids(|fact| fact["section"]["id"] == "islands"));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_row_in_the_fragment_is_shown_whatever_the_filters() -> WebDriverResult<()> {
    let browser = open_facts("?region=islands#ha-petrel-found").await?;
    let row = "document.getElementById('ha-petrel-found').closest('tr')";
    browser
        .wait_for(&format!("!{row}.hidden && document.querySelector('[name=region]').value === ''"))
        .await?;
    // The address that the reader copies now says what is shown.
    browser.wait_for("location.search === '' && location.hash === '#ha-petrel-found'").await?;
    let browser = open_facts("?q=100%&fbclid=x").await?;
    browser.wait_for(&format!("document.querySelector('{FIELD}').value === '100%'")).await?;
    let browser = open_facts("?region=islands#is-pearl-share").await?;
    browser.wait_for("document.getElementById('ha-petrel-found').closest('tr').hidden").await
}
