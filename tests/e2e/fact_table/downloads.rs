//! Downloads from the fact table hold the rows that it shows.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use thirtyfour::prelude::*;

use super::{facts, ids, open_facts, shown, wait_for_results};
use crate::browser::{Browser, BrowserOptions};
use crate::fleet;
use crate::server::{Policy, ServerOptions};

/// Intercepts downloads and reads their text.
const INTERCEPT_DOWNLOADS: &str = "window.caught = []; URL.createObjectURL = (file) => { file.arrayBuffer().then((bytes) => window.caught.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))); return '#'; }";

/// Presses the download with this label.
async fn download(browser: &Browser, label: &str) -> WebDriverResult<()> {
    let button = format!("//p[@data-action='download']/button[.='{label}']");
    browser.driver.find(By::XPath(button)).await?.click().await
}

/// The text of the file that is saved.
async fn caught(browser: &Browser) -> WebDriverResult<String> {
    browser.wait_for("window.caught.length === 1").await?;
    Ok(browser.evaluate("window.caught.pop()").await?.as_str().unwrap_or_default().to_owned())
}

fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_holds_the_rows_that_are_shown_as_in_the_data() -> WebDriverResult<()> {
    let options = BrowserOptions {
        server: ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() },
        ..BrowserOptions::default()
    };
    let browser = Browser::open_alive("/facts/?region=islands&sort=-fact", options).await?;
    wait_for_results(&browser).await?;
    let shown = shown(&browser).await?;
    assert!(shown.len() > 1 && shown.len() < facts().len(), "{shown:?}");

    browser.driver.execute(INTERCEPT_DOWNLOADS, Vec::new()).await?;
    download(&browser, "JSON").await?;
    let text = caught(&browser).await?;
    let handed: Value = serde_json::from_str(&text).expect("JSON");
    let all = facts();
    let fact = |id: &String| all.iter().find(|fact| fact["id"] == id.as_str()).expect("a fact").clone();
    assert_eq!(handed["facts"], Value::Array(shown.iter().map(fact).collect()));
    assert!(handed["$schema"].is_string() && handed["licence"].is_object(), "the head of the file");

    let whole = fs::read_to_string(fleet::site_dir().join("facts.csv")).expect("the table");
    let all = rows(&whole);
    let row = |id: &String| all.iter().find(|row| &row["id"] == id).expect("a row").clone();
    download(&browser, "CSV").await?;
    let text = caught(&browser).await?;
    assert_eq!(rows(&text), shown.iter().map(row).collect::<Vec<_>>());
    assert_eq!(text.lines().next(), whole.lines().next(), "the same columns");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_that_fails_says_so_and_can_be_tried_again() -> WebDriverResult<()> {
    let browser = open_facts("?region=islands").await?;
    browser
        .driver
        .execute(
            "self.fetched = window.fetch; window.fetch = () => Promise.reject(new Error('no'));",
            Vec::new(),
        )
        .await?;
    download(&browser, "CSV").await?;
    browser
        .wait_for("document.querySelector('[data-action=download] [role=alert]').innerText !== ''")
        .await?;
    browser.driver.execute("window.fetch = self.fetched;", Vec::new()).await?;
    browser.driver.execute(INTERCEPT_DOWNLOADS, Vec::new()).await?;
    download(&browser, "CSV").await?;
    caught(&browser).await?;
    browser.wait_for("document.querySelector('[data-action=download] [role=alert]').innerText === ''").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_pressed_before_the_program_has_loaded_holds_the_filtered_rows() -> WebDriverResult<()> {
    let browser = Browser::open_delayed("/facts/?region=islands").await?;
    browser.driver.execute(INTERCEPT_DOWNLOADS, Vec::new()).await?;
    download(&browser, "JSON").await?;
    browser.server.release_wasm();
    let handed: Value = serde_json::from_str(&caught(&browser).await?).expect("JSON");
    let handed = handed["facts"].as_array().expect("facts").iter().map(|fact| fact["id"].clone());
    assert_eq!(handed.collect::<Vec<_>>(), ids(|fact| fact["section"]["id"] == "islands"));
    Ok(())
}
