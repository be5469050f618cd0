//! What is downloaded of all facts is what is shown.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use thirtyfour::prelude::*;

use super::{at, facts, shown, told};
use crate::browser::{Reader, Wish};
use crate::server::{Host, Policy};

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
