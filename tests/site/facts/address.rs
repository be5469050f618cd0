//! What is searched, filtered and sorted is kept in the address of all facts, and a wrong address does no harm.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{COUNT, FIELD, SHOWN, STATUS, at, choose, ids, search, shown, told};

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
