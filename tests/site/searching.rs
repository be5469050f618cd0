//! Searching the story: what is typed is found, shown, counted and gone to, by keyboard too.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};

const FIELD: &str = "[data-action=search]";
const PANEL: &str = "document.querySelector('[data-search=panel]')";
const STATUS: &str = "document.querySelector('.search [role=status]').textContent";
const FOUND: &str =
    "[...document.querySelectorAll('[data-search=list] a')].map((link) => link.getAttribute('href'))";

/// A reader who has typed a query, and sees its results.
async fn searching(query: &str, wish: Wish) -> WebDriverResult<Reader> {
    let reader = Reader::at("/", wish).await?;
    ask(&reader, query).await?;
    Ok(reader)
}

/// Types a query in place of what is in the field, and waits until its results are counted.
async fn ask(reader: &Reader, query: &str) -> WebDriverResult<()> {
    reader.click(FIELD).await?;
    let field = reader.driver.find(By::Css(FIELD)).await?;
    field.clear().await?;
    field.send_keys(query).await?;
    reader.until(&format!("!{PANEL}.hidden")).await?;
    counted(reader).await
}

/// Waits until all is read, and a page of what was counted is shown and told.
async fn counted(reader: &Reader) -> WebDriverResult<()> {
    let said = format!("{PANEL}.querySelector('[data-search=count]').textContent");
    let shown = format!("{FOUND}.length === Math.min(parseInt({said}), 40)");
    reader.until(&format!("parseInt({said}) > 0 && {STATUS} === {said} && {shown}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_finds_facts_prose_and_definitions_and_tells_how_many() -> WebDriverResult<()> {
    let reader = searching("kajal", Wish::default()).await?;
    let found = reader.ask(FOUND).await?;
    let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(found.first(), Some(&"#entity-kajal"), "who is called so comes first: {found:?}");
    assert!(found.contains(&"#india-kajal"), "{found:?}");
    let marked = "[...document.querySelectorAll('[data-search=list] mark')].every((mark) => mark.textContent === 'Kajal')";
    assert_eq!(reader.ask(marked).await?, true);
    reader.until(&format!("{STATUS} === '{} results'", found.len())).await?;
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_seen_a_frame_before_its_answer() -> WebDriverResult<()> {
    for (path, answer) in [("/", "[data-search=list] a"), ("/facts/", "#facts tr[hidden]")] {
        let reader = Reader::at(path, Wish::default()).await?;
        let watch = format!(
            "addEventListener('input', () => requestAnimationFrame(() => {{
                self.answered = document.querySelector('{answer}') !== null;
            }}), true)"
        );
        reader.ask(&watch).await?;
        reader.driver.find(By::Css(FIELD)).await?.send_keys("抖").await?;
        reader.until(&format!("document.querySelector('{answer}') !== null")).await?;
        assert_eq!(reader.ask("self.answered").await?, false, "{path} kept the letter waiting");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_finds_the_same_in_either_script_and_with_a_letter_wrong() -> WebDriverResult<()> {
    let reader = searching("Douyin", Wish::default()).await?;
    let found = reader.ask(FOUND).await?;
    assert!(found.as_array().is_some_and(|found| found.len() > 1), "{found}");
    for name in ["抖音", "Douyim"] {
        ask(&reader, name).await?;
        assert_eq!(reader.ask(FOUND).await?, found, "{name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn going_to_a_result_opens_its_card_and_moves_the_focus_there() -> WebDriverResult<()> {
    let reader = searching("BTS", Wish::default()).await?;
    reader.click("[data-search=list] a[href='#kr-bts-1m']").await?;
    reader.until("document.querySelector('[data-fact=kr-bts-1m]').open").await?;
    reader.until("document.activeElement.closest('[data-fact]')?.dataset.fact === 'kr-bts-1m'").await?;
    reader.until(&format!("{PANEL}.hidden")).await?;
    let top = "document.getElementById('kr-bts-1m').getBoundingClientRect().top";
    reader.until(&format!("{top} >= 0 && {top} < 450")).await?;
    assert_eq!(reader.ask("document.querySelectorAll('[data-fact][open]').length").await?, 1);
    assert_eq!(reader.ask("location.hash").await?, "#kr-bts-1m");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn going_to_prose_or_a_definition_moves_the_focus_there_and_opens_nothing() -> WebDriverResult<()> {
    let reader = searching("Douyin", Wish::default()).await?;
    reader.click("[data-search=list] a[href='#entity-douyin']").await?;
    reader.until("document.activeElement.id === 'entity-douyin'").await?;
    let words = "document.querySelector('#opening .section-body > p').textContent.trim().split(/\\s+/).slice(0, 5).join(' ')";
    let words = reader.ask(words).await?;
    ask(&reader, words.as_str().unwrap_or_default()).await?;
    reader.click("[data-search=list] a[href='#opening']").await?;
    reader.until("document.activeElement.matches('#opening .section-body > p')").await?;
    assert_eq!(reader.ask("document.querySelectorAll('[data-fact][open]').length").await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_searches_goes_and_clears() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.driver.find(By::Css("header.site a")).await?.focus().await?;
    reader.driver.active_element().await?.send_keys("/").await?;
    reader.until(&format!("document.activeElement.matches('{FIELD}')")).await?;
    reader.driver.active_element().await?.send_keys("a/b").await?;
    let value = format!("document.querySelector('{FIELD}').value");
    assert_eq!(reader.ask(&value).await?, "a/b", "while typing it is a letter");
    reader.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    assert_eq!(reader.ask(&format!("{value} === '' && {PANEL}.hidden")).await?, true);
    reader.driver.active_element().await?.send_keys("VMate").await?;
    counted(&reader).await?;
    reader.driver.active_element().await?.send_keys(Key::Tab + "").await?;
    reader.until("document.activeElement.matches('[data-search=list] li:first-child a')").await?;
    reader.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    reader.until(&format!("document.activeElement.matches('{FIELD}') && {PANEL}.hidden")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_found_is_said_with_what_was_looked_for() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    reader.click(FIELD).await?;
    reader.driver.find(By::Css(FIELD)).await?.send_keys("<b>zzzzqqqq").await?;
    reader.until(&format!("{STATUS}.includes('<b>zzzzqqqq')")).await?;
    assert_eq!(reader.ask(&format!("{FOUND}.length")).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn more_results_come_when_asked_for_and_the_focus_goes_to_the_first_of_them() -> WebDriverResult<()> {
    let reader = searching("the", Wish::default()).await?;
    let before = reader.ask(&format!("{FOUND}.length")).await?.as_u64().unwrap_or_default();
    reader.click("[data-search=more]").await?;
    reader.until(&format!("{FOUND}.length > {before}")).await?;
    let at = "[...document.querySelectorAll('[data-search=list] a')].indexOf(document.activeElement)";
    assert_eq!(reader.ask(at).await?, json!(before));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_while_one_searches_and_nothing_is_cut_off() -> WebDriverResult<()> {
    for width in [320, 1280] {
        let reader = Reader::at("/", Wish { width, ..Wish::default() }).await?;
        let place = "document.querySelector('main > section').getBoundingClientRect().top + scrollY";
        let before = reader.ask(place).await?;
        ask(&reader, "tiktok").await?;
        assert_eq!(reader.ask(place).await?, before, "at {width} px");
        let hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(reader.ask(hidden).await?, 0, "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_scripts_are_off_there_is_no_field() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/").await?;
    let seen = "document.querySelector('.search').checkVisibility({ visibilityProperty: true })";
    assert_eq!(reader.ask(seen).await?, false);
    Ok(())
}
